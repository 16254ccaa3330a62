import type { TFunction } from 'i18next';
import type { SpectrumSummary } from '../../../../contract/library';
import { CodeText } from '../../../components/code-text';
import type { Column } from '../../../components/data-list/column';

const code = (value: string | null) => (value === null ? null : <CodeText code={value} plain />);

export function spectrumColumns(t: TFunction): readonly Column<SpectrumSummary>[] {
  return [
    {
      id: 'name',
      header: t('library:spectra.name'),
      value: ({ name }) => name,
      cell: ({ name }) => <bdi>{name}</bdi>,
      width: { grow: 3, least: 200 },
    },
    {
      id: 'formula',
      header: t('library:spectra.formula'),
      value: ({ formula }) => formula,
      cell: ({ formula }) => code(formula),
      width: 140,
    },
    { id: 'mass', header: t('library:spectra.mass'), value: ({ nominalMass }) => nominalMass, align: 'end', width: 80 },
    { id: 'cas', header: t('library:spectra.cas'), value: ({ cas }) => cas, cell: ({ cas }) => code(cas), width: 120 },
    {
      id: 'inchikey',
      header: t('library:spectra.inchikey'),
      value: ({ inchikey }) => inchikey,
      cell: ({ inchikey }) => code(inchikey),
      width: 270,
      hiddenAtFirst: true,
    },
    {
      id: 'ionisation',
      header: t('library:spectra.ionisation'),
      value: ({ ionisation }) => t(`library:ionisation.${ionisation}`),
      width: 100,
    },
    { id: 'level', header: t('library:spectra.ms-level'), value: ({ msLevel }) => msLevel, align: 'end', width: 80, hiddenAtFirst: true },
    { id: 'peaks', header: t('library:spectra.peaks'), value: ({ peakCount }) => peakCount, align: 'end', width: 80 },
    {
      id: 'index',
      header: t('library:spectra.retention-index'),
      value: ({ retentionIndex }) => retentionIndex,
      align: 'end',
      width: 90,
      hiddenAtFirst: true,
    },
    {
      id: 'accession',
      header: t('library:spectra.accession'),
      value: ({ accession }) => accession,
      cell: ({ accession }) => code(accession),
      width: 110,
      hiddenAtFirst: true,
    },
    {
      id: 'collection',
      header: t('library:spectra.collection'),
      value: ({ collectionName }) => collectionName,
      cell: ({ collectionName }) => <bdi>{collectionName}</bdi>,
      width: { grow: 1, least: 110 },
    },
  ];
}
