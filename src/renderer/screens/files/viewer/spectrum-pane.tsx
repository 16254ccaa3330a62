import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SpectrumItem } from '../../../../contract/measurements';
import { useScreenKeys } from '../../../app/record/screen-keys';
import { MassSpectrumView } from '../../../charts/mass-spectrum-view';
import { MirrorView } from '../../../charts/mirror-view';
import type { ShelvedItem } from '../compare/use-shelved';
import type { Study } from './use-study';

const PLOT_KEYS = [
  { keys: '+', labelKey: 'identify:keys.zoom' },
  { keys: 'shift+ArrowRight', labelKey: 'identify:keys.peaks' },
] as const;

/** One mass spectrum, against the first compared one where there is one. */
export function SpectrumPane(props: { readonly item: SpectrumItem; readonly study: Study; readonly shelved: readonly ShelvedItem[] }) {
  const { t } = useTranslation();
  const { item, study, shelved } = props;
  useScreenKeys(PLOT_KEYS);
  const title = item.identity.name === '' ? t('files:items.unnamed', { number: study.index + 1 }) : item.identity.name;
  const others = shelved.filter((record) => record.visible && record.item.kind === 'spectrum');
  const [other] = others;
  if (other?.item.kind === 'spectrum') {
    return (
      <MirrorView
        query={{ name: title, peaks: item.peaks }}
        reference={{ name: other.label, peaks: other.item.peaks }}
        heading={
          <Text size="sm" c="dimmed">
            {others.length > 1 ? t('files:compare.mirror-first', { name: other.label }) : t('files:compare.mirror', { name: other.label })}
          </Text>
        }
      />
    );
  }
  return (
    <MassSpectrumView
      peaks={item.peaks}
      title={title}
      recordKey={`${study.fileId} ${study.index}`}
      profile={item.profile}
      heading={
        <Text size="sm" c="dimmed">
          {item.profile
            ? t('files:items.point-count', { count: item.peaks.mz.length })
            : t('identify:peak-count', { count: item.peaks.mz.length })}
        </Text>
      }
    />
  );
}
