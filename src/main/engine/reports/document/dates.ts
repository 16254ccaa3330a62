import type { ReportContent } from '../content';
import type { Writer } from './writer';

function span(instants: readonly string[], writer: Writer): string {
  const sorted = [...new Set(instants)].sort();
  const first = sorted[0];
  const last = sorted.at(-1);
  if (first === undefined || last === undefined) return writer.t('reports:document.notStated');
  const from = writer.instant(first);
  const to = writer.instant(last);
  return from === to ? from : writer.t('reports:document.fromTo', { from, to });
}

/** When the aliquots were taken. */
export function sampledBetween(content: ReportContent, writer: Writer): string {
  return span(
    content.exhibits.flatMap((exhibit) => exhibit.samples.map((sample) => sample.takenAt)),
    writer,
  );
}

/** When the tests were performed: colour tests and comparisons. */
export function performedBetween(content: ReportContent, writer: Writer): string {
  return span(
    content.exhibits.flatMap((exhibit) => [
      ...exhibit.colourTests.map((test) => test.performedAt),
      ...exhibit.components.flatMap((component) => component.comparisons.map((comparison) => comparison.performedAt)),
    ]),
    writer,
  );
}
