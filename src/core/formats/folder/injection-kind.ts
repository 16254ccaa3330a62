/** What an injection is for. Always a guess from what people entered, and given with its reason. */
export type InjectionKind = 'blank' | 'control' | 'sample' | 'unknown';

/** Where a guess comes from: the sequence's own type of run, a word of a name, or nowhere. */
export interface KindReason {
  readonly by: 'run-type' | 'sample-name' | 'file-name' | 'nothing';
  /** The word that decided, as written; '' where nothing did. */
  readonly text: string;
}

export interface GuessedKind {
  readonly kind: InjectionKind;
  readonly reason: KindReason;
}

/** Words of names, in English, French and German laboratories; whole words only, digits beside them do not count. */
const BLANK = new Set([
  'blank',
  'blk',
  'bl',
  'blanc',
  'blindwert',
  'leerwert',
  'solvent',
  'solvant',
  'rinse',
  'wash',
  'rincage',
  'rinçage',
  'noinj',
]);
const CONTROL = new Set([
  ...['control', 'ctrl', 'ctl', 'controle', 'contrôle', 'kontrolle', 'qc', 'qa', 'temoin', 'témoin', 'std', 'standard', 'etalon', 'étalon'],
  ...['cal', 'calib', 'calibration', 'calibrator', 'check', 'istd', 'ladder', 'alkanes', 'tune', 'grob'],
]);
/** Data files of runs without a vial, as ChemStation numbers them (Agilent, Understanding Your ChemStation, chapter 8). */
const NO_VIAL = /^NV--?\d/i;

/**
 * Guesses what an injection is for: by the type of run entered in the sequence, unless that is `Sample` (which nobody changes), then by the words of the
 * sample's name, then by those of the file's name.
 */
export function guessKind(sampleName: string, fileName: string, runType = ''): GuessedKind {
  const typed = kindOfRunType(runType);
  if (typed === 'blank' || typed === 'control') return { kind: typed, reason: { by: 'run-type', text: runType } };
  const named = kindOfWords(sampleName);
  if (named !== undefined) return { kind: named.kind, reason: { by: 'sample-name', text: named.text } };
  const filed = NO_VIAL.test(fileName) ? { kind: 'blank' as const, text: fileName.slice(0, 2) } : kindOfWords(fileName);
  if (filed !== undefined) return { kind: filed.kind, reason: { by: 'file-name', text: filed.text } };
  if (typed === 'sample') return { kind: 'sample', reason: { by: 'run-type', text: runType } };
  return { kind: 'unknown', reason: { by: 'nothing', text: '' } };
}

function kindOfRunType(runType: string): InjectionKind | undefined {
  if (/blank/i.test(runType)) return 'blank';
  if (/cal|qc|control|tune|spike|check/i.test(runType)) return 'control';
  return /sample/i.test(runType) ? 'sample' : undefined;
}

/** The first word that says what a name is for; a blank goes before a control (`QC blank` is a blank). */
function kindOfWords(name: string): { readonly kind: 'blank' | 'control'; readonly text: string } | undefined {
  const words = name.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').split(/[^\p{L}]+/u);
  const blank = words.find((word) => BLANK.has(word.toLowerCase()));
  if (blank !== undefined) return { kind: 'blank', text: blank };
  const control = words.find((word) => CONTROL.has(word.toLowerCase()));
  return control === undefined ? undefined : { kind: 'control', text: control };
}
