import type { ByteSource } from '../spectrum/byte-source';
import type { ReadEvent, Refusal } from '../spectrum/reading';
import { refusal } from './codes';
import { limits } from './limits';
import { ReadLog } from './read-log';
import { FieldDecoder } from './text/decode';
import { openText } from './text/encoding';
import { LineReader } from './text/lines';

/** What a reader of a line-wise format works with. */
export interface LineContext {
  /** The file's name, for refusals. */
  readonly file: string;
  readonly lines: LineReader;
  readonly log: ReadLog;
  readonly decoder: FieldDecoder;
}

/** A line-wise format: told of every line, and of the end; either may refuse the file or its rest. */
export interface LineFormat {
  line(): Refusal | undefined;
  /** Long work behind the last line, in steps between which the caller may look; `end` follows. */
  closing?(): Iterable<void>;
  end(): Refusal | undefined;
}

/** Drives a line-wise format over a source: lines, encodings, progress, the order of events, and the refusals common to all. */
export function* readLines(source: ByteSource, open: (context: LineContext) => LineFormat): Generator<ReadEvent> {
  const context = { file: source.name, lines: new LineReader(openText(source)), log: new ReadLog(), decoder: new FieldDecoder() };
  const { lines, log, decoder } = context;
  const format = open(context);
  let reported = 0;
  let findings = 0;
  let refused: Refusal | undefined;
  for (let state = lines.next(); ; state = lines.next()) {
    if (state === 'line') refused = format.line();
    else if (state === 'binary') refused = refusal('file-binary', source.name, lines.place(), {});
    else if (state === 'too-long') refused = refusal('line-too-long', source.name, lines.place(), { limit: limits.lineBytes });
    else {
      for (const _ of format.closing?.() ?? []) yield { type: 'progress', bytes: lines.consumed };
      refused = format.end();
    }
    if (decoder.assumed) log.warnOnce('encoding-assumed', { line: lines.line }, {});
    if (log.hasPending) yield* log.take();
    if (state === 'end' || refused !== undefined) break;
    if (lines.consumed - reported >= limits.progressBytes || log.findings - findings >= limits.progressFindings) {
      reported = lines.consumed;
      findings = log.findings;
      yield { type: 'progress', bytes: reported };
    }
  }
  yield* log.remainder();
  yield { type: 'progress', bytes: lines.consumed };
  if (refused !== undefined) yield { type: 'refused', refusal: refused };
}
