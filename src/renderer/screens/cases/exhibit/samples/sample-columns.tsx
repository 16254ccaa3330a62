import type { TFunction } from 'i18next';
import { formatMass } from '../../../../../i18n/formats/masses';
import { formatNumber } from '../../../../../i18n/formats/numbers';
import type { Column } from '../../../../components/data-list/column';
import { DateText } from '../../../../components/date-text';
import { SampleCode } from '../sample-code';
import type { TreeSample } from './tree';

const INDENT = 18;

export function sampleColumns(t: TFunction, language: string, exhibitCode: string): readonly Column<TreeSample>[] {
  const quantity = ({ sample }: TreeSample): string =>
    [
      sample.unitCount === null ? null : t('casework:exhibit-form.units-count', { count: sample.unitCount }),
      sample.massMicrograms === null ? null : formatMass(sample.massMicrograms, language),
      sample.volumeMicrolitres === null ? null : `${formatNumber(sample.volumeMicrolitres, language)} µL`,
      sample.solvent === '' ? null : sample.solvent,
    ]
      .filter((part) => part !== null)
      .join(', ');
  return [
    {
      id: 'code',
      header: t('casework:sampling.code'),
      value: ({ sample }) => sample.code,
      cell: ({ sample, depth }) => (
        <span style={{ paddingInlineStart: depth * INDENT }}>
          <SampleCode exhibitCode={exhibitCode} code={sample.code} />
        </span>
      ),
      width: { grow: 1.8, least: 180 },
      sortable: false,
    },
    {
      id: 'kind',
      header: t('casework:sampling.kind'),
      value: ({ sample }) => t(`casework:sample.kind.${sample.kind}`),
      width: 96,
      sortable: false,
    },
    {
      id: 'description',
      header: t('casework:sampling.description'),
      value: ({ sample }) => sample.description,
      width: { grow: 1.1, least: 110 },
      sortable: false,
    },
    { id: 'quantity', header: t('casework:sampling.quantity'), value: quantity, width: { grow: 1.4, least: 140 }, sortable: false },
    {
      id: 'taken',
      header: t('casework:sampling.taken'),
      value: ({ sample }) => sample.takenAt,
      cell: ({ sample }) => <DateText instant={sample.takenAt} />,
      width: 172,
      sortable: false,
    },
    {
      id: 'by',
      header: t('casework:sampling.by'),
      value: ({ sample }) => sample.takenBy.fullName,
      width: { grow: 1.1, least: 110 },
      sortable: false,
      hiddenAtFirst: true,
    },
  ];
}
