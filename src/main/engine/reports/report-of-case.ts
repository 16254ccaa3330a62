import type { Message } from '../../../contract/base';
import type { Comparison, Exhibit } from '../../../contract/casework';
import { statusOn } from '../../../core/control/status';
import { prepareNominal } from '../../../core/search/scores/nominal-spectrum';
import type { SpectrumRecord } from '../casework/records';
import type {
  ReportContent,
  ReportedComparison,
  ReportedComponent,
  ReportedControl,
  ReportedCustody,
  ReportedExhibit,
  ReportedFinding,
  ReportedPeaks,
  ReportedSetAside,
  Sentence,
} from './content';
import { asPeriod } from './control-period';
import type { CaseRecords, ConcludedComponent, ExhibitRecords } from './gather';
import { purityOf } from './purity';

/** What a draft says beside the records of its case. */
export type Draft = Pick<ReportContent, 'code' | 'version' | 'language' | 'generatedAt' | 'generatedBy' | 'waivers' | 'trailHead'>;

/** The records of a case as a report says them. */
export function reportOfCase(records: CaseRecords, draft: Draft): ReportContent {
  const { laboratory, customer, caseFile, exhibits } = records;
  const today = dayIn(laboratory.time_zone, draft.generatedAt);
  const versions = new Set(exhibits.flatMap(({ concluded }) => concluded.map(({ conclusion }) => conclusion.checklist.criteriaVersion)));
  return {
    ...draft,
    practice: laboratory.practice === 1,
    timeZone: laboratory.time_zone,
    laboratory: {
      name: laboratory.name,
      address: laboratory.address,
      country: laboratory.country,
      phone: laboratory.phone,
      email: laboratory.email,
      accreditation: laboratory.accreditation,
    },
    customer: {
      name: customer.name,
      address: customer.address,
      contactPerson: customer.contact_person,
      email: customer.email,
      phone: customer.phone,
    },
    caseFile: {
      code: caseFile.code,
      title: caseFile.title,
      customerReference: caseFile.customer_reference,
      request: caseFile.request,
      receivedAt: caseFile.received_at,
      seizedOn: caseFile.seized_on,
      seizurePlace: caseFile.seizure_place,
    },
    exhibits: exhibits.map((one) => reportedExhibit(one, records, today)),
    methods: records.methods.map((method) => {
      const used = records.methodsUsed.filter(({ methodId }) => methodId === method.id);
      return {
        code: method.code,
        version: method.version,
        title: method.title,
        procedureReference: method.procedure_reference,
        validatedOn: method.validated_on,
        batches: distinct(used.map(({ batchCode }) => batchCode)),
        instruments: distinct(used.map(({ instrumentCode }) => instrumentCode)),
      };
    }),
    referenceLots: records.lots.map((lot) => ({
      code: lot.code,
      substanceName: lot.preferred_name,
      producer: lot.producer,
      lotNumber: lot.lot_number,
      purity: purityOf(lot, draft.language),
      traceability: lot.traceability,
      expiresOn: lot.expires_on,
    })),
    criteriaVersion: [...versions].sort().join(', '),
  };
}

const distinct = (values: readonly (string | null)[]): readonly string[] => [...new Set(values.filter((value) => value !== null))];

/** The calendar day of an instant at a place. */
function dayIn(timeZone: string, instant: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(new Date(instant));
}

function reportedExhibit({ exhibit, concluded }: ExhibitRecords, records: CaseRecords, today: string): ReportedExhibit {
  return {
    code: exhibit.code,
    description: exhibit.description,
    packaging: exhibit.packaging,
    conditionOnReceipt: exhibit.conditionOnReceipt,
    sealNumber: exhibit.sealNumber,
    sealState: exhibit.sealState,
    appearance: exhibit.appearance,
    unitCount: exhibit.unitCount,
    grossMassMicrograms: exhibit.grossMassMicrograms,
    netMassMicrograms: exhibit.netMassMicrograms,
    massUncertaintyMicrograms: exhibit.massUncertaintyMicrograms,
    custody: exhibit.custody.map(
      ({ recordedBy, recordedAt, witness, kind, occurredAt, fromParty, toParty, sealBefore, sealAfter, location, note, correctsId }) => ({
        kind,
        occurredAt,
        fromParty,
        toParty,
        sealBefore,
        sealAfter,
        location,
        recordedBy: recordedBy.fullName,
        recordedAt,
        witness: witness?.fullName ?? null,
        note,
        corrects: correctedBy(exhibit, correctsId),
      }),
    ),
    samples: exhibit.samples.map(
      ({ code, kind, description, unitCount, massMicrograms, solvent, volumeMicrolitres, takenAt, takenBy }) => ({
        code,
        kind,
        description,
        unitCount,
        massMicrograms,
        solvent,
        volumeMicrolitres,
        takenAt,
        takenBy: takenBy.fullName,
      }),
    ),
    colourTests: exhibit.colourTests
      .filter(({ voidedReason }) => voidedReason === null)
      .map((test) => ({
        reagent: test.reagent,
        reagentLot: test.reagentLot,
        reagentExpiresOn: test.reagentExpiresOn,
        sampleCode: test.sampleCode,
        colours: test.observed,
        outcome: test.outcome,
        positiveControl: test.positiveControl,
        blankControl: test.blankControl,
        performedAt: test.performedAt,
        analyst: test.analyst.fullName,
      })),
    setAside: setAside(exhibit),
    components: concluded.map((component) => reportedComponent(component, records, today)),
    deviations: exhibit.deviations.map(({ kind, criterion, reason, authorisedBy, authorisedAt }) => ({
      kind,
      criterion,
      reason,
      authorisedBy: authorisedBy.fullName,
      authorisedAt,
    })),
  };
}

function correctedBy({ custody }: Exhibit, correctsId: string | null): ReportedCustody['corrects'] {
  const corrected = custody.find(({ id }) => id === correctsId);
  return corrected === undefined ? null : { kind: corrected.kind, occurredAt: corrected.occurredAt };
}

/** What was voided, and what was compared for a substance that was withdrawn. */
function setAside({ comparisons, colourTests, components }: Exhibit): readonly ReportedSetAside[] {
  const compared = comparisons.flatMap((one): ReportedSetAside[] => {
    const component = components.find(({ id }) => id === one.componentId);
    const reason = one.voidedReason ?? component?.withdrawnReason ?? null;
    if (reason === null) return [];
    return [
      {
        kind: 'comparison',
        how: one.voidedReason === null ? 'withdrawn' : 'voided',
        what: component?.substanceName ?? '',
        sampleCode: one.sampleCode,
        batchCode: one.batchCode,
        performedAt: one.measuredAt,
        held: one.retention.met && one.spectrum.met,
        outcome: null,
        reason,
      },
    ];
  });
  const coloured = colourTests.flatMap(({ voidedReason, reagent, sampleCode, performedAt, outcome }): ReportedSetAside[] =>
    voidedReason === null
      ? []
      : [
          {
            kind: 'colour-test',
            how: 'voided',
            what: reagent,
            sampleCode,
            batchCode: '',
            performedAt,
            held: null,
            outcome,
            reason: voidedReason,
          },
        ],
  );
  return [...compared, ...coloured];
}

function reportedComponent({ conclusion, comparisons }: ConcludedComponent, records: CaseRecords, today: string): ReportedComponent {
  return {
    substanceName: conclusion.substanceName,
    cas: conclusion.checklist.cas === undefined ? (records.cas.get(conclusion.substanceId) ?? null) : conclusion.checklist.cas,
    level: conclusion.level,
    drawnBy: conclusion.drawnBy.fullName,
    drawnAt: conclusion.drawnAt,
    note: conclusion.note,
    comparisons: comparisons.map(({ comparison, unknown, reference }) => reportedComparison(comparison, unknown, reference, records)),
    criteria: conclusion.checklist.criteria.map(({ id, state, source, reasons }) => ({
      id,
      state,
      source,
      reasons: reasons.map(asSentence),
    })),
    warnings: conclusion.checklist.warnings.map(warningSentence),
    controls: records.controls
      .filter((interval) => interval.substance_id === conclusion.substanceId)
      .map((interval) => reportedControl(interval, records.caseFile.seized_on, today)),
  };
}

function reportedComparison(
  comparison: Comparison,
  unknown: SpectrumRecord,
  reference: SpectrumRecord,
  { methods, methodsUsed }: CaseRecords,
): ReportedComparison {
  const used = methodsUsed.find(({ batchCode }) => batchCode === comparison.batchCode);
  const method = methods.find(({ id }) => id === used?.methodId);
  const people = distinct([used?.analyst ?? null, comparison.analyst.fullName]);
  return {
    sampleCode: comparison.sampleCode,
    batchCode: comparison.batchCode,
    methodCode: method === undefined ? '' : `${method.code} v${method.version}`,
    referenceLotCode: comparison.referenceLotCode,
    performedAt: comparison.measuredAt,
    // Who ran the batch and who compared, most often one person.
    analyst: people.join(', '),
    matchFactor: comparison.matchFactor,
    reverseMatchFactor: comparison.reverseMatchFactor,
    retention: comparison.retention.findings.map(asFinding),
    spectrum: comparison.spectrum.findings.map(asFinding),
    unknown: drawnPeaks(unknown),
    reference: drawnPeaks(reference),
    unknownSha256: unknown.sha256,
    referenceSha256: reference.sha256,
  };
}

/** The peaks as the figure shows them, and no more: a profile spectrum would fill the record of the report. */
function drawnPeaks(spectrum: SpectrumRecord): ReportedPeaks {
  const { mz, intensity } = prepareNominal(spectrum);
  return { name: spectrum.name, mz: [...mz], intensity: [...intensity] };
}

const asSentence = ({ code, params }: Message): Sentence => ({ key: `criteria:reason.${code}`, params });
/** What the table of artefacts says of its row is more than that something may be one. */
const warningSentence = (message: Message): Sentence =>
  typeof message.params.artefact === 'string' ? { key: `criteria:artefact.${message.params.artefact}`, params: {} } : asSentence(message);
const asFinding = ({ met, message }: Comparison['retention']['findings'][number]): ReportedFinding => ({
  met,
  sentence: asSentence(message),
});

function reportedControl(row: CaseRecords['controls'][number], seizedOn: string | null, today: string): ReportedControl {
  const period = asPeriod(row);
  return {
    convention: row.convention,
    schedule: row.schedule,
    fromDate: row.from_date,
    toDate: row.to_date,
    onSeizure: seizedOn === null ? 'no-date' : statusOn(period, seizedOn),
    today: statusOn(period, today),
    verifiedBy: row.verifier,
    verifiedAt: row.verified_at ?? '',
    verifiedAgainst: row.verified_against ?? '',
  };
}
