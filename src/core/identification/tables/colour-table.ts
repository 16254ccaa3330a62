import { type FieldReader, fieldReader, type TableFault } from './field-reader';

/** One reaction that a source reports. `steps` are accepted colour words per step; `none` means no colour, empty means not a colour. */
export interface ColourReaction {
  readonly reagent: string;
  /** As the source names it, with its salt. */
  readonly substance: string;
  readonly keys: readonly string[];
  readonly steps: readonly (readonly string[])[];
  /** In the words of the source. */
  readonly colour: string;
  readonly expected: 'positive' | 'negative';
  readonly source: string;
}

export interface Reagent {
  readonly id: string;
  readonly name: string;
  readonly technique: 'colour' | 'immuno';
}

export interface ColourTable {
  readonly version: string;
  readonly reagents: readonly Reagent[];
  readonly reactions: readonly ColourReaction[];
}

export type ParsedColourTable =
  | { readonly ok: true; readonly table: ColourTable }
  | { readonly ok: false; readonly faults: readonly TableFault[] };

/** Checks `resources/colour-tests/colour-tests.json`: every row's reagent, source and colour words must be declared in the file. */
export function parseColourTable(file: unknown): ParsedColourTable {
  const reader = fieldReader();
  const root = reader.object(file, 'colours');
  const words = reader.list(root.words, 'colours.words').map((word, i) => reader.text(word, `colours.words[${i}]`));
  const sources = Object.keys(reader.object(root.sources, 'colours.sources'));
  const reagents = reader.list(root.reagents, 'colours.reagents').map((value, i) => readReagent(reader, value, `colours.reagents[${i}]`));
  const ids = reagents.map(({ id }) => id);
  const reactions = reader
    .list(root.reactions, 'colours.reactions')
    .map((value, i) => readReaction(reader, value, `colours.reactions[${i}]`, { words, sources, ids }));
  const table: ColourTable = { version: reader.text(root.version, 'colours.version'), reagents, reactions };
  return reader.faults.length === 0 ? { ok: true, table } : { ok: false, faults: reader.faults };
}

function readReagent(reader: FieldReader, value: unknown, path: string): Reagent {
  const row = reader.object(value, path);
  return {
    id: reader.text(row.id, `${path}.id`),
    name: reader.text(row.name, `${path}.name`),
    technique: reader.oneOf(row.technique, ['colour', 'immuno'], `${path}.technique`),
  };
}

interface Declared {
  readonly words: readonly string[];
  readonly sources: readonly string[];
  readonly ids: readonly string[];
}

function readReaction(reader: FieldReader, value: unknown, path: string, { words, sources, ids }: Declared): ColourReaction {
  const row = reader.object(value, path);
  const texts = (list: unknown, at: string) => reader.list(list, at).map((one, i) => reader.text(one, `${at}[${i}]`));
  return {
    reagent: reader.oneOf(row.reagent, ids, `${path}.reagent`),
    substance: reader.text(row.substance, `${path}.substance`),
    keys: texts(row.keys, `${path}.keys`),
    steps: reader
      .list(row.steps, `${path}.steps`)
      .map((step, i) => reader.list(step, `${path}.steps[${i}]`).map((word, j) => reader.oneOf(word, words, `${path}.steps[${i}][${j}]`))),
    colour: reader.text(row.colour, `${path}.colour`),
    expected: reader.oneOf(row.expected, ['positive', 'negative'], `${path}.expected`),
    source: reader.oneOf(row.source, sources, `${path}.source`),
  };
}

/**
 * Substances whose reaction with a reagent, in some source, agrees with the colours seen: what a positive colour may mean, and what
 * may explain it. Sorted, each key once. Absence of a colour points at nothing.
 */
export function substancesGiving(table: ColourTable, reagent: string, observed: readonly string[]): readonly string[] {
  const agrees = ({ steps }: ColourReaction) =>
    steps.length > 0 &&
    steps.length === observed.length &&
    steps.every((step, i) => !step.includes('none') && step.includes(observed[i] ?? ''));
  const rows = table.reactions.filter((row) => row.reagent === reagent && row.expected === 'positive' && agrees(row));
  return [...new Set(rows.flatMap(({ keys }) => keys))].sort();
}
