import type { Message } from '../../../../contract/base';
import type { FoundSpectrum } from '../../library/service';

/** Findings that say all that a remark of fewer words says. */
const SAID_BY: Readonly<Record<string, readonly string[]>> = {
  'few-peaks': ['no-peaks', 'one-peak'],
  peaks: ['no-peaks', 'one-peak', 'few-peaks'],
  'ionisation-assumed': ['ionisation-unknown'],
};

/** What is good and bad about a reference spectrum, each meaning once: of what the examination found the finding is shown, with its numbers. */
export function cardQuality({ quality, findings }: Pick<FoundSpectrum, 'quality' | 'findings'>): Message[] {
  const found = new Set(findings.map(({ code }) => code));
  const others = quality.filter(({ code }) => !found.has(code) && !SAID_BY[code]?.some((finding) => found.has(finding)));
  return [...others, ...findings];
}
