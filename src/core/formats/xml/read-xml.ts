import type { ByteSource } from '../../spectrum/byte-source';
import type { ReadEvent } from '../../spectrum/reading';
import { readBinary } from '../binary/binary-file';
import { limits } from '../limits';
import type { ReadLog } from '../read-log';
import { XmlScanner } from './scanner';

/** A format in XML: told of every element as it opens and closes; what it finds it gives to the log. */
export interface XmlFormat {
  open(): void;
  close(): void;
  /** Points of scans and curves given so far. */
  readonly points: number;
}

/** Points held in events not yet handed out, at most; a scan of more is handed out at once. */
const POINTS = 262_144;

/** Drives a format in XML over a source: progress, the order of events, and the refusals common to all. */
export function* readXml(source: ByteSource, open: (xml: XmlScanner, log: ReadLog) => XmlFormat): Generator<ReadEvent> {
  yield* readBinary(source, function* (_, log) {
    const xml = new XmlScanner(source);
    const format = open(xml, log);
    let bytes = 0;
    let findings = 0;
    let points = 0;
    for (let token = xml.next(); token !== 'end'; token = xml.next()) {
      if (token === 'open') format.open();
      else if (token === 'close') format.close();
      const due =
        xml.consumed - bytes >= limits.progressBytes ||
        log.findings - findings >= limits.progressFindings ||
        format.points - points >= POINTS;
      if (!due) continue;
      if (xml.encodingAssumed) log.warnOnce('encoding-assumed', {}, {});
      bytes = xml.consumed;
      findings = log.findings;
      points = format.points;
      yield bytes;
    }
    if (xml.encodingAssumed) log.warnOnce('encoding-assumed', {}, {});
  });
}
