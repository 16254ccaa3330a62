import type { TFunction } from 'i18next';
import type { ReferenceLot } from '../../../../contract/lots';
import { CodeText } from '../../../components/code-text';
import type { Column } from '../../../components/data-list/column';
import { DateText } from '../../../components/date-text';
import { MassText } from '../../../components/mass-text';
import { LotState } from './lot-state';

/** `99.1 ± 0.4 % (k = 2)`; empty without a certified value. */
export function purityText(
  { certifiedPurityPercent, expandedUncertaintyPercent, coverageFactor }: ReferenceLot,
  decimalMark: string,
): string {
  if (certifiedPurityPercent === null) return '';
  const written = (decimal: string): string => decimal.replace('.', decimalMark);
  const uncertainty = expandedUncertaintyPercent === null ? '' : ` ± ${written(expandedUncertaintyPercent)}`;
  const factor = coverageFactor === null || uncertainty === '' ? '' : ` (k\u00a0=\u00a0${written(String(coverageFactor))})`;
  return `${written(certifiedPurityPercent)}${uncertainty}\u00a0%${factor}`;
}

export function stateOf({ withdrawn, expired }: Pick<ReferenceLot, 'withdrawn' | 'expired'>): 'withdrawn' | 'expired' | 'valid' {
  if (withdrawn) return 'withdrawn';
  return expired ? 'expired' : 'valid';
}

export function lotColumns(t: TFunction, decimalMark: string): readonly Column<ReferenceLot>[] {
  return [
    {
      id: 'code',
      header: t('references:lots.code'),
      value: ({ code }) => code,
      cell: ({ code }) => <CodeText code={code} plain />,
      width: 120,
    },
    {
      id: 'substance',
      header: t('references:lots.substance'),
      value: ({ substanceName }) => substanceName,
      width: { grow: 2, least: 160 },
    },
    { id: 'salt', header: t('references:lots.salt-form'), value: ({ saltForm }) => saltForm, width: 120 },
    {
      id: 'kind',
      header: t('references:lots.kind'),
      value: ({ kind }) => kind,
      cell: ({ kind }) => t(`references:lots.kinds.${kind}`),
      filter: { kind: 'choice', label: (kind) => t(`references:lots.kinds.${kind}`) },
      width: 200,
      hiddenAtFirst: true,
    },
    { id: 'producer', header: t('references:lots.producer'), value: ({ producer }) => producer, width: { grow: 1, least: 90 } },
    { id: 'lot', header: t('references:lots.lot-number'), value: ({ lotNumber }) => lotNumber, width: 100 },
    { id: 'purity', header: t('references:lots.purity'), value: (lot) => purityText(lot, decimalMark), align: 'end', width: 170 },
    {
      id: 'received',
      header: t('references:lots.received-on'),
      value: ({ receivedOn }) => receivedOn,
      cell: ({ receivedOn }) => <DateText day={receivedOn} />,
      width: 120,
      hiddenAtFirst: true,
    },
    {
      id: 'mass',
      header: t('references:lots.received-mass-mg'),
      value: ({ receivedMassMicrograms }) => (receivedMassMicrograms === null ? null : receivedMassMicrograms / 1000),
      cell: ({ receivedMassMicrograms }) =>
        receivedMassMicrograms !== null && <MassText micrograms={receivedMassMicrograms} unit="mg" bare />,
      align: 'end',
      width: 120,
      hiddenAtFirst: true,
    },
    {
      id: 'expires',
      header: t('references:lots.expires-on'),
      value: ({ expiresOn }) => expiresOn,
      cell: ({ expiresOn }) => (expiresOn === null ? t('references:lots.no-expiry') : <DateText day={expiresOn} />),
      width: 115,
    },
    {
      id: 'state',
      header: t('references:lots.state'),
      value: stateOf,
      cell: (lot) => <LotState lot={lot} />,
      filter: { kind: 'choice', label: (state) => t(`references:lots.${state}`) },
      width: 130,
    },
  ];
}
