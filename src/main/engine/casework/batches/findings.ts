import type { Batch, Injection } from '../../../../contract/casework';
import type { ComparisonTolerances } from '../../../../contract/laboratory';
import { compareBlank } from '../../../../core/identification/comparison/blank';
import type { Finding } from '../../../../core/identification/comparison/comparison';
import { compareRetention } from '../../../../core/identification/comparison/retention';
import { validOn } from '../../../../core/identification/reference-lot';
import type { Readable } from '../../database/schema';
import { blankAt, blankIons, diagnosticIons } from './blank-window';
import { retentionOf, type Scan, scansOf, tolerancesOf } from './scan';

type BatchFinding = Batch['findings'][number];

/** What the data of a sequence say before anyone judges it: blanks in place and clean, lots valid, controls where they belong. */
export async function batchFindings(
  read: Readable,
  batch: { readonly id: string; readonly methodId: string },
  injections: readonly Injection[],
): Promise<readonly BatchFinding[]> {
  const tolerances = await tolerancesOf(read, batch.methodId);
  const expired = await expiredLots(read, injections);
  const unmeasured = injections
    .filter(({ spectra }) => spectra.length === 0)
    .map(({ id }) => unmet(id, 'no-reviewable-data', { technique: 'ms' }));
  if (tolerances === null) return [...unmeasured, ...expired];
  const scans = await scansOf(read, batch.id);
  return [
    ...injections.flatMap((injection) => precededByBlank(injection, injections)),
    ...injections.filter(({ kind }) => kind === 'blank').flatMap((injection) => blankCleanliness(injection, scans, tolerances)),
    ...injections.filter(({ kind }) => kind === 'control').flatMap((injection) => controlRetention(injection, scans, tolerances)),
    ...unmeasured,
    ...expired,
  ];
}

const unmet = (injectionId: string, code: string, params: Record<string, string | number>): BatchFinding => ({
  injectionId,
  met: false,
  message: { code, params },
});
const found = (injectionId: string, { met, code, params }: Finding): BatchFinding => ({
  injectionId,
  met,
  message: { code, params: { ...params } },
});

/** Only the injection right before can show what the one before it left behind. */
function precededByBlank(injection: Injection, all: readonly Injection[]): readonly BatchFinding[] {
  if (injection.kind === 'blank') return [];
  const before = all.find(({ position }) => position === injection.position - 1);
  if (before?.kind === 'blank') return [];
  const last = all.filter(({ kind, position }) => kind === 'blank' && position < injection.position).at(-1);
  return [unmet(injection.id, 'blank-not-preceding', { blank: last?.position ?? 0, sample: injection.position })];
}

/** Against every reference of the sequence, at its retention: the worst is told. */
function blankCleanliness(blank: Injection, scans: readonly Scan[], tolerances: ComparisonTolerances): readonly BatchFinding[] {
  const own = scans.filter(({ injectionId }) => injectionId === blank.id);
  if (own.length === 0) return [];
  const findings = scans
    .filter(({ kind }) => kind === 'reference')
    .flatMap((reference) => {
      const { ions } = diagnosticIons(reference, tolerances);
      const place = { sequenceId: '', position: blank.position };
      const measured = blankIons(ions, reference, blankAt(own, reference.minutes, tolerances));
      if (measured.length === 0) return [];
      return compareBlank({
        ions: measured,
        limitPercent: tolerances.blankPercent,
        blank: place,
        sample: { ...place, position: blank.position + 1 },
      }).slice(1);
    });
  const percent = ({ params }: Finding) => (typeof params.percent === 'number' ? params.percent : 0);
  const worst = [...findings].sort((a, b) => percent(b) - percent(a))[0];
  return worst === undefined ? [] : [found(blank.id, worst)];
}

/** A control's peaks at the retention of the references it was made of. */
function controlRetention(control: Injection, scans: readonly Scan[], tolerances: ComparisonTolerances): readonly BatchFinding[] {
  const references = scans.filter(({ kind, minutes }) => kind === 'reference' && minutes !== null);
  return scans
    .filter(({ injectionId, minutes }) => injectionId === control.id && minutes !== null)
    .flatMap((scan) => {
      const distance = (other: Scan) => Math.abs((other.minutes ?? 0) - (scan.minutes ?? 0));
      const nearest = [...references].sort((a, b) => distance(a) - distance(b))[0];
      if (nearest === undefined || distance(nearest) > NEAR * tolerances.retentionTimeMinutes) return [];
      return compareRetention({
        sample: retentionOf(scan, ''),
        reference: retentionOf(nearest, ''),
        unit: 'min',
        tolerance: { absolute: tolerances.retentionTimeMinutes },
      }).map((finding) => found(control.id, finding));
    });
}
/** A peak further off than this many tolerances is another substance of the control, not the reference out of its window. */
const NEAR = 4;

async function expiredLots(read: Readable, injections: readonly Injection[]): Promise<readonly BatchFinding[]> {
  const ids = [...new Set(injections.flatMap(({ referenceLotId }) => (referenceLotId === null ? [] : [referenceLotId])))];
  if (ids.length === 0) return [];
  const lots = await read.selectFrom('reference_lot').select(['id', 'code', 'expires_on']).where('id', 'in', ids).execute();
  return injections.flatMap((injection) => {
    const lot = lots.find(({ id }) => id === injection.referenceLotId);
    if (lot === undefined || lot.expires_on === null || validOn(lot.expires_on, injection.injectedAt)) return [];
    const params = { technique: 'gc', lot: lot.code, expired: lot.expires_on, used: injection.injectedAt.slice(0, 10) };
    return [unmet(injection.id, 'reference-expired', params)];
  });
}
