import { joinFindings } from '../../../src/core/identification/comparison/comparison';
import { excludeByRetention } from '../../../src/core/identification/comparison/retention';
import { blank, deviation, exhibit, gcMs, holding, ions, lotOf, match, result, retention, suppose } from './evidence';
import type { GateVector } from './vector';

const F = 'fentanyl';
const PF = 'para-fluorofentanyl';
const on2 = { aliquotId: 'a2' };
const method = (changes: { solvent?: string; inlet?: 'gc' | 'lc'; mechanism?: string }) => ({
  method: { versionId: 'm', validated: true, ...changes },
});
const opiates = { kind: 'class' as const, className: 'opiates', substances: ['codeine', 'heroin', 'morphine'] };

const against = (others: readonly (readonly [string, number])[], lot = {}) =>
  excludeByRetention(
    {
      sample: { value: 5.01, sequenceId: 's1' },
      reference: { value: 5, sequenceId: 's1' },
      unit: 'min',
      tolerance: { relativePercent: 1 },
    },
    others.map(([substanceKey, value]) => ({ substanceKey, lot: lotOf(substanceKey, lot), retention: { value, sequenceId: 's1' } })),
  );
const isomerGc = (others: readonly (readonly [string, number])[], lot = {}) =>
  result('q-gc', 'gc', PF, { ...on2, comparison: holding('gc', 'reference material', against(others, lot)) });
const twoIsomers = [
  ['ortho-fluorofentanyl', 4.8],
  ['meta-fluorofentanyl', 5.2],
] as const;

const ISOMERS: readonly GateVector[] = [
  {
    name: 'isomer: GC-MS with the RM of one fluorofentanyl only gives the group',
    input: exhibit(PF, [...gcMs('g', PF), ...gcMs('h', PF, on2)]),
    level: 'criteria-met',
    reviewedLevel: 'identified-isomer-open',
    blocks: [],
    group: 'fluorofentanyl',
    warnings: ['isomer-open'],
    states: { isomer: 'not-met', specificity: 'met' },
  },
  {
    name: 'isomer: retention against the RM of each isomer names one',
    input: exhibit(PF, [...gcMs('g', PF), isomerGc(twoIsomers)]),
    level: 'criteria-met',
    reviewedLevel: 'identified',
    blocks: [],
    states: { isomer: 'met' },
  },
  {
    name: 'isomer: one isomer not resolved by retention keeps the group',
    input: exhibit(PF, [
      ...gcMs('g', PF),
      isomerGc([
        ['ortho-fluorofentanyl', 4.8],
        ['meta-fluorofentanyl', 5.06],
      ]),
    ]),
    level: 'criteria-met',
    reviewedLevel: 'identified-isomer-open',
    blocks: [],
    group: 'fluorofentanyl',
    warnings: ['isomer-open'],
  },
  {
    name: 'isomer: an expired lot of the other isomer excludes nothing',
    input: exhibit(PF, [...gcMs('g', PF), isomerGc(twoIsomers, { expiresOn: '2026-01-01' })]),
    level: 'criteria-met',
    reviewedLevel: 'identified-isomer-open',
    blocks: [],
    group: 'fluorofentanyl',
    warnings: ['isomer-open'],
  },
  {
    name: 'isomer: infrared against the RM tells it',
    input: exhibit(PF, [...gcMs('g', PF), result('i', 'ir', PF, on2)]),
    level: 'criteria-met',
    reviewedLevel: 'identified',
    blocks: [],
    states: { isomer: 'met' },
  },
  {
    name: 'isomer: the group asked for needs no separation',
    input: exhibit(PF, [...gcMs('g', PF), ...gcMs('h', PF, on2)], { hypotheses: [suppose(PF, { namedAs: 'group' })] }),
    level: 'criteria-met',
    reviewedLevel: 'identified-isomer-open',
    blocks: [],
    group: 'fluorofentanyl',
    states: { isomer: 'not-applicable' },
  },
];

const MIXTURES: readonly GateVector[] = [
  {
    name: 'mixture: Marquis explained by heroin does not support fentanyl',
    input: exhibit(
      F,
      [
        result('i', 'ms', F),
        result('k', 'colour', F, { ...on2, explainedBy: ['heroin', 'morphine'] }),
        ...gcMs('h', 'heroin'),
        ...gcMs('j', 'heroin', on2),
      ],
      { hypotheses: [suppose(F), suppose('heroin')] },
    ),
    level: 'tentative',
    reviewedLevel: 'tentative',
    blocks: ['explained-by', 'second-technique-missing'],
    states: { specificity: 'blocked' },
  },
  {
    name: 'mixture: a class reaction of heroin and morphine supports neither when both are there',
    input: exhibit(
      'morphine',
      [result('m', 'ms', 'morphine'), ...gcMs('h', 'heroin'), result('k', 'colour', 'morphine', { ...on2, supports: opiates })],
      {
        hypotheses: [suppose('morphine'), suppose('heroin')],
      },
    ),
    level: 'tentative',
    reviewedLevel: 'tentative',
    blocks: ['explained-by', 'second-technique-missing'],
  },
  {
    name: 'mixture: FTIR is not category A for the minor component',
    input: exhibit(F, [result('i', 'ir', F, { componentShare: 'minor' }), result('k', 'colour', F, on2)]),
    level: 'presumptive',
    reviewedLevel: 'presumptive',
    blocks: ['category-c-only', 'minor-in-mixture'],
  },
  {
    name: 'mixture: FTIR called sole although another substance is shown present',
    input: exhibit(F, [result('i', 'ir', F), result('g', 'gc', F, on2)], { knownPresent: ['caffeine'] }),
    level: 'presumptive',
    reviewedLevel: 'presumptive',
    blocks: ['share-not-stated', 'two-category-b-missing'],
  },
  {
    name: 'mixture: both components by GC-MS stand on their own',
    input: exhibit(F, [...gcMs('g', F), ...gcMs('h', F, on2), ...gcMs('p', 'heroin'), ...gcMs('q', 'heroin', on2)], {
      hypotheses: [suppose(F), suppose('heroin')],
    }),
    component: 1,
    level: 'criteria-met',
    reviewedLevel: 'identified',
    blocks: [],
  },
];

const ARTEFACTS: readonly GateVector[] = [
  {
    name: 'artefact: LSD by GC-MS in methanol may have been 1P-LSD',
    input: exhibit('lsd', [
      ...gcMs('g', 'lsd', method({ solvent: 'methanol' })),
      ...gcMs('h', 'lsd', { ...on2, ...method({ solvent: 'methanol' }) }),
    ]),
    level: 'tentative',
    reviewedLevel: 'tentative',
    group: 'lsd-isomers',
    blocks: ['may-be-artefact', 'may-be-artefact', 'may-be-artefact', 'may-be-artefact', 'may-be-artefact'],
    warnings: ['isomer-open', 'may-be-artefact', 'may-be-artefact', 'may-be-artefact', 'may-be-artefact', 'may-be-artefact'],
  },
  {
    name: 'artefact: AMB-FUBINACA in acetonitrile is not made from AB-FUBINACA',
    input: exhibit('amb-fubinaca', [...gcMs('g', 'amb-fubinaca'), ...gcMs('h', 'amb-fubinaca', on2)]),
    level: 'criteria-met',
    reviewedLevel: 'identified',
    blocks: [],
    states: { artefact: 'met' },
  },
  {
    name: 'artefact: psilocin by GC-MS is settled by LC',
    input: exhibit('psilocin', [...gcMs('g', 'psilocin'), result('l', 'lc', 'psilocin', on2)]),
    level: 'criteria-met',
    reviewedLevel: 'identified',
    blocks: [],
    warnings: ['may-be-artefact'],
    states: { artefact: 'met' },
  },
  {
    name: 'artefact: a solvent that is not on record is read as the worst case',
    input: exhibit('amb-fubinaca', [...gcMs('g', 'amb-fubinaca', method({})), ...gcMs('h', 'amb-fubinaca', { ...on2, ...method({}) })]),
    level: 'tentative',
    reviewedLevel: 'tentative',
    blocks: ['may-be-artefact'],
    warnings: ['may-be-artefact'],
  },
  {
    name: 'artefact: a signed exclusion lifts it and is printed',
    input: exhibit('psilocin', [...gcMs('g', 'psilocin'), ...gcMs('h', 'psilocin', on2)], {
      deviations: [deviation('artefact-excluded', { artefactId: 'psilocybin-to-psilocin' })],
    }),
    level: 'criteria-met',
    reviewedLevel: 'identified',
    blocks: [],
    warnings: ['may-be-artefact'],
    states: { artefact: 'waived' },
  },
];

const SALTS: readonly GateVector[] = [
  {
    name: 'salt: GC-MS cannot say it, whatever is entered',
    input: exhibit('cocaine', [...gcMs('g', 'cocaine', { saltForm: 'hydrochloride' }), ...gcMs('h', 'cocaine', on2)], {
      hypotheses: [suppose('cocaine', { saltForm: 'hydrochloride' })],
    }),
    level: 'criteria-met',
    reviewedLevel: 'identified',
    blocks: [],
    warnings: ['salt-not-shown'],
    salt: null,
    states: { salt: 'not-met' },
  },
  {
    name: 'salt: infrared shows it',
    input: exhibit('cocaine', [...gcMs('g', 'cocaine'), result('i', 'ir', 'cocaine', { ...on2, saltForm: 'hydrochloride' })], {
      hypotheses: [suppose('cocaine', { saltForm: 'hydrochloride' })],
    }),
    level: 'criteria-met',
    reviewedLevel: 'identified',
    blocks: [],
    salt: 'hydrochloride',
    states: { salt: 'met' },
  },
  {
    name: 'salt: infrared shows another than claimed',
    input: exhibit('cocaine', [...gcMs('g', 'cocaine'), result('i', 'ir', 'cocaine', { ...on2, saltForm: 'base' })], {
      hypotheses: [suppose('cocaine', { saltForm: 'hydrochloride' })],
    }),
    level: 'criteria-met',
    reviewedLevel: 'identified',
    blocks: [],
    warnings: ['salt-differs'],
    salt: 'base',
  },
];

const expired = { referenceLot: lotOf(F, { expiresOn: '2026-02-28' }) };
const twice = (changes: object) => [...gcMs('g', F, changes), ...gcMs('h', F, { ...on2, ...changes })];

const FAULTS: readonly GateVector[] = [
  {
    name: 'reference: an expired lot leaves it tentative',
    input: exhibit(F, twice(expired)),
    level: 'tentative',
    reviewedLevel: 'tentative',
    blocks: ['nothing-counts', 'reference-expired', 'reference-expired', 'reference-expired', 'reference-expired'],
    states: { reference: 'blocked' },
  },
  {
    name: 'reference: a lot requalified before use lifts the expiry',
    input: exhibit(F, twice(expired), { deviations: [deviation('requalified-standard', { lotId: 'lot-fentanyl' })] }),
    level: 'criteria-met',
    reviewedLevel: 'identified',
    blocks: [],
    states: { reference: 'waived' },
  },
  {
    name: 'reference: a lot requalified after use lifts nothing',
    input: exhibit(F, [result('m', 'ms', F, expired)], {
      deviations: [deviation('requalified-standard', { lotId: 'lot-fentanyl' }, { authorisedAt: '2026-03-09T08:00:00Z' })],
    }),
    level: 'tentative',
    reviewedLevel: 'tentative',
    blocks: ['nothing-counts', 'reference-expired'],
  },
  {
    name: 'reference: the lot of another substance proves nothing',
    input: exhibit(F, [result('m', 'ms', F, { referenceLot: lotOf('heroin') })]),
    level: 'inconclusive',
    reviewedLevel: 'inconclusive',
    blocks: ['nothing-counts', 'reference-wrong-substance'],
  },
  {
    name: 'quality: a rejected batch counts nothing',
    input: exhibit(F, gcMs('g', F, { batch: { id: 'b9', accepted: false, reasons: ['blank not clean'] } })),
    level: 'inconclusive',
    reviewedLevel: 'inconclusive',
    blocks: ['batch-rejected', 'batch-rejected', 'nothing-counts'],
  },
  {
    name: 'quality: a rejected batch beside enough sound work stops nothing',
    input: exhibit(F, [
      ...gcMs('g', F),
      ...gcMs('h', F, on2),
      ...gcMs('z', F, { batch: { id: 'b9', accepted: false, reasons: ['tune'] } }),
    ]),
    level: 'criteria-met',
    reviewedLevel: 'identified',
    blocks: [],
    states: { quality: 'met' },
  },
  {
    name: 'discrepancy: a voided negative still contradicts, and counts for nothing else',
    input: exhibit(F, [
      ...gcMs('g', F),
      ...gcMs('h', F, on2),
      result('v', 'gc', F, { outcome: 'negative', setAside: { how: 'voided', reason: 'wrong vial' } }),
    ]),
    level: 'inconclusive',
    reviewedLevel: 'inconclusive',
    blocks: ['discrepancy-set-aside'],
    states: { discrepancy: 'blocked' },
  },
  {
    name: 'discrepancy: a negative of a withdrawn component resolved by another person',
    input: exhibit(
      F,
      [
        ...gcMs('g', F),
        ...gcMs('h', F, on2),
        result('v', 'gc', F, { outcome: 'negative', setAside: { how: 'withdrawn', reason: 'proposed again' } }),
      ],
      { deviations: [deviation('discrepancy-resolved', { resultIds: ['v'] })] },
    ),
    level: 'criteria-met',
    reviewedLevel: 'identified',
    blocks: [],
    states: { discrepancy: 'waived' },
  },
  {
    name: 'discrepancy: a voided positive and a voided colour test say nothing',
    input: exhibit(F, [
      ...gcMs('g', F),
      ...gcMs('h', F, on2),
      result('v', 'gc', F, { setAside: { how: 'voided', reason: 'wrong vial' } }),
      result('w', 'colour', F, { outcome: 'negative', setAside: { how: 'voided', reason: 'dirty plate' } }),
    ]),
    level: 'criteria-met',
    reviewedLevel: 'identified',
    blocks: [],
    states: { discrepancy: 'not-applicable' },
  },
  {
    name: 'discrepancy: the analyst cannot reject away a negative of an own batch',
    input: exhibit(F, [
      ...gcMs('g', F),
      ...gcMs('h', F, on2),
      result('v', 'gc', F, { outcome: 'negative', batch: { id: 'b9', accepted: false, reasons: ['drift'], judgedById: 'ana' } }),
    ]),
    level: 'inconclusive',
    reviewedLevel: 'inconclusive',
    blocks: ['discrepancy-own-rejection'],
  },
  {
    name: 'discrepancy: a negative of a batch that another person rejected says nothing',
    input: exhibit(F, [
      ...gcMs('g', F),
      ...gcMs('h', F, on2),
      result('v', 'gc', F, { outcome: 'negative', batch: { id: 'b9', accepted: false, reasons: ['drift'], judgedById: 'rev' } }),
    ]),
    level: 'criteria-met',
    reviewedLevel: 'identified',
    blocks: [],
    states: { discrepancy: 'not-applicable' },
  },
  {
    name: 'deviation: whoever compared cannot excuse it',
    input: exhibit(F, [...gcMs('g', F, { comparedById: 'manager' }), ...gcMs('h', F, on2), result('v', 'gc', F, { outcome: 'negative' })], {
      deviations: [deviation('discrepancy-resolved', { resultIds: ['v'] })],
    }),
    level: 'inconclusive',
    reviewedLevel: 'inconclusive',
    blocks: ['discrepancy'],
  },
  {
    name: 'deviation: whoever draws the conclusion cannot excuse it',
    input: exhibit(F, [...gcMs('g', F), ...gcMs('h', F, on2), result('v', 'gc', F, { outcome: 'negative' })], {
      deviations: [deviation('discrepancy-resolved', { resultIds: ['v'] })],
      people: { analystId: 'manager' },
    }),
    level: 'inconclusive',
    reviewedLevel: 'inconclusive',
    blocks: ['discrepancy'],
  },
  {
    name: 'deviation: a limited sample speaks of its own aliquots, not of one taken later',
    input: exhibit(F, gcMs('g', F, on2), { deviations: [deviation('limited-sample', { aliquotIds: ['a1'] })] }),
    level: 'tentative',
    reviewedLevel: 'tentative',
    blocks: ['second-sampling-missing'],
  },
  {
    name: 'quality: a strip without its positive control is nothing',
    input: exhibit(F, [
      result('s', 'immuno', F, { controls: { reagentLot: { id: 'x', expiresOn: null }, positive: 'not run', blank: 'passed' } }),
    ]),
    level: 'inconclusive',
    reviewedLevel: 'inconclusive',
    blocks: ['nothing-counts', 'positive-control-not-passed'],
  },
  {
    name: 'data: no spectrum on file, no category A',
    input: exhibit(F, [result('i', 'ir', F, { reviewableData: [] }), result('k', 'colour', F, on2)]),
    level: 'presumptive',
    reviewedLevel: 'presumptive',
    blocks: ['category-c-only', 'no-reviewable-data'],
  },
  {
    name: 'comparison: retention outside the window',
    input: exhibit(F, [
      result('g', 'gc', F, { comparison: joinFindings('reference material', [retention(5.2), blank()]) }),
      result('m', 'ms', F, on2),
    ]),
    level: 'tentative',
    reviewedLevel: 'tentative',
    blocks: ['comparison-not-met', 'second-technique-missing'],
  },
  {
    name: 'comparison: a spectrum without the blank before it is incomplete',
    input: exhibit(F, [
      result('m', 'ms', F, { comparison: joinFindings('reference material', [ions(), match()]) }),
      result('g', 'gc', F, on2),
    ]),
    level: 'presumptive',
    reviewedLevel: 'presumptive',
    blocks: ['comparison-incomplete', 'two-category-b-missing'],
  },
  {
    name: 'orientation: the starter list counts as nothing',
    input: exhibit(F, [result('m', 'ms', F, { comparison: holding('ms', 'orientation') })]),
    level: 'not-tested',
    reviewedLevel: 'not-tested',
    blocks: ['nothing-counts', 'orientation-only'],
    warnings: ['orientation-only'],
  },
];

const DEVIATIONS: readonly GateVector[] = [
  {
    name: 'deviation: a limited sample, signed, lifts the second sampling',
    input: exhibit(F, gcMs('g', F), { deviations: [deviation('limited-sample', { aliquotIds: ['a1'] })] }),
    level: 'criteria-met',
    reviewedLevel: 'identified',
    blocks: [],
    states: { sampling: 'waived' },
  },
  {
    name: 'deviation: without a reason it lifts nothing',
    input: exhibit(F, gcMs('g', F), { deviations: [deviation('limited-sample', { aliquotIds: ['a1'] }, { reason: ' ' })] }),
    level: 'tentative',
    reviewedLevel: 'tentative',
    blocks: ['second-sampling-missing'],
  },
  {
    name: 'deviation: a decision lets infrared and Raman count apart',
    input: exhibit(F, [result('r', 'raman', F), result('i', 'ir', F, on2)], {
      deviations: [deviation('techniques-uncorrelated', { techniques: ['ir', 'raman'] })],
    }),
    level: 'criteria-met',
    reviewedLevel: 'identified',
    blocks: [],
    states: { techniques: 'waived' },
  },
  {
    name: 'deviation: the analyst cannot decide it alone',
    input: exhibit(F, [result('r', 'raman', F), result('i', 'ir', F, on2)], {
      deviations: [deviation('techniques-uncorrelated', { techniques: ['ir', 'raman'] }, { authorisedBy: 'ana' })],
    }),
    level: 'tentative',
    reviewedLevel: 'tentative',
    blocks: ['same-basis'],
  },
  {
    name: 'deviation: two partition chromatographies of one phase stay one',
    input: exhibit(
      F,
      [
        result('g', 'gc', F, method({ mechanism: '5 % phenyl' })),
        result('l', 'lc', F, { ...on2, ...method({ mechanism: '5 % phenyl' }) }),
        result('k', 'colour', F),
      ],
      { deviations: [deviation('techniques-uncorrelated', { techniques: ['gc', 'lc'] })] },
    ),
    level: 'presumptive',
    reviewedLevel: 'presumptive',
    blocks: ['same-basis'],
  },
  {
    name: 'deviation: a resolved discrepancy stops no longer',
    input: exhibit(F, [...gcMs('g', F), ...gcMs('h', F, on2), result('t', 'tlc', F, { outcome: 'negative' })], {
      deviations: [deviation('discrepancy-resolved', { resultIds: ['t'] })],
    }),
    level: 'criteria-met',
    reviewedLevel: 'identified',
    blocks: [],
    states: { discrepancy: 'waived' },
  },
  {
    name: 'negative: a colour test that stays silent beside GC-MS is a warning',
    input: exhibit(F, [...gcMs('g', F), ...gcMs('h', F, on2), result('k', 'colour', F, { outcome: 'negative' })]),
    level: 'criteria-met',
    reviewedLevel: 'identified',
    blocks: [],
    warnings: ['presumptive-negative'],
  },
  {
    name: 'negative: nothing found by a sound batch is negative',
    input: exhibit(F, [result('m', 'ms', F, { outcome: 'negative' })]),
    level: 'negative',
    reviewedLevel: 'negative',
    blocks: ['nothing-counts'],
  },
];

/** Vectors of our own: isomers, mixtures, artefacts, salts, spoilt work, deviations. */
export const OWN_VECTORS: readonly GateVector[] = [...ISOMERS, ...MIXTURES, ...ARTEFACTS, ...SALTS, ...FAULTS, ...DEVIATIONS];
