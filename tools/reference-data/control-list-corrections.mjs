/**
 * What was found wrong in the working list while it was re-checked, and what stands in its place. `by` says who vouches for the
 * new value: 'computed' (from the structure), 'library' (an entry of a spectral library, CAS number and skeleton together) or
 * 'general knowledge'. Docs: docs/reference-data.md.
 */
export const CORRECTIONS = {
  Dexamfetamine: {
    set: { smiles: 'C[C@H](N)Cc1ccccc1' },
    why: 'the structure was the racemate and carried its InChIKey; the name means the (S)-isomer',
    by: 'general knowledge, InChIKey computed',
  },
  Racemethorphan: {
    set: { smiles: 'COc1ccc2c(c1)C13CCCCC1C(C2)N(C)CC3' },
    why: 'the structure was levomethorphan; a racemate has no absolute configuration',
    by: 'general knowledge, InChIKey computed',
  },
  Racemorphan: {
    set: { smiles: 'CN1CCC23CCCCC2C1Cc1ccc(O)cc13' },
    why: 'the structure was levorphanol; a racemate has no absolute configuration',
    by: 'general knowledge, InChIKey computed',
  },
  Dextromoramide: {
    set: { smiles: 'C[C@H](CN1CCOCC1)C(C(=O)N1CCCC1)(c1ccccc1)c1ccccc1' },
    why: 'the structure was the racemate; dextromoramide is the (S)-isomer',
    by: 'general knowledge, InChIKey computed',
  },
  Levomoramide: {
    set: { smiles: 'C[C@@H](CN1CCOCC1)C(C(=O)N1CCCC1)(c1ccccc1)c1ccccc1' },
    why: 'the structure was the racemate; levomoramide is the (R)-isomer',
    by: 'general knowledge, InChIKey computed',
  },
  Acetyldihydrocodeine: {
    set: { smiles: 'COc1ccc2c3c1O[C@H]1[C@@H](OC(C)=O)CC[C@H]4[C@@H](C2)N(C)CC[C@@]341' },
    why: 'the structure was a ketone with the acetyl group on the ring (same formula); the substance is the 6-acetate',
    by: 'general knowledge, InChIKey computed',
  },
  Acetorphine: {
    set: { smiles: 'CCC[C@@](C)(O)[C@H]1C[C@@]23C=C[C@]1(OC)[C@@H]1Oc4c(OC(C)=O)ccc5c4[C@@]12CCN(C)[C@@H]3C5' },
    why: 'one ring carbon had the opposite configuration to etorphine, of which this is the 3-acetate',
    by: 'general knowledge, InChIKey computed',
  },
  Dihydroetorphine: {
    set: { smiles: 'CCC[C@@](C)(O)[C@H]1C[C@@]23CC[C@]1(OC)[C@@H]1Oc4c(O)ccc5c4[C@@]12CCN(C)[C@@H]3C5' },
    why: 'one ring carbon was drawn otherwise than in etorphine, of which this is the dihydro derivative',
    by: 'general knowledge, InChIKey computed',
  },
  Thebaine: {
    set: { smiles: 'COC1=CC=C2[C@H]3Cc4ccc(OC)c5c4[C@@]2(CCN3C)[C@H]1O5' },
    why: 'the structure had no configuration; drawn as the natural isomer, as oripavine is in this list',
    by: 'general knowledge, InChIKey computed',
  },
  'Potassium permanganate': {
    set: { smiles: '[K+].[O-][Mn](=O)(=O)=O', formula: 'KMnO4' },
    why: 'the structure and the formula had lost the potassium',
    by: 'computed',
  },
  Mesocarb: {
    set: { smiles: 'CC(Cc1ccccc1)[n+]1cc([N-]C(=O)Nc2ccccc2)on1', formula: 'C18H18N4O2' },
    why: 'there was no structure',
    by: 'general knowledge, InChIKey computed',
  },
  'Morphine Methobromide': {
    set: { smiles: '[Br-].C[N+]1(C)CC[C@]23c4c5ccc(O)c4O[C@H]2[C@@H](O)C=C[C@H]3[C@H]1C5', formula: 'C18H22BrNO3' },
    why: 'there was no structure',
    by: 'general knowledge, InChIKey computed',
  },
  Hydrocodone: {
    set: { cas: '125-29-1' },
    why: 'the list gave 50678-79-0',
    by: 'library (SWGDRUG 3.9)',
  },
  Allobarbital: {
    set: { cas: '52-43-7' },
    why: 'the list gave 58-15-1, which two libraries give for aminophenazone',
    by: 'library (SWGDRUG 3.9, MassBank)',
  },
  DET: {
    set: { cas: '61-51-8' },
    why: 'the list gave 7558-72-7, which is said to be the hydrochloride',
    by: 'library (SWGDRUG 3.9); that the other is the salt: general knowledge',
  },
  DOET: {
    set: { cas: '22004-32-6' },
    why: 'the list gave 22139-65-7, which is said to be the hydrochloride',
    by: 'library (SWGDRUG 3.9); that the other is the salt: general knowledge',
  },
  '2-Methyl-AP-237': {
    set: { cas: null },
    why: 'the list gave 98608-61-8, a library gives 98608-59-4; one of them may be the salt, which could not be decided',
    by: 'library (SWGDRUG 3.9)',
  },
};

/** What a structure of the list leaves open or narrows, where the name alone does not show it. */
export const ISOMER_NOTES = {
  Tilidine: 'the substance is the racemate of the trans form; the structure shows one of its two mirror images',
  Alphaprodine: 'the substance is a racemate; the structure shows one of its two mirror images',
  Betaprodine: 'the substance is a racemate; the structure shows one of its two mirror images',
  Alphameprodine: 'relative configuration not resolved: the InChIKey is shared with betameprodine',
  Betameprodine: 'relative configuration not resolved: the InChIKey is shared with alphameprodine',
  Phenazocine: 'the configuration is given for two of three centres only',
};

/** Controls that came before the one listed: a substance moved between schedules. Years without a read source are marked GK. */
export const EARLIER = {
  GHB: [{ convention: '1971', schedule: 'IV', from: 2001, to: 2013, basis: ['GK'] }],
  Dronabinol: [{ convention: '1971', schedule: 'I', from: null, to: 1991, basis: ['GK'] }],
  Flunitrazepam: [{ convention: '1971', schedule: 'IV', from: null, to: 1995, basis: ['T71', 'GK'] }],
  'Acetic anhydride': [{ convention: '1988', schedule: 'Table II', from: 1988, to: 2001, basis: ['T88', 'GK'] }],
  'Potassium permanganate': [{ convention: '1988', schedule: 'Table II', from: 1992, to: 2001, basis: ['GK'] }],
  'Phenylacetic acid': [{ convention: '1988', schedule: 'Table II', from: 1988, to: 2010, basis: ['T88', 'GK'] }],
};

/** The year a source shows the schedules as of: a substance read there was under control in that year, whenever that began. */
export const SOURCE_SHOWS = { T61: 1990, T71: 1986, T88: 1988, FR90: 1990, CN13: 2013, CZ463: 2013, VN26: 2026 };

/** The year of decision a source itself speaks of; every other year of the list rests on general knowledge. */
export const SOURCE_DATES = {
  T88: 1988,
  ECDD38: 2017,
  INCB17: 2017,
  APAIC18: 2018,
  ECN18: 2018,
  GL29: 2018,
  LSS18: 2019,
  GL30: 2019,
  UNIS19: 2019,
  ECN20: 2020,
  FR21: 2021,
  CNDB22: 2022,
  WHO23: 2023,
  ST24: 2024,
  INCB24: 2024,
  WHO25: 2025,
};
