import type { TFunction } from 'i18next';
import type { z } from 'zod';
import type { identify } from '../../../../contract/identify';
import { withNamedCodes } from '../../../../i18n/named-codes';
import type { Column } from '../../../components/data-list/column';

export type Joint = z.infer<NonNullable<(typeof identify.joint)['~orpc']['outputSchema']>>;
export type JointRow = Joint[number];
export type JointLine = JointRow['lines'][number];

/** A line of evidence with the substance it is of: what a row of the file is. */
export interface LineOfSubstance {
  readonly row: JointRow;
  readonly line: JointLine;
}

/** Casework compares times of retention; an index is another technique's word. */
export function techniqueWord(technique: string, t: TFunction): string {
  return technique === 'retention-index' ? t('evidence:joint.retention') : t(`search:technique.${technique}`);
}

export function reasonWords({ code, params }: JointLine['reason'], t: TFunction, language: string): string {
  return t(`evidence:${code}`, withNamedCodes(params, t, language));
}

export function linesOf(rows: Joint): readonly LineOfSubstance[] {
  return rows.flatMap((row) => row.lines.map((line) => ({ row, line })));
}

/** The list over all techniques as a table, a line of evidence a row: for the clipboard and for CSV. */
export function jointColumns(t: TFunction, language: string): readonly Column<LineOfSubstance>[] {
  return [
    { id: 'substance', header: t('evidence:joint.substance'), value: ({ row }) => row.name },
    { id: 'cas', header: t('identify:card.cas'), value: ({ row }) => row.cas },
    { id: 'inchikey', header: t('identify:card.inchikey'), value: ({ row }) => row.inchikey },
    { id: 'technique', header: t('evidence:joint.technique'), value: ({ line }) => techniqueWord(line.technique, t) },
    { id: 'verdict', header: t('evidence:joint.says'), value: ({ line }) => t(`evidence:joint.verdict.${line.verdict}`) },
    {
      id: 'score',
      header: t('search:batch.column.score'),
      value: ({ line }) => (line.score === null ? null : t(`identify:score.${line.score}.name`)),
    },
    { id: 'value', header: t('search:why.value'), value: ({ line }) => line.value },
    { id: 'rank', header: t('identify:candidates.rank'), value: ({ line }) => line.rank },
    { id: 'reason', header: t('evidence:joint.reason'), value: ({ line }) => reasonWords(line.reason, t, language) },
  ];
}
