/** Classes of drugs that are told apart by structure. Stored with results: never rename, add. */
export const DRUG_CLASSES = [
  'fentanyl',
  'nitazene',
  'synthetic-cannabinoid',
  'phytocannabinoid',
  'cathinone',
  'phenethylamine',
  'tryptamine',
  'benzodiazepine',
  'steroid',
  'barbiturate',
  'piperazine',
  'dissociative',
  'tropane',
  'opioid',
] as const;
export type DrugClass = (typeof DRUG_CLASSES)[number];
