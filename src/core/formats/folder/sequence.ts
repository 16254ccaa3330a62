import type { Conditions } from '../../spectrum/conditions';
import type { VerbatimField } from '../../spectrum/mass-spectrum';
import { Refused } from '../binary/binary-file';
import { recognise } from '../recognise';
import { guessKind, type InjectionKind, type KindReason } from './injection-kind';
import { type OpenEntry, readUnit } from './read-unit';
import type { Unit } from './units';

/** One injection of a sequence, in its place by time. */
export interface Injection {
  /** 1 for the first injected. */
  readonly order: number;
  /** Path of the file or instrument folder. */
  readonly file: string;
  readonly vial?: string;
  readonly sampleName?: string;
  readonly method?: string;
  /** As the file states it; ISO 8601 where that is unambiguous. */
  readonly injectedAt?: string;
  /** The instrument's own number of the injection in its sequence. */
  readonly place?: string;
  readonly kind: InjectionKind;
  readonly kindReason: KindReason;
}

/**
 * What must be known before an order is relied on. `time-missing`: no readable time, put last; `same-time`: order by the instrument's number, then by name;
 * `zones-mixed`: some times have a zone, some not, compared as local ones; `place-differs`: the instrument's numbers do not rise with time;
 * `not-read`: the file could not be read and is not in the list.
 */
export interface SequenceNote {
  readonly code: 'time-missing' | 'same-time' | 'zones-mixed' | 'place-differs' | 'not-read';
  readonly files: readonly string[];
}

export interface Sequence {
  readonly injections: readonly Injection[];
  readonly notes: readonly SequenceNote[];
}

/** What one injection's file says of itself. */
export interface InjectionFacts {
  readonly file: string;
  readonly conditions: Conditions;
  /** Type of run as entered in the instrument's sequence. */
  readonly runType?: string;
}

/** Formats that hold one injection a file. */
const RUN_FORMATS: ReadonlySet<unknown> = new Set(['andi', 'chemstation', 'mzml', 'mzxml']);

/**
 * The injections of a folder in the order they were made, from what each file and instrument folder says of itself. The instrument's own lists (`.S`, `.SEQ`,
 * `SEQUENCE.LOG`) are not read: their structure is not published.
 * @yields the number of units looked at, after each
 */
export function* sequenceOf(units: readonly Unit[], open: OpenEntry): Generator<number, Sequence> {
  const facts: InjectionFacts[] = [];
  const unread: string[] = [];
  let looked = 0;
  for (const unit of units) {
    const found = factsOf(unit, open);
    if (found === 'not-read') unread.push(unit.path);
    else if (found !== undefined) facts.push(found);
    yield ++looked;
  }
  const { injections, notes } = orderInjections(facts);
  return { injections, notes: unread.length === 0 ? notes : [...notes, { code: 'not-read', files: unread }] };
}

/** Undefined for what is no injection. */
function factsOf(unit: Unit, open: OpenEntry): InjectionFacts | 'not-read' | undefined {
  if (unit.kind === 'not-read') return unit.reason === 'instrument-folder' ? 'not-read' : undefined;
  if (unit.kind === 'file') {
    const format = formatOf(unit.path, open);
    if (format === 'not-read' || !RUN_FORMATS.has(format)) return format === 'not-read' ? format : undefined;
  }
  for (const event of readUnit(unit, open)) {
    if (event.type === 'refused') return 'not-read';
    if (event.type === 'spectrum') return undefined;
    const record = event.type === 'run' ? event.run : event.type === 'curves' ? event.curves : undefined;
    if (record === undefined) continue;
    const name = record.identity.name === '' ? {} : { sample: record.identity.name };
    return { file: unit.path, conditions: { ...name, ...record.conditions }, ...runTypeOf(record.otherFields) };
  }
  return undefined;
}

function formatOf(path: string, open: OpenEntry): unknown {
  try {
    return recognise(open(path));
  } catch (error) {
    if (error instanceof Refused) return 'not-read';
    throw error;
  }
}

function runTypeOf(fields: readonly VerbatimField[]): { readonly runType?: string } {
  const found = fields.find(({ field }) => field === 'RunType');
  return found === undefined ? {} : { runType: found.value };
}

/** Puts injections in the order of their times and guesses what each is for. */
export function orderInjections(facts: readonly InjectionFacts[]): Sequence {
  const mixed =
    new Set(facts.filter(({ conditions }) => timeOf(conditions, false) !== undefined).map(({ conditions }) => hasZone(conditions))).size >
    1;
  const timed = facts.map((fact) => ({ fact, time: timeOf(fact.conditions, mixed) }));
  const sorted = timed.sort(
    (a, b) => compareTimes(a.time, b.time) || placeOf(a.fact) - placeOf(b.fact) || byName.compare(a.fact.file, b.fact.file),
  );
  const files = (of: readonly { readonly fact: InjectionFacts }[]): readonly string[] => of.map(({ fact }) => fact.file);
  const missing = sorted.filter(({ time }) => time === undefined);
  const same = sorted.filter(({ time }, i) => time !== undefined && (sorted[i - 1]?.time === time || sorted[i + 1]?.time === time));
  const placed = sorted.filter(({ fact, time }) => time !== undefined && fact.conditions.injection !== undefined);
  const turned = placed.filter(
    ({ fact }, i) => i > 0 && placeOf(fact) < placeOf((placed[i - 1] as { readonly fact: InjectionFacts }).fact),
  );
  const notes: SequenceNote[] = [
    { code: 'time-missing' as const, files: files(missing) },
    { code: 'same-time' as const, files: files(same) },
    { code: 'zones-mixed' as const, files: mixed ? files(sorted) : [] },
    { code: 'place-differs' as const, files: files(turned) },
  ].filter(({ files }) => files.length > 0);
  return { injections: sorted.map(({ fact }, i) => injectionOf(fact, i + 1)), notes };
}

function injectionOf({ file, conditions, runType }: InjectionFacts, order: number): Injection {
  const { vial, sample, method, measuredAt, injection } = conditions;
  const { kind, reason } = guessKind(sample ?? '', file.slice(file.lastIndexOf('/') + 1).replace(/\.[^.]*$/, ''), runType);
  return {
    order,
    file,
    ...(vial === undefined ? {} : { vial }),
    ...(sample === undefined ? {} : { sampleName: sample }),
    ...(method === undefined ? {} : { method }),
    ...(measuredAt === undefined ? {} : { injectedAt: measuredAt }),
    ...(injection === undefined ? {} : { place: injection }),
    kind,
    kindReason: reason,
  };
}

const byName = new Intl.Collator('en', { numeric: true });
const ISO = /^(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:\d\d)?$/;

/** Milliseconds; a time without zone, or every time where only some have one, is taken as it stands. */
function timeOf({ measuredAt }: Conditions, local: boolean): number | undefined {
  const match = ISO.exec(measuredAt ?? '');
  if (match === null) return undefined;
  const time = Date.parse(`${match[1]}${local ? 'Z' : (match[2] ?? 'Z')}`);
  return Number.isNaN(time) ? undefined : time;
}

function hasZone({ measuredAt }: Conditions): boolean {
  return ISO.exec(measuredAt ?? '')?.[2] !== undefined;
}

function compareTimes(a: number | undefined, b: number | undefined): number {
  if (a === undefined || b === undefined) return (a === undefined ? 1 : 0) - (b === undefined ? 1 : 0);
  return a - b;
}

/** The instrument's number of an injection (`4`, or the line of `SequenceLine: 10  Inj: 1`); 0 where there is none. */
function placeOf({ conditions }: InjectionFacts): number {
  const numbers = (conditions.injection ?? '').match(/\d+/g) ?? [];
  return Number(numbers[0] ?? 0) * 1000 + Number(numbers[1] ?? 0);
}
