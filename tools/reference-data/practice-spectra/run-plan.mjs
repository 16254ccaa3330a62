/**
 * What stands in the vials of the practice laboratory. `peaks` are heights of the base peak in counts by substance; retention
 * times are invented, in the order such a column would give. The documents name injections by batch and vial.
 */
export const RETENTION = {
  Paracetamol: 6.122,
  Caffeine: 7.484,
  Tramadol: 8.061,
  Methadone: 9.312,
  Acetylcodeine: 11.308,
  '6-Monoacetylmorphine': 11.462,
  Heroin: 11.934,
  Fentanyl: 12.671,
};

const blank = (vial) => ({ vial, kind: 'blank', peaks: {} });

/** A vial takes 18 minutes with cooling; moments count in days from the day the practice laboratory is opened (D). */
export const MINUTES_PER_INJECTION = 18;

export const RUNS = [
  {
    key: 'batch-tablets',
    method: 'method-gcms',
    instrument: 'instrument-gcms',
    analyst: 'jonas',
    started: { day: -3, minute: 8 * 60 + 10 },
    judged: { accepted: true, by: 'jonas', at: 'D-3T14:40', note: 'Practice: blanks clean, references and control within the method.' },
    windows: ['Paracetamol', 'Caffeine', 'Tramadol', 'Fentanyl'],
    injections: [
      blank(1),
      { vial: 2, kind: 'reference', lot: 'lot-fentanyl', peaks: { Fentanyl: 1_620_000 } },
      blank(3),
      { vial: 4, kind: 'reference', lot: 'lot-caffeine', peaks: { Caffeine: 2_140_000 } },
      blank(5),
      { vial: 6, kind: 'reference', lot: 'lot-tramadol', peaks: { Tramadol: 1_930_000 } },
      blank(7),
      { vial: 8, kind: 'control', peaks: { Caffeine: 1_480_000, Methadone: 1_210_000 } },
      blank(9),
      { vial: 10, kind: 'case', sample: 'tablets-extract-1', peaks: { Caffeine: 2_310_000, Fentanyl: 742_000 } },
      blank(11),
      { vial: 12, kind: 'case', sample: 'tablets-extract-2', peaks: { Caffeine: 2_190_000, Fentanyl: 688_000 } },
      blank(13),
      { vial: 14, kind: 'case', sample: 'capsules-extract-1', format: 'jdx', peaks: { Tramadol: 1_540_000 } },
      blank(15),
      { vial: 16, kind: 'case', sample: 'capsules-extract-2', format: 'jdx', peaks: { Tramadol: 1_610_000 } },
    ],
  },
  {
    key: 'batch-powder',
    method: 'method-gcms',
    instrument: 'instrument-gcms',
    analyst: 'jonas',
    started: { day: -2, minute: 9 * 60 },
    judged: null,
    windows: ['Paracetamol', 'Caffeine', 'Acetylcodeine', '6-Monoacetylmorphine', 'Heroin'],
    injections: [
      blank(1),
      { vial: 2, kind: 'reference', lot: 'lot-heroin', peaks: { Heroin: 1_280_000 } },
      blank(3),
      { vial: 4, kind: 'reference', lot: 'lot-caffeine', peaks: { Caffeine: 2_080_000 } },
      blank(5),
      { vial: 6, kind: 'control', peaks: { Caffeine: 1_450_000, Methadone: 1_190_000 } },
      blank(7),
      {
        vial: 8,
        kind: 'case',
        sample: 'powder-extract-1',
        peaks: { Paracetamol: 1_720_000, Caffeine: 1_950_000, Acetylcodeine: 212_000, '6-Monoacetylmorphine': 334_000, Heroin: 1_060_000 },
      },
      blank(9),
      {
        vial: 10,
        kind: 'case',
        sample: 'powder-extract-2',
        peaks: { Paracetamol: 1_690_000, Caffeine: 1_880_000, Acetylcodeine: 205_000, '6-Monoacetylmorphine': 341_000, Heroin: 1_010_000 },
      },
    ],
  },
];

/** Substances of the practice library, by their names in the starter list. */
export const LIBRARY = [
  ...[
    'Tramadol',
    'Fentanyl',
    'Acetylfentanyl',
    'Butyrfentanyl',
    'Furanylfentanyl',
    'Carfentanil',
    'Para-fluorofentanyl',
    'Acryloylfentanyl',
  ],
  ...[
    '4-Anilino-N-phenethylpiperidine',
    'Isotonitazene',
    'Metonitazene',
    'Heroin',
    '6-Monoacetylmorphine',
    'Acetylcodeine',
    'Morphine',
    'Codeine',
  ],
  ...[
    'Oxycodone',
    'Methadone',
    'Papaverine',
    'Noscapine',
    'Cocaine',
    'Amfetamine',
    'Metamfetamine',
    'MDMA',
    'Mephedrone',
    'Methylone',
    'alpha-PVP',
  ],
  ...['Dronabinol', 'Cannabidiol', 'Cannabinol', 'JWH-018', 'AB-FUBINACA', 'Diazepam', 'Alprazolam', 'Ketamine', 'Caffeine', 'Paracetamol'],
  ...['Lidocaine', 'Phenacetin', 'Levamisole', 'Procaine', 'Diphenhydramine'],
];
