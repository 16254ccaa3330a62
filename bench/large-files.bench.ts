import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { readMeasurements } from '../src/core/formats/read';
import { recognise } from '../src/core/formats/recognise';
import type { ByteSource } from '../src/core/spectrum/byte-source';
import { FILE_FORMATS, type FileFormat } from '../src/core/spectrum/reading';
import { BINARY_FILES } from './large-files/binary-files';
import type { LargeFile } from './large-files/large-file';
import { TEXT_FILES } from './large-files/text-files';
import { bytesOf, noise, virtualSource } from './large-files/virtual-source';

/** Processor seconds after which a file that shows progress is left. */
const SECONDS = Number(process.env.SECONDS ?? 20);
const MOST_GAP = 250;
const MOST_UNTIL_REFUSED = 2000;
const MOST_MEGABYTES = 512;
/** Bytes of pseudo-random signs before they come again. */
const NOISE = 4_194_301;

/** Signs of which whole files are made. */
const SIGNS = ['1', ' ', '\n', '\r', '\t', '#', '<', '(', '"', ',', ';', '.', '-', '|', 'a', '\xff', '1\n', '1 1\n', ',\n'];

/** Beginnings of the formats, behind which anything may stand. */
function files(format: FileFormat): readonly LargeFile[] {
  const of = [...(BINARY_FILES[format]?.() ?? []), ...(TEXT_FILES[format]?.() ?? [])];
  const begin = bytesOf(of.find(({ what }) => !what.startsWith('endless dim'))?.head ?? of[0]?.unit ?? '').subarray(0, 600);
  return [
    ...of,
    { what: 'its beginning, then zeros', head: begin, unit: '\0' },
    { what: 'its beginning, then random bytes', head: begin, unit: noise(NOISE) },
    { what: 'random bytes', unit: noise(NOISE) },
    ...SIGNS.map((sign) => ({ what: `nothing but ${JSON.stringify(sign)}`, unit: sign })),
    ...SIGNS.map((sign) => ({ what: `its beginning, then ${JSON.stringify(sign)}`, head: begin, unit: sign })),
  ];
}

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');
const milliseconds = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1000;

/** Files of 2 GB that no instrument wrote, held against the promise on bad input. `FORMAT=spc` takes one format, `SECONDS=3` looks for a shorter time. */
export function run(print: (line: string) => void): void {
  const faults: string[] = [];
  print(
    `${'format and file'.padEnd(68)}${'events'.padStart(9)}${'gap ms'.padStart(8)}${'CPU s'.padStart(7)}${'MB'.padStart(6)}${'known ms'.padStart(9)}  end`,
  );
  for (const format of FILE_FORMATS.filter((id) => (process.env.FORMAT ?? id) === id)) {
    for (const file of files(format).filter(({ what }) => what.includes(process.env.FILE ?? ''))) hold(format, file, print, faults);
  }
  if (faults.length > 0) throw new Error(`${faults.length} broken promises`);
  print('no broken promise');
}

function hold(format: FileFormat, file: LargeFile, print: (line: string) => void, faults: string[]): void {
  const source = virtualSource('large', file);
  collect();
  const recognising = process.cpuUsage();
  recognise(source);
  const known = milliseconds(process.cpuUsage(recognising));
  const { events, gap, cpu, grown, end, refusedAfter } = read(format, source);
  const name = `${format}: ${file.what}`;
  const broken = [
    ...(gap > MOST_GAP && !(end.startsWith('refused') && refusedAfter <= MOST_UNTIL_REFUSED && events <= 2) ? ['gap'] : []),
    ...(known > MOST_GAP ? ['recognition'] : []),
    ...(grown > MOST_MEGABYTES ? ['memory'] : []),
  ];
  const line = `${name.slice(0, 67).padEnd(68)}${String(events).padStart(9)}${gap.toFixed(0).padStart(8)}${(cpu / 1000).toFixed(1).padStart(7)}${grown.toFixed(0).padStart(6)}${known.toFixed(0).padStart(9)}  ${end}${broken.length > 0 ? `  BROKEN: ${broken.join(', ')}` : ''}`;
  // Of the files of one sign only those are told that took their time.
  if (broken.length > 0 || cpu > 1000 || !/^nothing but|, then "/.test(file.what)) print(line);
  if (broken.length > 0) faults.push(line);
}

interface Reading {
  readonly events: number;
  readonly gap: number;
  readonly cpu: number;
  readonly grown: number;
  readonly refusedAfter: number;
  readonly end: string;
}

function read(format: FileFormat, source: ByteSource): Reading {
  const before = process.memoryUsage.rss();
  let highest = before;
  const look = (): void => {
    highest = Math.max(highest, process.memoryUsage.rss());
  };
  let reads = 0;
  const watched: ByteSource = {
    ...source,
    read(offset, into) {
      if (reads++ % 64 === 0) look();
      return source.read(offset, into);
    },
  };
  const began = process.cpuUsage();
  let last = 0;
  let gap = 0;
  let events = 0;
  let bytes = 0;
  let end = 'read to its end';
  for (const event of readMeasurements(watched, { format })) {
    const now = milliseconds(process.cpuUsage(began));
    gap = Math.max(gap, now - last);
    last = now;
    if (events++ % 16 === 0) look();
    if (event.type === 'progress') bytes = event.bytes;
    if (event.type === 'refused') end = `refused ${event.refusal.code} after ${now.toFixed(0)} ms, ${(bytes / 1e6).toFixed(1)} MB`;
    if (now > 1000 * SECONDS) {
      end = `left at ${(bytes / 1e6).toFixed(0)} MB`;
      break;
    }
  }
  const cpu = milliseconds(process.cpuUsage(began));
  look();
  return { events, gap: Math.max(gap, cpu - last), cpu, grown: (highest - before) / 1e6, refusedAfter: cpu, end };
}
