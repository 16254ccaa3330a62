import { describe, expect, it } from 'vitest';
import { classesOfEntry, structureClasses } from '../../../../src/core/search/analogues/class-of-entry';

describe('structureClasses', () => {
  it.each([
    ['fentanyl', 'CCC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1', ['fentanyl']],
    ['carfentanil', 'CCC(=O)N(c1ccccc1)C1(CCN(CCc2ccccc2)CC1)C(=O)OC', ['fentanyl']],
    ['4-ANPP', 'c1ccccc1CCN1CCC(CC1)Nc1ccccc1', ['fentanyl']],
    ['metonitazene', 'CCN(CC)CCn1c(Cc2ccc(OC)cc2)nc2cc([N+](=O)[O-])ccc12', ['nitazene']],
    ['etodesnitazene', 'CCN(CC)CCn1c(Cc2ccc(OCC)cc2)nc2ccccc12', ['nitazene']],
    ['AB-FUBINACA', 'CC(C)C(C(N)=O)NC(=O)c1nn(Cc2ccc(F)cc2)c2ccccc12', ['synthetic-cannabinoid']],
    ['JWH-018', 'CCCCCn1cc(C(=O)c2cccc3ccccc23)c2ccccc12', ['synthetic-cannabinoid']],
    ['MDMB-4en-PINACA', 'COC(=O)C(NC(=O)c1nn(CCCC=C)c2ccccc12)C(C)(C)C', ['synthetic-cannabinoid']],
    ['CP 47,497', 'CCCCCCC(C)(C)c1ccc(C2CCCC(O)C2)c(O)c1', ['synthetic-cannabinoid']],
    ['THC', 'CCCCCc1cc(O)c2C3C=C(C)CCC3C(C)(C)Oc2c1', ['phytocannabinoid']],
    ['cannabidiol', 'CCCCCc1cc(O)c(C2C=C(C)CCC2C(C)=C)c(O)c1', ['phytocannabinoid']],
    ['cannabinol', 'CCCCCc1cc(O)c2c(c1)OC(C)(C)c1ccc(C)cc12', ['phytocannabinoid']],
    ['mephedrone', 'CNC(C)C(=O)c1ccc(C)cc1', ['cathinone']],
    ['alpha-PVP', 'CCCC(N1CCCC1)C(=O)c1ccccc1', ['cathinone']],
    ['amphetamine', 'CC(N)Cc1ccccc1', ['phenethylamine']],
    ['2C-B', 'COc1cc(Br)c(OC)cc1CCN', ['phenethylamine']],
    ['DMT', 'CN(C)CCc1c[nH]c2ccccc12', ['tryptamine']],
    ['LSD', 'CCN(CC)C(=O)C1CN(C)C2Cc3c[nH]c4cccc(C2=C1)c34', ['tryptamine']],
    ['diazepam', 'CN1C(=O)CN=C(c2ccccc2)c2cc(Cl)ccc12', ['benzodiazepine']],
    ['alprazolam', 'Cc1nnc2CN=C(c3ccccc3)c3cc(Cl)ccc3n12', ['benzodiazepine']],
    ['clobazam', 'CN1C(=O)CC(=O)N(c2ccccc2)c2cc(Cl)ccc12', ['benzodiazepine']],
    ['chlordiazepoxide', 'CNC1=Nc2ccc(Cl)cc2C(c2ccccc2)=[N+]([O-])C1', ['benzodiazepine']],
    ['testosterone', 'CC12CCC3C(CCC4=CC(=O)CCC34C)C1CCC2O', ['steroid']],
    ['estradiol', 'CC12CCC3c4ccc(O)cc4CCC3C1CCC2O', ['steroid']],
    ['phenobarbital', 'CCC1(c2ccccc2)C(=O)NC(=O)NC1=O', ['barbiturate']],
    ['mCPP', 'Clc1cccc(N2CCNCC2)c1', ['piperazine']],
    ['benzylpiperazine', 'c1ccccc1CN1CCNCC1', ['piperazine']],
    ['phencyclidine', 'C1CCN(CC1)C1(CCCCC1)c1ccccc1', ['dissociative']],
    ['ketamine', 'CNC1(CCCCC1=O)c1ccccc1Cl', ['dissociative']],
    ['cocaine', 'COC(=O)C1C(OC(=O)c2ccccc2)CC2CCC1N2C', ['tropane']],
    ['morphine', 'CN1CCC23C4Oc5c(O)ccc(CC1C2C=CC4O)c35', ['opioid']],
    ['heroin', 'CC(=O)Oc1ccc2CC3C4C=CC(OC(C)=O)C5Oc1c2C45CCN3C', ['opioid']],
    ['pethidine', 'CCOC(=O)C1(CCN(C)CC1)c1ccccc1', ['opioid']],
    ['methadone', 'CCC(=O)C(CC(C)N(C)C)(c1ccccc1)c1ccccc1', ['opioid']],
    ['tramadol', 'COc1cccc(C2(O)CCCCC2CN(C)C)c1', ['opioid']],
    ['caffeine', 'Cn1cnc2c1c(=O)n(C)c(=O)n2C', []],
    ['paracetamol', 'CC(=O)Nc1ccc(O)cc1', []],
    ['lidocaine', 'CCN(CC)CC(=O)Nc1c(C)cccc1C', []],
    ['bupropion is a cathinone', 'CC(NC(C)(C)C)C(=O)c1cccc(Cl)c1', ['cathinone']],
  ] as const)('%s', (_, smiles, classes) => {
    expect(structureClasses(smiles)).toEqual(classes);
  });

  it('tells what cannot be read from what is of no class', () => {
    expect(structureClasses('C1CC')).toBeUndefined();
  });
});

describe('classesOfEntry', () => {
  const caffeine = 'Cn1cnc2c1c(=O)n(C)c(=O)n2C';

  it('takes the structure before the name, also where it is of no class', () => {
    expect(classesOfEntry({ smiles: 'CNC(C)C(=O)c1ccc(C)cc1', name: 'Fentanyl' })).toEqual({ classes: ['cathinone'], basis: 'structure' });
    expect(classesOfEntry({ smiles: caffeine, name: 'Fentanyl' })).toEqual({ classes: [], basis: 'structure' });
  });

  it('takes the name where there is no structure, or none that can be read', () => {
    expect(classesOfEntry({ smiles: null, name: 'Fentanyl' })).toEqual({ classes: ['fentanyl'], basis: 'name' });
    expect(classesOfEntry({ smiles: 'C1CC', name: 'Fentanyl' })).toEqual({ classes: ['fentanyl'], basis: 'name' });
    expect(classesOfEntry({ smiles: null, name: 'Caffeine' })).toEqual({ classes: [], basis: 'name' });
  });
});
