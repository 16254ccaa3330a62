import type { Conditions } from '../../spectrum/conditions';
import type { StatedIdentity, VerbatimField } from '../../spectrum/mass-spectrum';
import { isoDate } from './date';
import { folded } from './words';

type Slot = keyof Conditions | 'name' | 'cas' | 'formula';

/** Keys as instruments of several makers write them, in English, German and French: folded, without units. */
const KEYS: Readonly<Record<Slot, readonly string[]>> = {
  name: ['name', 'names', 'title', 'titel', 'titre', 'spectrum name', 'compound', 'substance', 'substanz', 'spectrum identity'],
  cas: ['cas', 'cas no', 'cas number', 'cas registry no'],
  formula: ['formula', 'formel', 'formule', 'molecular formula'],
  sample: ['sample', 'sample name', 'sample id', 'probe', 'probenname', 'probenbezeichnung', 'echantillon', "nom de l'echantillon"],
  measuredAt: [
    ...['date', 'datum', 'time stamp', 'timestamp', 'date/time stamp', 'date and time', 'acquired', 'collection time', 'acquisition date'],
    ...['messdatum', 'aufnahmedatum', 'datum/uhrzeit', 'date de mesure', "date d'acquisition", 'measured on', 'date created'],
  ],
  operator: ['operator', 'operator name', 'user', 'user name', 'username', 'bediener', 'benutzer', 'operateur', 'utilisateur'],
  instrument: [
    ...['instrument', 'instrument name', 'instrument model', 'device', 'spectrometer', 'spectrometers', 'model'],
    ...['gerat', 'spektrometer', 'appareil', 'spectrometre', 'instrument used'],
  ],
  instrumentSerial: [
    ...['serial', 'serial number', 'serial no', 'devicesn', 'seriennummer', 'numero de serie'],
    ...['data measured with spectrometer serial number', 'data measured with spectrometer'],
  ],
  software: ['software', 'software version', 'file version', 'scan version', 'version', 'application'],
  method: ['method', 'method name', 'methode', 'method file'],
  exposure: [
    ...[
      'integration time',
      'integ time',
      'intigration times',
      'integrationtime',
      'exposure',
      'exposure time',
      'acq time',
      'acquisition time',
    ],
    ...['belichtungszeit', 'integrationszeit', "temps d'integration", "temps d'exposition", "temps d'acquisition"],
  ],
  accumulations: [
    ...['average', 'averages', 'averaging nr', 'average number', 'spectra averaged', 'scans to average', 'accumulations', 'scans'],
    ...['number of scans', 'no of scans', 'repetitioncount', 'mittelungen', 'anzahl scans', 'akkumulationen', 'nombre de balayages'],
  ],
  laser: [
    ...['laser', 'laser wavelength', 'laserwavelength', 'wl', 'excitation', 'excitation wavelength', 'laserwellenlange'],
    ...['anregungswellenlange', "longueur d'onde laser", "longueur d'onde d'excitation"],
  ],
  laserPower: ['laser power', 'laserpower', 'laser powerlevel', 'laser power level', 'laserleistung', 'puissance laser'],
  resolution: ['resolution', 'spectral res', 'spectral resolution', 'auflosung'],
  accessory: ['accessory', 'objective', 'objektiv', 'objectif', 'zubehor', 'accessoire', 'spectral collection mode'],
  detector: ['detector', 'detektor', 'detecteur'],
  source: ['source', 'light source', 'lichtquelle'],
  apodisation: ['apodization', 'apodisation'],
  temperature: ['temperature', 'temperatur'],
  pathLength: ['path length', 'pathlength', 'cell length', 'schichtdicke', 'trajet optique'],
  state: ['state', 'aggregatzustand'],
  solvent: ['solvent', 'losungsmittel', 'solvant'],
  comment: ['comment', 'comments', 'remark', 'kommentar', 'bemerkung', 'commentaire', 'remarque'],
  vial: ['vial'],
  injection: [],
  injectionVolume: ['injection volume'],
  beamsplitter: ['beamsplitter', 'beam splitter'],
  nucleus: [],
  frequency: [],
  ionisation: ['ionization', 'ionisation', 'ionization mode'],
  column: [],
};

const SLOT_OF: ReadonlyMap<string, Slot> = new Map(
  Object.entries(KEYS).flatMap(([slot, keys]) => keys.map((key) => [key, slot as Slot] as const)),
);
const UNIT_AT_END = /\s*[([]?\b(ms|s|sec|usec|us|min|mw|w|nm|cm-1|%|scans|name)[)\]]?$/;
const UNIT_IN_BRACKETS = /\s*[([]([^)\]]*)[)\]]\s*$/;

/** What the fields say in the model's terms; the rest stays as written. */
export interface StatedConditions {
  readonly conditions: Conditions;
  readonly identity: StatedIdentity;
  readonly otherFields: readonly VerbatimField[];
  /** Dates that can be read in more than one way. */
  readonly ambiguousDates: readonly VerbatimField[];
}

/** Sorts fields into the model's terms. The first of two fields for one place has it; the other stays verbatim. */
export function stateConditions(fields: readonly VerbatimField[]): StatedConditions {
  const found = new Map<Slot, string>();
  const otherFields: VerbatimField[] = [];
  const ambiguousDates: VerbatimField[] = [];
  const bwtek = fields.some(({ field, value }) => /^file version$/i.test(field) && /^BW/.test(value));
  for (const entry of fields) {
    const { slot: known, unit } = slotOf(entry.field);
    // B&W Tek writes the spectrometer under `title`, its module under `model`.
    const slot = bwtek && known === 'name' ? 'instrument' : known;
    const value = entry.value;
    if (slot === undefined || value === '' || found.has(slot)) otherFields.push(entry);
    else if (slot === 'measuredAt') {
      const date = isoDate(value);
      if (date === undefined) ambiguousDates.push(entry);
      found.set(slot, date ?? value);
    } else found.set(slot, unit === '' ? value : value.replace(/^[\d.,]+(?=\s*$|\s*\()/, `$& ${unit}`));
  }
  const { name, cas, formula, ...conditions } = Object.fromEntries(found) as Partial<Record<Slot, string>>;
  return {
    conditions,
    identity: { name: name ?? '', synonyms: [], ...(cas ? { cas } : {}), ...(formula ? { formula } : {}) },
    otherFields,
    ambiguousDates,
  };
}

function slotOf(field: string): { readonly slot: Slot | undefined; readonly unit: string } {
  const key = folded(field).replace(/^#+/, '').replace(/[.]/g, '').trim();
  const plain = SLOT_OF.get(key);
  if (plain !== undefined) return { slot: plain, unit: '' };
  const bracket = UNIT_IN_BRACKETS.exec(key);
  if (bracket !== null) return { slot: SLOT_OF.get(key.replace(UNIT_IN_BRACKETS, '').trim()), unit: unitWritten(bracket[1] as string) };
  const end = UNIT_AT_END.exec(key);
  if (end === null) return { slot: undefined, unit: '' };
  return { slot: SLOT_OF.get(key.slice(0, end.index).trim()), unit: unitWritten(end[1] as string) };
}

function unitWritten(unit: string): string {
  const plain: Readonly<Record<string, string>> = { usec: 'µs', us: 'µs', mw: 'mW', w: 'W', sec: 's', scans: '', name: '' };
  return plain[unit] ?? unit;
}
