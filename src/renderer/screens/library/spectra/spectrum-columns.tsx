import { Checkbox } from '@mantine/core';
import type { TFunction } from 'i18next';
import type { SpectrumSummary } from '../../../../contract/library';
import { formatNumber } from '../../../../i18n/formats/numbers';
import { CodeText } from '../../../components/code-text';
import type { Column } from '../../../components/data-list/column';
import classes from '../library.module.css';
import type { Selection } from './use-selection';

const code = (value: string | null) => (value === null ? null : <CodeText code={value} plain />);
const ofMasses = ({ technique }: SpectrumSummary): boolean => technique === 'mass-spectrometry';

/** The mark that a row is chosen, and the way to choose it with the mouse; keys have Space. */
function Mark(props: { readonly name: string; readonly chosen: boolean; readonly onToggle: () => void; readonly onReach: () => void }) {
  const { name, chosen, onToggle, onReach } = props;
  return (
    <Checkbox
      size="xs"
      className={classes.mark}
      tabIndex={-1}
      aria-label={name}
      checked={chosen}
      onChange={({ nativeEvent }) => (nativeEvent instanceof MouseEvent && nativeEvent.shiftKey ? onReach() : onToggle())}
      // The row itself opens the record.
      onClick={(event) => event.stopPropagation()}
    />
  );
}

export function spectrumColumns(
  t: TFunction,
  language: string,
  { selected, toggle, reach }: Pick<Selection, 'selected' | 'toggle' | 'reach'>,
): readonly Column<SpectrumSummary>[] {
  return [
    {
      id: 'selected',
      header: t('library:select.column'),
      value: ({ key }) => (selected.has(key) ? t('frame:yes') : ''),
      cell: (row) => (
        <Mark
          name={t('library:select.one', { name: row.name })}
          chosen={selected.has(row.key)}
          onToggle={() => toggle(row)}
          onReach={() => reach(row)}
        />
      ),
      width: 64,
    },
    { id: 'technique', header: t('files:technique-label'), value: ({ technique }) => t(`files:technique.${technique}`), width: 164 },
    {
      id: 'name',
      header: t('library:spectra.name'),
      value: ({ name }) => name,
      cell: ({ name }) => <bdi title={name}>{name}</bdi>,
      width: { grow: 2, least: 170 },
    },
    {
      id: 'formula',
      header: t('library:spectra.formula'),
      value: ({ formula }) => formula,
      cell: ({ formula }) => code(formula),
      width: 120,
    },
    { id: 'cas', header: t('library:spectra.cas'), value: ({ cas }) => cas, cell: ({ cas }) => code(cas), width: 128 },
    { id: 'mass', header: t('library:spectra.mass'), value: ({ nominalMass }) => nominalMass, align: 'end', width: 70 },
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
      value: (row) => (ofMasses(row) ? t(`library:ionisation.${row.ionisation}`) : ''),
      width: 100,
    },
    {
      id: 'level',
      header: t('library:spectra.ms-level'),
      value: (row) => (ofMasses(row) ? row.msLevel : null),
      align: 'end',
      width: 80,
      hiddenAtFirst: true,
    },
    {
      id: 'points',
      header: t('library:spectra.points'),
      value: ({ peakCount }) => peakCount,
      cell: ({ peakCount }) => formatNumber(peakCount, language, 0),
      align: 'end',
      width: 76,
    },
    {
      id: 'grade',
      header: t('hygiene:grade-column'),
      value: ({ grade }) => grade ?? '',
      width: 72,
    },
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
      cell: ({ collectionName }) => <bdi title={collectionName}>{collectionName}</bdi>,
      width: { grow: 1, least: 120 },
    },
  ];
}
