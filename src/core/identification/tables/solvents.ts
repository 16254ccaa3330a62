/** Solvents the artefact rows and a bench speak of, each with its names in English and French, formulas and common short forms. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  methanol: ['methanol', 'methyl alcohol', 'alcool methylique', 'meoh', 'ch3oh', 'ch4o'],
  ethanol: ['ethanol', 'ethyl alcohol', 'alcool ethylique', 'etoh', 'c2h5oh', 'c2h6o', 'ch3ch2oh'],
  water: ['water', 'eau', 'h2o', 'purified water', 'eau purifiee', 'ultrapure water', 'eau ultrapure', 'distilled water', 'eau distillee'],
  'propan-2-ol': ['propan-2-ol', '2-propanol', 'isopropanol', 'isopropyl alcohol', 'alcool isopropylique', 'ipa', 'iproh'],
  acetonitrile: ['acetonitrile', 'acn', 'mecn', 'ch3cn'],
  acetone: ['acetone', 'propanone', 'propan-2-one'],
  'ethyl acetate': ['ethyl acetate', 'acetate d ethyle', 'etoac', 'acoet'],
  dichloromethane: ['dichloromethane', 'methylene chloride', 'chlorure de methylene', 'dcm', 'ch2cl2'],
  chloroform: ['chloroform', 'chloroforme', 'trichloromethane', 'chcl3'],
  hexane: ['hexane', 'n-hexane', 'hexanes'],
  heptane: ['heptane', 'n-heptane'],
  isooctane: ['isooctane'],
  cyclohexane: ['cyclohexane'],
  toluene: ['toluene'],
  'diethyl ether': ['diethyl ether', 'ether diethylique', 'et2o'],
  'tert-butyl methyl ether': ['tert-butyl methyl ether', 'methyl tert-butyl ether', 'mtbe', 'tbme'],
};
const KEY_OF: ReadonlyMap<string, string> = new Map(Object.entries(NAMES).flatMap(([key, names]) => names.map((name) => [name, key])));

/** Words that tell the quality of a bottle and nothing of its content. */
const GRADE =
  /\b(?:(?:hplc|u?hplc|lc|gc|lc-?ms|gc-?ms|ms|analytical|reagent|gradient|acs|optima|suprasolv|lichrosolv) ?(?:grade)?|grade|qualite|pour analyses?|for analysis|p\.?a\.?|anhydrous|anhydre|absolute|absolu|pure|pur)(?![\w-])/g;
const RATIO = /\(?\b\d+(?:\.\d+)?(?:\s*[:/]\s*\d+(?:\.\d+)?)+\b\)?|\bv\s*[/:]\s*v(?:\s*[/:]\s*v)*\b/g;
const SEPARATOR = /\s*(?:[/+;,&()]|\s-\s|\b(?:and|et|with|avec|in|dans)\b)\s*/;
const SHARE = /\b\d+(?:\.\d+)?\s*%/;

/**
 * The solvents a person wrote: `MeOH`, `méthanol, qualité HPLC`, `methanol/water 9:1` as keys of this table. Undefined when any part
 * of the text is not known to be a solvent, or a share of one is named without the rest: what is not understood is not on record, and
 * the gate then assumes the worst.
 */
export function solventsIn(text: string): ReadonlySet<string> | undefined {
  const folded = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’']/g, ' ')
    .replace(/\b2,2,4-trimethylpentane\b/g, 'isooctane')
    .replace(/(\d),(\d)/g, '$1.$2');
  const parts = folded
    .replace(RATIO, ' ')
    .replace(new RegExp(SHARE, 'g'), ' / ')
    .replace(GRADE, ' ')
    .split(SEPARATOR)
    .map((part) => part.replace(/\s+/g, ' ').replace(/^[\s.:]+|[\s.:]+$/g, ''))
    .filter((part) => part !== '');
  const keys = parts.map((part) => KEY_OF.get(part));
  const known = new Set(keys.filter((key) => key !== undefined));
  if (known.size === 0 || keys.includes(undefined)) return undefined;
  return SHARE.test(folded) && known.size === 1 ? undefined : known;
}
