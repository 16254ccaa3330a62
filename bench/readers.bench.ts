import { closeSync, existsSync, fstatSync, mkdirSync, openSync, readFileSync, readSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { readMeasurements as Read } from '../src/core/formats/read';
import { type ByteSource, memorySource } from '../src/core/spectrum/byte-source';
import { inflateByZlib } from '../src/main/engine/inflate-by-zlib';
import { bundleForNode } from '../test/support/bundle';
import { convertMassBank } from './massbank-to-msp';

const FILES = [
  '../shared/data/ms/swgdrug/SWGDRUG39.msp',
  '../shared/data/formats/ms/msp_recetox/recetox_gc-ei_ms_20201028.msp',
  '../shared/data/formats/ms/jcamp/ELEY_1_SUBTRACT.JDX',
  '../shared/data/formats/ms/jcamp/ethylbenzene_hrms.jdx',
  '../shared/data/formats/ms/jcamp/nist08_test.jca',
  '../shared/data/formats/optical/jcamp/official/BRUKAFFN.DX',
  '../shared/data/formats/optical/jcamp/official/BRUKDIF.DX',
  '../shared/data/formats/optical/jcamp/edge/1HQuinine.jdx',
];
/** Runs: their spectra are repeated, as they stand in the list of the file. */
const RUNS = [
  '../shared/data/formats/optical/ms/svs813f1.mzML',
  '../shared/data/formats/optical/ms/small_zlib.pwiz.1.1.mzML',
  '../shared/data/formats/ms/mzml/gc_orbi_profile_21scans.mzML',
  '../shared/data/formats/ms/mzml/pymzml_example.mzML',
];
/** Length every file is repeated to, bytes. */
const LENGTH = 60_000_000;
/** Every file is read so often; the first time the reader is still being compiled, and other work on the machine disturbs some. */
const TIMES = 3;

const MASSBANK = '../shared/data/ms/massbank.jsonl.gz';

/** The readers as they are built: a module at a time, as tests run them, every call between modules costs more than the work of a digit. */
let readMeasurements: typeof Read;

/** Reading speed of each format on one thread, with the unpacker of zlib that the engine's threads use, MB of text in a second; files are repeated in memory, MassBank is read from the disk. The best of three times; `first`: per CPU second the first time. */
export async function run(print: (line: string) => void): Promise<void> {
  ({ readMeasurements } = (await import(await bundleForNode('src/core/formats/read.ts'))) as { readMeasurements: typeof Read });
  print(
    `${'file'.padEnd(38)}${'MB'.padStart(8)}${'spectra'.padStart(10)}${'peaks'.padStart(12)}${'MB/s'.padStart(8)}${'MB/CPU s'.padStart(10)}${'first'.padStart(8)}`,
  );
  for (const file of FILES) {
    if (existsSync(file)) measure(print, file, repeated(file, readFileSync(file), LENGTH));
    else print(`${file}: not here, left out`);
  }
  for (const file of RUNS) {
    if (existsSync(file)) measure(print, file, memorySource(file, repeatedSpectra(readFileSync(file), LENGTH)));
    else print(`${file}: not here, left out`);
  }
  if (!existsSync(MASSBANK)) {
    print(`${MASSBANK}: not here, left out`);
    return;
  }
  const handle = openSync(await massBankMsp(print), 'r');
  measure(print, 'massbank.msp', {
    name: 'massbank.msp',
    size: fstatSync(handle).size,
    read: (offset, into) => readSync(handle, into, 0, into.length, offset),
  });
  closeSync(handle);
}

/** MassBank as MSP, made once and kept in the temporary folder. */
async function massBankMsp(print: (line: string) => void): Promise<string> {
  const folder = join(tmpdir(), 'aliquot-bench');
  const path = join(folder, 'massbank.msp');
  if (existsSync(path)) return path;
  mkdirSync(folder, { recursive: true });
  const { records, peaks, bytes } = await convertMassBank(MASSBANK, `${path}.part`);
  renameSync(`${path}.part`, path);
  print(`massbank.msp made: ${records} records, ${peaks} peaks, ${(bytes / 1e6).toFixed(1)} MB`);
  return path;
}

function measure(print: (line: string) => void, file: string, source: ByteSource): void {
  const wall: number[] = [];
  const processor: number[] = [];
  let spectra = 0;
  let peaks = 0;
  for (let time = 0; time < TIMES; time++) {
    const began = performance.now();
    const cpu = process.cpuUsage();
    spectra = 0;
    peaks = 0;
    for (const event of readMeasurements(source, { inflate: inflateByZlib })) {
      if (event.type !== 'spectrum' && event.type !== 'scan') continue;
      spectra++;
      peaks += (event.type === 'spectrum' ? event.spectrum : event.scan).mz.length;
    }
    const used = process.cpuUsage(cpu);
    wall.push((performance.now() - began) / 1000);
    processor.push((used.user + used.system) / 1e6);
  }
  const megabytes = source.size / 1e6;
  const rate = (megabytes / Math.min(...wall)).toFixed(1);
  const perCpu = (megabytes / Math.min(...processor)).toFixed(1);
  const first = (megabytes / (processor[0] ?? Number.NaN)).toFixed(1);
  const name = file.slice(file.lastIndexOf('/') + 1);
  const counts = `${megabytes.toFixed(1).padStart(8)}${String(spectra).padStart(10)}${String(peaks).padStart(12)}`;
  print(`${name.padEnd(38)}${counts}${rate.padStart(8)}${perCpu.padStart(10)}${first.padStart(8)}`);
}

/** An mzML file whose spectra stand in it again and again, up to `length` bytes. */
function repeatedSpectra(bytes: Buffer, length: number): Uint8Array {
  const from = bytes.indexOf('<spectrum ');
  const to = bytes.lastIndexOf('</spectrum>') + '</spectrum>'.length;
  const spectra = bytes.subarray(from, to);
  const times = Math.max(1, Math.floor((length - bytes.length) / spectra.length) + 1);
  return Buffer.concat([bytes.subarray(0, from), ...Array.from({ length: times }, () => spectra), bytes.subarray(to)]);
}

/** The bytes of one file again and again, with a line end between, as often as it fits whole into `length`. */
function repeated(name: string, bytes: Uint8Array, length: number): ByteSource {
  const period = bytes.length + 1;
  const size = period * Math.max(1, Math.floor(length / period));
  return {
    name,
    size,
    read(offset, into) {
      let done = 0;
      while (done < into.length && offset + done < size) {
        const at = (offset + done) % period;
        if (at === bytes.length) into[done++] = 10;
        else {
          const part = bytes.subarray(at, at + into.length - done);
          into.set(part, done);
          done += part.length;
        }
      }
      return done;
    },
  };
}
