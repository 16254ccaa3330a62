import { Popover, Text, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../../contract/base';
import type { StoredSearch } from '../../../contract/identify';
import { formatNumber } from '../../../i18n/formats/numbers';
import { withNamedCodes } from '../../../i18n/named-codes';
import { type Remark, Remarks } from '../../components/remarks';
import classes from './judgement.module.css';
import { ProbableClasses } from './probable-classes';

/** What is said of the search as a whole: how sure the first is, what class it may be, what a mixture leaves over. */
export function Judgement({ search }: { readonly search: StoredSearch }) {
  const { t, i18n } = useTranslation();
  const { probability, noneOfThese, molecularIon, classes: probable, mixture, notCompared, unexplained } = search.judgement;
  const percent = (value: number): string => `${formatNumber(100 * value, i18n.language, 0)} %`;
  const number = (value: number, decimals: number): string => formatNumber(value, i18n.language, decimals);
  const said = (params: Message['params']) => withNamedCodes(params, t, i18n.language);
  const facts = [
    ...(probability === null ? [] : [t('search:judgement.probability', { value: percent(probability) })]),
    ...(noneOfThese === null ? [] : [t('search:judgement.none', { value: percent(noneOfThese) })]),
    ...(mixture === null
      ? []
      : [
          t('search:judgement.mixture', {
            rmse: number(mixture.rmse, 4),
            reason: t(`search:stopped.${mixture.stopped.code}`, said(mixture.stopped.params)),
          }),
        ]),
    ...(mixture === null ? [] : [t('search:judgement.no-mass-fraction')]),
  ];
  const ion =
    molecularIon === null
      ? []
      : [
          {
            key: 'ion',
            tone: molecularIon.certainty === 'doubtful' ? ('attention' as const) : ('neutral' as const),
            text: t(`search:judgement.ion.${molecularIon.certainty}`, { mz: molecularIon.mz }),
          },
        ];
  const reasons = (molecularIon?.reasons ?? []).map(({ code, params }) => ({
    key: code,
    tone: 'neutral' as const,
    text: t(`search:ion.${code}`, said(params)),
  }));
  if (facts.length + ion.length + probable.length + notCompared.length + unexplained.length === 0) return null;
  return (
    <section className={classes.judgement} aria-label={t('search:judgement.title')}>
      {facts.map((fact) => (
        <Text key={fact} size="sm">
          {fact}
        </Text>
      ))}
      {probability !== null && (
        <Text size="xs" c="dimmed">
          {t('search:judgement.guides')}
        </Text>
      )}
      <ProbableClasses search={search} />
      {ion.length > 0 && <Remarks remarks={ion} />}
      {reasons.length > 0 && <Folded label={t('search:judgement.ion-reasons', { count: reasons.length })} remarks={reasons} />}
      {unexplained.length > 0 && (
        <Text size="sm">
          {t('search:judgement.unexplained', {
            peaks: unexplained
              .map(({ mz, energy }) => (energy === null ? number(mz, 4) : `${number(mz, 4)} (${number(energy, 0)})`))
              .join(' · '),
          })}
        </Text>
      )}
      {notCompared.length > 0 && (
        <Folded
          label={t('search:judgement.not-compared', { count: notCompared.length })}
          remarks={notCompared.map(({ code, params }) => ({
            key: `${code} ${JSON.stringify(params)}`,
            tone: 'neutral',
            text: t(`search:warning.${code}`, said(params)),
          }))}
        />
      )}
    </section>
  );
}

/** Sentences behind one line, so that the candidates keep their room. */
function Folded({ label, remarks }: { readonly label: string; readonly remarks: readonly Remark[] }) {
  return (
    <Popover width={320} withinPortal>
      <Popover.Target>
        <UnstyledButton className={classes.more}>{label}</UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>
        <Remarks remarks={remarks} />
      </Popover.Dropdown>
    </Popover>
  );
}
