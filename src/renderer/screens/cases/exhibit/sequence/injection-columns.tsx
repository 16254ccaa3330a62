import { IconCircleDashed, IconFileOff } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import type { Batch, Injection } from '../../../../../contract/casework';
import { CodeText } from '../../../../components/code-text';
import type { Column } from '../../../../components/data-list/column';
import { DateText } from '../../../../components/date-text';
import { StatusBadge, type Tone } from '../../../../components/status-badge';

type Standing = 'no-file' | 'failed' | 'passed' | 'not-judged';

/** What the data say of one injection, worst first. */
export function standingOf(batch: Batch, injection: Injection): Standing {
  if (injection.spectra.length === 0) return 'no-file';
  const own = batch.findings.filter(({ injectionId }) => injectionId === injection.id);
  if (own.length === 0) return 'not-judged';
  return own.every(({ met }) => met) ? 'passed' : 'failed';
}

const TONES: Readonly<Record<Standing, Tone>> = {
  'no-file': 'neutral',
  failed: 'attention',
  passed: 'good',
  'not-judged': 'neutral',
};

function StandingBadge({ standing, label }: { readonly standing: Standing; readonly label: string }) {
  const icon = standing === 'no-file' ? IconFileOff : standing === 'not-judged' ? IconCircleDashed : undefined;
  return <StatusBadge tone={TONES[standing]} label={label} {...(icon === undefined ? {} : { icon })} />;
}

export function injectionColumns(t: TFunction, batch: Batch, exhibitId: string): readonly Column<Injection>[] {
  const standing = (injection: Injection): string => t(`casework:sequence.standing.${standingOf(batch, injection)}`);
  const what = ({ sampleCode, referenceLotCode }: Injection): string => sampleCode ?? referenceLotCode ?? '';
  return [
    { id: 'position', header: t('casework:sequence.position'), value: ({ position }) => position, align: 'end', width: 58 },
    { id: 'vial', header: t('casework:sequence.vial'), value: ({ vial }) => vial, width: 70, sortable: false },
    {
      id: 'kind',
      header: t('casework:sequence.kind'),
      value: ({ kind }) => t(`casework:sequence.kinds.${kind}`),
      width: 100,
      filter: { kind: 'choice' },
    },
    {
      id: 'what',
      header: t('casework:sequence.sample-or-lot'),
      value: what,
      cell: (injection) =>
        what(injection) === '' ? null : (
          <span style={{ fontWeight: injection.exhibitId === exhibitId ? 600 : undefined }}>
            <CodeText code={what(injection)} plain />
          </span>
        ),
      width: { grow: 2, least: 150 },
    },
    {
      id: 'spectra',
      header: t('casework:sequence.spectra'),
      value: ({ spectra }) => spectra.length,
      align: 'end',
      width: 80,
    },
    {
      id: 'standing',
      header: t('casework:sequence.data-say'),
      value: standing,
      cell: (injection) => <StandingBadge standing={standingOf(batch, injection)} label={standing(injection)} />,
      width: 150,
    },
    {
      id: 'at',
      header: t('casework:sequence.injected'),
      value: ({ injectedAt }) => injectedAt,
      cell: ({ injectedAt }) => <DateText instant={injectedAt} />,
      width: 150,
      hiddenAtFirst: true,
    },
  ];
}
