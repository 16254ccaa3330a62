import type { DrugClass } from './classes';

/** Parts of a class's core structure that an analogue may carry its change on; keys of the message catalogue under `analogue-part-`. */
export type MoleculePart =
  | 'acyl'
  | 'aniline'
  | 'piperidine'
  | 'phenethyl'
  | 'amine-side'
  | 'benzyl'
  | 'benzimidazole'
  | 'aryl'
  | 'side-chain'
  | 'indole'
  | 'core'
  | 'tail'
  | 'linked-group'
  | 'cyclohexyl'
  | 'amine'
  | 'tropane'
  | 'ester';

/** An ion that tells of a part of the molecule, at a fixed m/z of the unsubstituted parent or at a fixed loss from the molecule. */
export type DiagnosticIon = {
  readonly drugClass: DrugClass;
  /** The parts of the molecule that the ion holds. */
  readonly holds: readonly MoleculePart[];
  /** Key in DIAGNOSTIC_SOURCES. */
  readonly source: string;
} & ({ readonly mz: number } | { readonly loss: number });

/** All parts of each class, the ones an ion does not hold being what was lost. */
export const PARTS_OF_CLASS: Partial<Readonly<Record<DrugClass, readonly MoleculePart[]>>> = {
  fentanyl: ['acyl', 'aniline', 'piperidine', 'phenethyl'],
  nitazene: ['amine-side', 'benzyl', 'benzimidazole'],
  cathinone: ['aryl', 'amine-side'],
  phenethylamine: ['aryl', 'amine-side'],
  tryptamine: ['indole', 'amine-side'],
  'synthetic-cannabinoid': ['core', 'tail', 'linked-group'],
  dissociative: ['aryl', 'cyclohexyl', 'amine'],
  tropane: ['tropane', 'ester', 'acyl'],
};

export const DIAGNOSTIC_SOURCES: Readonly<Record<string, string>> = {
  ohta1999: 'Ohta, Suzuki, Ogasawara, J. Anal. Toxicol. 23 (1999) 280: fentanyl and its derivatives by GC-MS',
  valdez2022: 'Valdez, Crit. Rev. Anal. Chem. 52 (2022) 1938: GC-MS of opioids of the fentanyl class, a review',
  kanamori2023: 'Kanamori et al., Drug Test. Anal. 15 (2023) 449: nitazene analogues and their positional isomers',
  zuba2012: 'Zuba, TrAC Trends Anal. Chem. 32 (2012) 15: cathinones by mass spectrometric methods',
  aalberg2000: 'Aalberg et al., J. Chromatogr. Sci. 38 (2000) 329: side-chain and ring regioisomers of MDMA',
  chen2008: 'Chen et al., Talanta 74 (2008) 512: tryptamines and phenethylamines by mass spectral fragmentation',
  uchiyama2013: 'Uchiyama et al., Forensic Toxicol. 31 (2013) 93: AB-PINACA, AB-FUBINACA',
  hudson2011: 'Hudson & Ramsey, Drug Test. Anal. 3 (2011) 466: the emergence and analysis of synthetic cannabinoids',
  depaoli2013: 'De Paoli et al., J. Anal. Toxicol. 37 (2013) 277: methoxetamine, 3-methoxyeticyclidine, 3-methoxyphencyclidine',
  smith2010: 'Smith & Casale, Microgram J. 7 (2010) 16: the mass spectrum of cocaine',
};

const at = (drugClass: DrugClass, source: string, holds: readonly MoleculePart[], ...masses: readonly number[]): readonly DiagnosticIon[] =>
  masses.map((mz) => ({ drugClass, holds, source, mz }));
const losing = (
  drugClass: DrugClass,
  source: string,
  holds: readonly MoleculePart[],
  ...losses: readonly number[]
): readonly DiagnosticIon[] => losses.map((loss) => ({ drugClass, holds, source, loss }));

/** Facts from the literature, as ions and the parts they hold. */
export const DIAGNOSTIC_IONS: readonly DiagnosticIon[] = [
  // M − benzyl radical (245 of fentanyl), then − ketene of the acyl (189), then − C2H5N of the piperidine (146).
  ...losing('fentanyl', 'ohta1999', ['acyl', 'aniline', 'piperidine'], 91),
  ...at('fentanyl', 'ohta1999', ['acyl', 'aniline', 'piperidine'], 245),
  ...at('fentanyl', 'ohta1999', ['aniline', 'piperidine'], 189),
  ...at('fentanyl', 'valdez2022', ['aniline'], 146),
  ...at('fentanyl', 'valdez2022', ['phenethyl'], 91, 105),
  // CH2=N+R2 of the ethylamine chain; the alkoxybenzyl cation.
  ...at('nitazene', 'kanamori2023', ['amine-side'], 58, 72, 84, 86, 98, 100, 114),
  ...at('nitazene', 'kanamori2023', ['benzyl'], 91, 107, 109, 121, 125, 135, 149, 163),
  // Iminium from alpha cleavage; aroylium and its aryl cation.
  ...at('cathinone', 'zuba2012', ['amine-side'], 30, 44, 58, 72, 86, 98, 100, 112, 114, 126, 128, 140, 154),
  ...at('cathinone', 'zuba2012', ['aryl'], 77, 91, 95, 105, 119, 121, 123, 133, 135, 139, 149, 155),
  ...at('phenethylamine', 'aalberg2000', ['amine-side'], 30, 44, 58, 72, 86),
  ...at('phenethylamine', 'aalberg2000', ['aryl'], 91, 105, 109, 121, 135, 136),
  ...at('phenethylamine', 'chen2008', ['aryl'], 151, 152, 165, 166, 181, 182),
  ...at('tryptamine', 'chen2008', ['amine-side'], 30, 44, 58, 72, 86, 100, 110, 114),
  ...at('tryptamine', 'chen2008', ['indole'], 130, 131, 144, 146, 148, 160, 161, 174),
  // Core acylium without the tail; core acylium with the tail; loss of the group at the end of the link.
  ...at('synthetic-cannabinoid', 'hudson2011', ['core'], 144),
  ...at('synthetic-cannabinoid', 'hudson2011', ['core', 'tail'], 214, 228),
  ...at('synthetic-cannabinoid', 'hudson2011', ['linked-group'], 127, 155),
  ...at('synthetic-cannabinoid', 'uchiyama2013', ['core'], 145),
  ...at('synthetic-cannabinoid', 'uchiyama2013', ['core', 'tail'], 215, 219, 226, 232, 233, 240, 241, 252, 253),
  ...at('synthetic-cannabinoid', 'uchiyama2013', ['tail'], 109),
  // Cyclohexyl ring opened, C3H7 lost: aryl and amine stay.
  ...losing('dissociative', 'depaoli2013', ['aryl', 'amine'], 43),
  ...at('dissociative', 'depaoli2013', ['aryl'], 91, 121),
  ...at('dissociative', 'depaoli2013', ['amine'], 84, 86),
  ...at('tropane', 'smith2010', ['tropane'], 82, 83),
  ...at('tropane', 'smith2010', ['tropane', 'ester'], 182),
  ...at('tropane', 'smith2010', ['acyl'], 105, 77),
];
