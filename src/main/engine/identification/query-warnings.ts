import type { Message } from '../../../contract/base';
import { curveFindings } from '../../../core/search/hygiene/curve-findings';
import type { FindingCode } from '../../../core/search/hygiene/finding';
import { massSignalFindings } from '../../../core/search/hygiene/mass-signal';
import type { PeakNumbers, Unknown } from './unknown';

/** What an examination of library entries finds that is as bad in an unknown, and what the window calls it there. */
const WARNINGS: Readonly<Partial<Record<FindingCode, string>>> = {
  'no-peaks': 'empty',
  'one-peak': 'one-peak',
  'few-peaks': 'few-peaks',
  'noise-only': 'noise-only',
  saturated: 'saturated',
  profile: 'profile',
  'low-dynamic-range': 'low-dynamic-range',
  'few-points': 'few-points',
  flat: 'flat',
  'noisy-curve': 'noisy-curve',
  'curve-clipped': 'saturated',
  'curve-beyond-linear': 'beyond-linear',
  'x-not-ordered': 'x-not-ordered',
};

/** What is wrong with an unknown as a query; codes are keys under `search:warning`. */
export function queryWarnings(unknown: Unknown): readonly Message[] {
  if (unknown.kind === 'trace') {
    const { trace, technique, name } = unknown;
    const points = trace.y.values.filter(Number.isFinite).length;
    if (points === 0) return [{ code: 'empty', params: {} }];
    return renamed(curveFindings({ kind: 'curve', key: 0, identity: { name, synonyms: [] }, technique, trace }));
  }
  if (unknown.kind === 'peaks') return ofPeaks(unknown, unknown);
  // Energies with nothing in them are told of one by one, the rest of the same sentence once.
  const all = unknown.parts.flatMap((part) => ofPeaks(unknown, part));
  return all.filter(({ code }, i) => all.findIndex((other) => other.code === code) === i);
}

function ofPeaks({ name, ionisation, msLevel }: Exclude<Unknown, { readonly kind: 'trace' }>, { mz, intensity }: PeakNumbers): Message[] {
  const acquisition = { ionisation, msLevel };
  return renamed(
    massSignalFindings({ kind: 'mass', key: 0, identity: { name, synonyms: [] }, acquisition, mz, intensity, profile: false }),
  );
}

function renamed(findings: readonly { readonly code: FindingCode; readonly params: Message['params'] }[]): Message[] {
  return findings.flatMap(({ code, params }) => {
    const warning = WARNINGS[code];
    return warning === undefined ? [] : [{ code: warning, params: { ...params } }];
  });
}
