import { describe, expect, it } from 'vitest';
import { NAME_RULES, NAMING_SOURCES } from '../../../../src/core/search/analogues/facts/name-rules';
import { classOfName } from '../../../../src/core/search/analogues/name-class';

describe('classOfName', () => {
  it.each([
    [
      'fentanyl',
      ['Fentanyl', 'para-Fluorobutyryl fentanyl', 'Carfentanil', '.beta.-Hydroxythiofentanyl-d5 (Not Certified by NIST)', '4-ANPP'],
    ],
    ['nitazene', ['Isotonitazene', 'N-Desethyl etonitazene', 'Etonitazepyne', 'Metodesnitazene', 'Etazene']],
    [
      'synthetic-cannabinoid',
      ['JWH-018', 'JWH 018-d9', 'ADB-BUTINACA', 'MDMB-CHMICA', '5F-CUMYL-P7AICA', 'CUMYL-PeGACLONE', 'AB-FUPPYCA', 'AM-2201', 'UR-144'],
    ],
    ['synthetic-cannabinoid', ['5-Fluoro-PB-22', 'FDU-NNEI', 'THJ2201', 'CP 47,497 (C8 analog)', 'WIN 55,212-2', '5F-MDMB-PINACA', 'PX 1']],
    ['phytocannabinoid', ['.delta.-9-Tetrahydrocannabinol', 'Δ9-THC', 'Cannabidiol-d9', 'THCA', 'Dronabinol', 'CBN']],
    [
      'cathinone',
      ['Mephedrone', '4-Fluoromethcathinone HFBA Derivative', 'N-Ethylpentylone', 'MDPV', 'α-PVP', '4-Fluoro-.alpha.-PHP', 'MDPHP'],
    ],
    ['cathinone', ['2-(Methylamino)-1-(4-methylphenyl)propan-1-one', 'Bupropion', 'Eutylone', '3-CMC / 3-chloromethcathinone']],
    ['piperazine', ['1-Benzylpiperazine', '1-[3-(Trifluoromethyl)phenyl]piperazine', 'mCPP', 'TFMPP', 'BZP']],
    ['tryptamine', ['N,N-Dimethyltryptamine', '5-MeO-DiPT', '4-AcO-DMT', '4-HO-MET', 'Psilocybin', 'LSD', '1P-LSD', 'Lysergic acid amide']],
    ['benzodiazepine', ['Diazepam', 'Flualprazolam', 'Etizolam', '3-Hydroxyphenazepam', 'Clobazam', 'Oxazolam', 'Flubromazepam']],
    ['barbiturate', ['Phenobarbital', 'Amobarbitone', 'Thiopental', 'Ethyltolylbarbituric acid']],
    ['steroid', ['Testosterone Cypionate', 'Nandrolone', 'Stanozolol', 'Trenbolone Acetate', 'Boldenone', 'Methandienone', 'Oxandrolone']],
    ['steroid', ['Ethinylestradiol', '5(10)-Estren-3.beta.,17.beta.-diol', 'Cholesterol', 'Prednisolone', 'Clostebol']],
    ['tropane', ['Cocaine', 'Benzoylecgonine', 'Atropine', 'Scopolamine', 'Homatropine']],
    ['dissociative', ['Ketamine', '2-Fluorodeschloroketamine', 'PCP', '3-MeO-PCE', 'Methoxetamine', 'MXE', 'Ephenidine', 'Diphenidine']],
    [
      'opioid',
      ['Heroin', 'O-6-Monoacetylmorphine', 'Oxycodone', 'Levorphanol', 'Methadone', 'Tramadol', 'U-47700', 'Brorphine', 'Naloxone'],
    ],
    [
      'phenethylamine',
      ['Amphetamine', 'Dexamfetamine', '3,4-MDMA', '2C-B', '25I-NBOMe', '25B-N(BOMe)2', 'DOM', '5-MAPB', '4-FMA', 'Mescaline'],
    ],
  ] as const)('%s', (drugClass, names) => {
    for (const name of names) expect([name, classOfName(name)]).toEqual([name, drugClass]);
  });

  it('lets the stronger stem decide where a name holds two', () => {
    expect(classOfName('N-(2C-C) Fentanyl')).toBe('fentanyl');
    expect(classOfName('2C-B-BZP')).toBe('piperazine');
    expect(classOfName('3-Methoxy PCP')).toBe('dissociative');
  });

  it.each([
    [
      'stems by chance',
      ['Methazolamide', 'Procyclidine', 'Lidocaine', 'Procaine', 'Carbamazepine', 'Somatropin', 'Morpholine', 'Clenbuterol'],
    ],
    ['stems by chance', ['Dronedarone', 'Silica', 'Rhubarb extract', 'Apomorphine', 'Sequestrene', 'Digital', 'Estragole', 'Octacosanol']],
    [
      'the ketone is missing, or changed places',
      ['3-Desoxy-3,4-Methylenedioxypyrovalerone', 'Dihydro-.alpha.-PPP', '2-Fluoroisocathinone', 'Iso-mephedrone'],
    ],
    [
      'parts and precursors',
      ['1-Benzyl-4-piperidone', '4-Piperidone', 'Phenyl-2-propanone', 'Barbituric acid', '2,5-Dimethoxybenzaldehyde'],
    ],
    [
      'other drugs',
      ['Caffeine', 'Paracetamol', 'Zolpidem', 'Papaverine', 'Noscapine', 'Loperamide', 'Ephedrine', 'Methylphenidate', 'Harmine'],
    ],
    ['abbreviations of other things', ['TMA', 'DMA', 'DON', 'PCM', 'Pentachlorophenol (PCP)']],
    ['what is no name', ['', ' ', '-', '?']],
  ] as const)('states no class: %s', (_, names) => {
    for (const name of names) expect([name, classOfName(name)]).toEqual([name, undefined]);
  });

  it('reads Greek letters, points of older libraries and any dash alike', () => {
    for (const name of ['α-PVP', '.alpha.-PVP', 'alpha-PVP', 'alpha\u2010PVP', 'ALPHA-PVP']) expect(classOfName(name)).toBe('cathinone');
  });

  it('gives a source for every rule, and stays fast on a hostile name', () => {
    for (const { sources } of NAME_RULES) for (const source of sources) expect(NAMING_SOURCES[source]).toBeTruthy();
    expect(classOfName('methyl-'.repeat(20_000))).toBeUndefined();
    expect(classOfName(`amino-1-phenyl${'prop'.repeat(5000)}`)).toBeUndefined();
    // Every beginning with every phenyl: hours, were the whole of it looked at.
    expect(classOfName('amino-1-phenyl'.repeat(20_000))).toBeUndefined();
  });
});
