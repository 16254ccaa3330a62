import type { Ionisation } from '../../spectrum/mass-spectrum';

/** What a text says about how ions were made; a part is absent when the text does not say it. */
export interface IonStatement {
  readonly ionisation?: Ionisation;
  readonly polarity?: 'positive' | 'negative';
}

const ACRONYMS: ReadonlyMap<string, Ionisation> = new Map([
  ['EI', 'EI'],
  ['ESI', 'ESI'],
  ['NSI', 'ESI'],
  ['NANOESI', 'ESI'],
  ['HESI', 'ESI'],
  ['APCI', 'APCI'],
  ['CI', 'CI'],
  ['PCI', 'CI'],
  ['NCI', 'CI'],
  ['DART', 'DART'],
  ['MALDI', 'MALDI'],
  ['APPI', 'other'],
  ['FAB', 'other'],
  ['DESI', 'other'],
  ['LDI', 'other'],
]);

const ACRONYM =
  /(?<![A-Z0-9])(NANOESI|HESI|ESI|NSI|APCI|APPI|DART|MALDI|DESI|LDI|PCI|NCI|CI|EI|FAB)(?:\s?([+-])(?![A-Z0-9]))?(?![A-Z0-9])/g;
/** Longest statement looked at; real ones have a few words. */
const STATEMENT_LENGTH = 400;

/** A library repeats a handful of statements in every record; what they mean never changes, so it is worked out once. */
const KNOWN = new Map<string, IonStatement>();
const KNOWN_CAPACITY = 256;

/**
 * Reads the statement of a field made for it (`Ionization: EI+`, `Instrument_type: GC-EI-TOF`, `Ion_mode: P`). Two different kinds in
 * one text state none.
 */
export function readIonStatement(text: string): IonStatement {
  const known = KNOWN.get(text);
  if (known !== undefined) return known;
  const statement = parseIonStatement(text);
  if (KNOWN.size >= KNOWN_CAPACITY) KNOWN.clear();
  if (text.length <= STATEMENT_LENGTH) KNOWN.set(text, statement);
  return statement;
}

function parseIonStatement(text: string): IonStatement {
  const upper = text.slice(0, STATEMENT_LENGTH).toUpperCase();
  const kinds = new Set<Ionisation>();
  let sign: string | undefined;
  for (const [, acronym, polarity] of upper.matchAll(ACRONYM)) {
    kinds.add(ACRONYMS.get(acronym as string) as Ionisation);
    sign ??= polarity;
  }
  for (const kind of spelledOut(upper)) kinds.add(kind);
  if (/^\s*(UNKNOWN|OTHER)\s*$/.test(upper)) kinds.add(upper.trim() === 'OTHER' ? 'other' : 'unknown');
  const polarity = readPolarity(upper, sign);
  const [ionisation] = kinds;
  return { ...(kinds.size === 1 && ionisation !== undefined ? { ionisation } : {}), ...(polarity ? { polarity } : {}) };
}

/** Reads a remark written for people: only words that leave no doubt count, an `EI` alone does not. */
export function readIonRemark(text: string): IonStatement {
  const kinds = new Set(spelledOut(text.slice(0, 4 * STATEMENT_LENGTH).toUpperCase()));
  const [ionisation] = kinds;
  return kinds.size === 1 && ionisation !== undefined ? { ionisation } : {};
}

/** Whether the model's own terms say all that the text says, so that it need not be kept word for word. */
export function isPlainStatement(text: string): boolean {
  return /^((EI|ESI|APCI|CI|DART|MALDI)\s?[+-]?|OTHER|UNKNOWN|P|N|[+-]|POSITIVE|NEGATIVE)$/i.test(text);
}

function spelledOut(upper: string): Ionisation[] {
  const kinds: Ionisation[] = [];
  if (!upper.includes('ELECTRO') && !upper.includes('CHEMICAL')) return kinds;
  if (/\bELECTRON[ -](IONI[SZ]ATION|IMPACT)/.test(upper)) kinds.push('EI');
  if (/\bELECTRO-?SPRAY/.test(upper)) kinds.push('ESI');
  if (/\bATMOSPHERIC[ -]PRESSURE[ -]CHEMICAL/.test(upper)) kinds.push('APCI');
  else if (/\bCHEMICAL[ -]IONI[SZ]ATION/.test(upper)) kinds.push('CI');
  return kinds;
}

function readPolarity(upper: string, sign: string | undefined): 'positive' | 'negative' | undefined {
  const word = upper.trim();
  if (word === 'P' || word === '+' || sign === '+' || /\bPOSITIVE\b/.test(word)) return 'positive';
  if (word === 'N' || word === '-' || sign === '-' || /\bNEGATIVE\b/.test(word)) return 'negative';
  return undefined;
}

/** Reads `MS2`, `MS/MS`, `MS`, `2`; undefined when the text says something else. */
export function readMsLevel(text: string): number | undefined {
  const word = text.trim().toUpperCase();
  if (word === 'MS' || word === 'FULL MS') return 1;
  if (word === 'MS/MS' || word === 'MSMS') return 2;
  const level = /^(?:MS)?([1-9])$/.exec(word)?.[1];
  return level === undefined ? undefined : Number(level);
}
