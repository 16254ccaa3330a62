import type { Message } from '../../../../contract/base';
import type { FoundSpectrum } from '../../library/service';

/** Findings that say all that a remark of fewer words says. */
const SAID_BY: Readonly<Record<string, readonly string[]>> = {
  'few-peaks': ['no-peaks', 'one-peak'],
  peaks: ['no-peaks', 'one-peak', 'few-peaks'],
};

/** What is good and bad about a reference spectrum, each meaning once: of what the examination found the finding is shown, with its numbers. */
export function cardQuality({ quality, findings }: Pick<FoundSpectrum, 'quality' | 'findings'>): Message[] {
  const found = new Set(findings.map(({ code }) => code));
  const others = quality.filter(({ code }) => !found.has(code) && !SAID_BY[code]?.some((finding) => found.has(finding)));
  // What was assumed says more than that it was not stated.
  const assumed = others.some(({ code }) => code === 'ionisation-assumed');
  return [...others, ...findings.filter(({ code }) => !(assumed && code === 'ionisation-unknown'))];
}
