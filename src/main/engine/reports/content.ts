/** A sentence of the catalogue, filled: reports are translated when they are drawn, not when they are gathered. */
export interface Sentence {
  readonly key: string;
  readonly params: Readonly<Record<string, string | number>>;
}

export interface ReportedPeaks {
  readonly name: string;
  readonly mz: readonly number[];
  readonly intensity: readonly number[];
}

export interface ReportedCustody {
  readonly kind: string;
  readonly occurredAt: string;
  readonly fromParty: string;
  readonly toParty: string;
  readonly sealBefore: string;
  readonly sealAfter: string;
  readonly location: string;
  readonly recordedBy: string;
  /** When it was written down; the same moment as `occurredAt` or close to it for an entry made at the time. */
  readonly recordedAt: string;
  readonly witness: string | null;
  readonly note: string;
  /** The entry it corrects. */
  readonly corrects: { readonly kind: string; readonly occurredAt: string } | null;
}

/** A result that counts no more, with the reason a person gave: it stays on the record and on the page. */
export interface ReportedSetAside {
  readonly kind: 'comparison' | 'colour-test';
  readonly how: 'voided' | 'withdrawn';
  /** The substance compared with, or the reagent. */
  readonly what: string;
  readonly sampleCode: string;
  /** Code of the batch; '' for a colour test. */
  readonly batchCode: string;
  readonly performedAt: string;
  /** Whether everything that was computed held; null for a colour test, whose outcome is named. */
  readonly held: boolean | null;
  readonly outcome: string | null;
  readonly reason: string;
}

export interface ReportedSample {
  readonly code: string;
  readonly kind: string;
  readonly description: string;
  readonly unitCount: number | null;
  readonly massMicrograms: number | null;
  readonly solvent: string;
  readonly volumeMicrolitres: number | null;
  readonly takenAt: string;
  readonly takenBy: string;
}

export interface ReportedFinding {
  readonly met: boolean;
  readonly sentence: Sentence;
}

export interface ReportedComparison {
  readonly sampleCode: string;
  readonly batchCode: string;
  readonly methodCode: string;
  readonly referenceLotCode: string;
  readonly performedAt: string;
  readonly analyst: string;
  readonly matchFactor: number;
  readonly reverseMatchFactor: number;
  readonly retention: readonly ReportedFinding[];
  readonly spectrum: readonly ReportedFinding[];
  readonly unknown: ReportedPeaks;
  readonly reference: ReportedPeaks;
  /** SHA-256 of the instrument files the two spectra came from. */
  readonly unknownSha256: string;
  readonly referenceSha256: string;
}

export interface ReportedColourTest {
  readonly reagent: string;
  readonly reagentLot: string;
  readonly reagentExpiresOn: string;
  readonly sampleCode: string;
  readonly colours: readonly { readonly seconds: number; readonly colour: string }[];
  readonly outcome: string;
  readonly positiveControl: string;
  readonly blankControl: string;
  readonly performedAt: string;
  readonly analyst: string;
}

export interface ReportedControl {
  readonly convention: string;
  readonly schedule: string;
  readonly fromDate: string | null;
  readonly toDate: string | null;
  readonly onSeizure: 'controlled' | 'not-controlled' | 'unknown' | 'no-date';
  readonly today: 'controlled' | 'not-controlled' | 'unknown';
  readonly verifiedBy: string;
  readonly verifiedAt: string;
  readonly verifiedAgainst: string;
}

export interface ReportedComponent {
  readonly substanceName: string;
  readonly cas: string | null;
  /** Key under `criteria:level`. */
  readonly level: string;
  readonly drawnBy: string;
  readonly drawnAt: string;
  readonly note: string;
  readonly comparisons: readonly ReportedComparison[];
  readonly criteria: readonly {
    readonly id: string;
    readonly state: string;
    readonly source: string;
    readonly reasons: readonly Sentence[];
  }[];
  readonly warnings: readonly Sentence[];
  /** Verified rows only; empty: no verified status, said so on the page. */
  readonly controls: readonly ReportedControl[];
}

export interface ReportedExhibit {
  readonly code: string;
  readonly description: string;
  readonly packaging: string;
  readonly conditionOnReceipt: string;
  readonly sealNumber: string;
  readonly sealState: string;
  readonly appearance: string;
  readonly unitCount: number | null;
  readonly grossMassMicrograms: number | null;
  readonly netMassMicrograms: number | null;
  readonly massUncertaintyMicrograms: number | null;
  readonly custody: readonly ReportedCustody[];
  readonly samples: readonly ReportedSample[];
  readonly colourTests: readonly ReportedColourTest[];
  readonly setAside: readonly ReportedSetAside[];
  readonly components: readonly ReportedComponent[];
  readonly deviations: readonly {
    readonly kind: string;
    readonly criterion: string;
    readonly reason: string;
    readonly authorisedBy: string;
    readonly authorisedAt: string;
  }[];
}

/**
 * Everything a draft says, as data: stored with the report and hashed, so that the page can be drawn again to the same words.
 * Times are UTC ISO 8601, masses micrograms.
 */
export interface ReportContent {
  readonly code: string;
  readonly version: number;
  readonly language: 'en' | 'fr';
  readonly practice: boolean;
  readonly generatedAt: string;
  readonly generatedBy: { readonly fullName: string; readonly title: string };
  readonly timeZone: string;
  readonly laboratory: {
    readonly name: string;
    readonly address: string;
    readonly country: string;
    readonly phone: string;
    readonly email: string;
    readonly accreditation: string;
  };
  readonly customer: {
    readonly name: string;
    readonly address: string;
    readonly contactPerson: string;
    readonly email: string;
    readonly phone: string;
  };
  readonly caseFile: {
    readonly code: string;
    readonly title: string;
    readonly customerReference: string;
    readonly request: string;
    readonly receivedAt: string;
    readonly seizedOn: string | null;
    readonly seizurePlace: string;
  };
  readonly exhibits: readonly ReportedExhibit[];
  readonly methods: readonly {
    readonly code: string;
    readonly version: number;
    readonly title: string;
    readonly procedureReference: string;
    readonly validatedOn: string | null;
    readonly batches: readonly string[];
    readonly instruments: readonly string[];
  }[];
  readonly referenceLots: readonly {
    readonly code: string;
    readonly substanceName: string;
    readonly producer: string;
    readonly lotNumber: string;
    readonly purity: string;
    readonly traceability: string;
    readonly expiresOn: string | null;
  }[];
  readonly criteriaVersion: string;
  /** Waived items of ISO/IEC 17025 7.8.2.1, each with the reason a person gave. */
  readonly waivers: readonly { readonly item: string; readonly reason: string }[];
  readonly trailHead: { readonly sequence: number; readonly hash: string };
}
