import type { Conditions } from '../../spectrum/conditions';
import type { VerbatimField } from '../../spectrum/mass-spectrum';

/** What the texts beside a ChemStation run say of it. */
export interface AgilentTexts {
  readonly conditions: Conditions;
  /** `Sample`, `Blank`, `Calibration`, ... as entered in the sequence. */
  readonly runType?: string;
  readonly otherFields: readonly VerbatimField[];
}

/** Keys of PRE_POST.INI and GC.ini that are given as fields of their own; the whole texts are kept beside them. */
const NAMED = ['RunType', 'SeqFileName', 'ALS_Bottle', 'Application'];

/**
 * Reads `acqmeth.txt` (the method as printed after the run), `PRE_POST.INI` and `GC.ini`. Their dates are those of the end of the run and are not taken as the
 * time of injection.
 * @param texts file name in small letters and content
 */
export function readAgilentTexts(texts: ReadonlyMap<string, string>): AgilentTexts {
  const method = texts.get('acqmeth.txt') ?? '';
  const settings = new Map([...iniValues(texts.get('gc.ini') ?? ''), ...iniValues(texts.get('pre_post.ini') ?? '')]);
  const column = [settings.get('column.1.name'), settings.get('column.1.type')]
    .filter((part) => part !== undefined && part !== '')
    .join(', ');
  const conditions: { readonly [K in keyof Conditions]: string | undefined } = {
    instrument: settings.get('instrument name') ?? /INSTRUMENT CONTROL PARAMETERS:[ \t]*(\S.*?)[ \t]*$/m.exec(method)?.[1],
    instrumentSerial: settings.get('serial_n') ?? /TUNE PARAMETERS for SN:[ \t]*(\S+)/.exec(method)?.[1],
    software: settings.get('application')?.replace(/\s+Copyright.*$/, ''),
    method: settings.get('_methfile$') ?? /^[ \t]*(?:[A-Za-z]:)?[^\r\n:]*\\([^\\\r\n]+\.M)[ \t]*$/im.exec(method)?.[1],
    vial: settings.get('als_bottle'),
    injectionVolume: injectionVolume(method),
    column: column === '' ? undefined : column,
    comment: settings.get('sequencecomment'),
  };
  const runType = settings.get('runtype');
  return {
    conditions: Object.fromEntries(Object.entries(conditions).filter(([, value]) => value !== undefined && value !== '')),
    ...(runType === undefined || runType === '' ? {} : { runType }),
    otherFields: [
      ...NAMED.flatMap((field) => {
        const value = settings.get(field.toLowerCase());
        return value === undefined || value === '' ? [] : [{ field, value }];
      }),
      ...[...texts].map(([field, value]) => ({ field, value })),
    ],
  };
}

/** `Inj. Volume : 1.0 uL` (Gerstel) or `Injection Volume    1 µL` (Agilent). */
function injectionVolume(method: string): string | undefined {
  return /^[ \t]*Inj(?:\.|ection) Volume[ \t]*:?[ \t]*(\d[\d.,]*[ \t]*[a-zµμ]*L?(?:iters?)?)[ \t]*$/im.exec(method)?.[1]?.trim();
}

/** Values of `key=value` lines by their key in small letters; of a key given twice the first. */
function iniValues(text: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const line of text.split(/\r\n|\r|\n/)) {
    const at = line.indexOf('=');
    if (at <= 0) continue;
    const key = line.slice(0, at).trim().toLowerCase();
    if (!values.has(key)) values.set(key, line.slice(at + 1).trim());
  }
  return values;
}
