import type { DrugClass } from './classes';

/** A class holds a structure that has one of `any` and none of `none` (SMARTS). */
export interface ClassRule {
  readonly drugClass: DrugClass;
  /** The definition in words, for the method page. */
  readonly definition: string;
  readonly any: readonly string[];
  readonly none?: readonly string[];
}

const PHENETHYLAMINE = '[CX4]([#7;X3,X4])[CX4;H2]c1ccccc1';
const TRYPTAMINE = '[#7;X3,X4][CX4][CX4]c1c[nH]c2ccccc12';

/**
 * Definitions of the classes as core structures, in the order in which they are tried; a structure may fall into several. They follow
 * the generic descriptions in use (UNODC Terminology and Information on Drugs, 3rd ed. 2016; UNODC recommended methods for fentanyl
 * and its analogues 2017, for synthetic cannabinoids 2013 and 2020, for synthetic cathinones 2015/2020), drawn narrower where a core alone would take in
 * medicines of another kind. They sort library entries for a vote of neighbours; they are no legal definition.
 */
export const CLASS_RULES: readonly ClassRule[] = [
  {
    drugClass: 'fentanyl',
    definition: 'N-aryl-N-(piperidin-4-yl)amide, or its despropionyl precursor',
    any: ['O=C([#6,#8])N(a)C1CCN([#6])CC1', 'O=C([#6])N(a)C1(CCN([#6])CC1)C', '[NH](c)C1CCN(CCc)CC1'],
  },
  {
    drugClass: 'nitazene',
    definition: '2-benzylbenzimidazole with an aminoethyl chain on nitrogen',
    any: ['n1(CCN)c2ccccc2nc1Cc3ccccc3'],
  },
  {
    drugClass: 'synthetic-cannabinoid',
    definition:
      'N-substituted indole, indazole, azaindole or carbazole with an acyl, carboxamide or ester link at carbon 3; cyclohexylphenols',
    any: [
      '[CX4]n1cc(C(=O)[#6,#7,#8])c2ccccc12',
      '[CX4]n1nc(C(=O)[#6,#7,#8])c2ccccc12',
      '[CX4]n1cc(C(=O)[#6,#7,#8])c2cccnc12',
      '[CX4]n1nc(C(=O)[#6,#7,#8])c2ncccc12',
      '[CX4]n1c(C(=O)[#6,#7,#8])nc2ccccc12',
      'Oc1cc(C(C)(C)CCC)ccc1C1CCCC(O)C1',
    ],
  },
  {
    drugClass: 'phytocannabinoid',
    definition: 'alkylresorcinol with a terpene part: cannabidiol, tetrahydrocannabinol, cannabinol, cannabichromene, cannabigerol types',
    any: [
      '[OX2]c1cc(CCC)cc2OC(C)(C)c3ccccc3-c12',
      '[OX2]c1cc(CCC)cc2OC(C)(C)C3CCC(C)=CC3c12',
      '[OX2]c1cc(CCC)cc2OC(C)(C)C3CCC(=C)CC3c12',
      '[OX2]c1cc(CCC)cc2OC(C)(C)C3CC=C(C)CC3c12',
      '[OX2]c1cc(CCC)cc([OX2])c1C2C=C(C)CCC2',
      '[OX2]c1cc(CCC)cc2OC(C)(CC)C=Cc12',
      '[OX2]c1cc(CCC)cc([OX2])c1CC=C(C)C',
    ],
  },
  {
    drugClass: 'cathinone',
    definition: '2-amino-1-aryl-1-alkanone',
    any: ['c1ccccc1C(=O)[CX4]([#6])[NX3;!$(N-C=O)]', 'c1ccccc1C(=O)[CX4;H2][NX3;!$(N-C=O)]'],
  },
  {
    drugClass: 'phenethylamine',
    definition: 'phenyl, two saturated carbons, amine; not part of a larger ring system, not a fentanyl or a morphinan',
    any: [PHENETHYLAMINE, '[#7;X3,X4][CX4;H2][CX4;H2]c1ccccc1'],
    none: ['O=C([#6,#8])N(a)C1CCN([#6])CC1', '[NH](c)C1CCN(CCc)CC1', 'C1CNCCC1', '[#7]1[CX4][CX4]c2ccccc2[CX4]1', 'n'],
  },
  {
    drugClass: 'tryptamine',
    definition: 'indol-3-yl, two saturated carbons, amine; ergolines among them',
    any: [TRYPTAMINE, '[#7;X3,X4][CX4][CX4]c1cn([#6])c2ccccc12'],
  },
  {
    drugClass: 'benzodiazepine',
    definition: 'seven-membered 1,4- or 1,5-diazepine fused to benzene or thiophene',
    any: [
      'c1ccc2c(c1)C(=NCC(=O)N2)c',
      'c1ccc2c(c1)C(=NCCN2)c',
      'c1ccc2c(c1)C(=NCc3nncn23)c',
      'c1ccc2c(c1)C(=NCc3cncn23)c',
      's1cc2C(=NCc3nncn3c2c1)c',
      'c1ccc2c(c1)N(c)C(=O)CC(=O)N2',
      'c1ccc2c(c1)C(=[#7]CC([#7])=[#7]2)c',
    ],
  },
  {
    drugClass: 'steroid',
    definition: 'gonane skeleton, saturated or not',
    any: ['C1~C~C~C2~C(~C1)~C~C~C3~C2~C~C~C4~C3~C~C~C4', 'c1ccc2c(c1)CCC3C2CCC4C3CCC4'],
  },
  {
    drugClass: 'barbiturate',
    definition: 'pyrimidine-2,4,6-trione, 2-thio included',
    any: ['O=C1[#7]C(=[O,S])[#7]C(=O)C1([#6])[#6]', 'O=C1[#7]C(=[O,S])[#7]C(=O)[CH]1[#6]'],
  },
  {
    drugClass: 'piperazine',
    definition: 'N-phenyl- or N-benzylpiperazine whose second nitrogen carries hydrogen or a small group',
    any: [
      'c1ccccc1N2CC[NH]CC2',
      'c1ccccc1CN2CC[NH]CC2',
      'c1ccccc1N2CCN([CH3])CC2',
      'c1ccccc1CN2CCN([CH3])CC2',
      'c1ccccc1CN2CCN(Cc3ccccc3)CC2',
    ],
  },
  {
    drugClass: 'dissociative',
    definition: '1-arylcyclohexylamine (oxo group included) or 1,2-diarylethylamine',
    any: ['c1ccccc1C2([#7])CCCCC2', 's1cccc1C2([#7])CCCCC2', 'c1ccccc1C2([#7])C(=O)CCCC2', 'c1ccccc1CC([#7;X3])c2ccccc2'],
  },
  { drugClass: 'tropane', definition: '8-azabicyclo[3.2.1]octane with an oxygen function at carbon 3', any: ['[#7]1C2CCC1CC([OX2])C2'] },
  {
    drugClass: 'opioid',
    definition:
      'morphinan; 4-phenylpiperidine of the pethidine kind; 3,3-diphenylpropylamine of the methadone kind; arylcyclohexanol of the tramadol kind',
    any: [
      'c1ccc2c(c1)C13CC[#7]C(C2)C1[#6]~[#6]~[#6]~[#6]3',
      'c1ccccc1C2(C(=O)[#6,#8])CC[#7]CC2',
      'c1ccccc1C(c2ccccc2)(C(=O)C)CC(C)[#7]',
      'c1ccccc1C2([OX2])CCCCC2C[#7]',
    ],
  },
];
