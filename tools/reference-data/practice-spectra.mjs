/**
 * Makes the spectra of the practice laboratory and the list of its injections: `node tools/reference-data/practice-spectra.mjs`.
 * Needs the starter list alone; the same input gives the same bytes.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { destination } from './destination.mjs';
import { jcampText, libraryText, mspText } from './practice-spectra/files.mjs';
import { seeded } from './practice-spectra/random.mjs';
import { LIBRARY, MINUTES_PER_INJECTION, RETENTION, RUNS } from './practice-spectra/run-plan.mjs';
import { libraryPeaks, scanOf, templateOf } from './practice-spectra/synthesis.mjs';

const RESOURCES = new URL('../../resources/', import.meta.url);
const inPractice = (path) => destination(`practice/${path}`);
const starter = JSON.parse(readFileSync(new URL('starter-ions/principal-ei-ions.json', RESOURCES), 'utf8')).rows;
const rowOf = (name) => {
  const row = starter.find((candidate) => candidate.name === name);
  if (!row) throw new Error(`${name} is not in the starter list`);
  return row;
};

rmSync(destination('practice/spectra/'), { recursive: true, force: true });

/** Records of one injection in order of time; a blank is read at every window of its run. */
function recordsOf(run, injection) {
  const seed = `${run.key} vial ${injection.vial}`;
  const shift = 0.008 * seeded(`time ${seed}`).normal();
  const names = injection.kind === 'blank' ? run.windows : Object.keys(injection.peaks);
  return names
    .toSorted((a, b) => RETENTION[a] - RETENTION[b])
    .map((name, index) => {
      const minutes = Math.round(1000 * (RETENTION[name] + (injection.kind === 'blank' ? 0 : shift))) / 1000;
      const height = injection.peaks[name];
      const title = injection.kind === 'blank' ? `Blank at ${minutes.toFixed(3)} min` : `Peak ${index + 1} at ${minutes.toFixed(3)} min`;
      return {
        name: `${title}, vial ${injection.vial} [practice]`,
        minutes,
        peaks: scanOf(height ? templateOf(rowOf(name)) : null, height ?? 0, `${seed} ${name}`),
      };
    });
}

function fileOf(run, injection) {
  const stem = `${run.key.replace('batch-', '')}-${String(injection.vial).padStart(2, '0')}-${injection.kind}`;
  const records = recordsOf(run, injection);
  const format = injection.format ?? 'msp';
  if (format === 'jdx' && records.length !== 1) throw new Error('a JCAMP-DX practice file holds one record');
  const file = `spectra/${stem}.${format}`;
  writeFileSync(inPractice(file), format === 'jdx' ? jcampText(records[0]) : mspText(records));
  return { file, records };
}

/** `D-3T08:10`: a moment in UTC, in days from the day the practice laboratory is opened. */
function moment({ day, minute }) {
  const two = (number) => String(number).padStart(2, '0');
  return `D${day < 0 ? '-' : '+'}${Math.abs(day)}T${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

const batches = RUNS.map((run) => ({
  key: run.key,
  method: run.method,
  instrument: run.instrument,
  analyst: run.analyst,
  startedAt: moment(run.started),
  judged: run.judged,
  injections: run.injections.map((injection, index) => {
    const { file, records } = fileOf(run, injection);
    return {
      position: index + 1,
      injectedAt: moment({ day: run.started.day, minute: run.started.minute + index * MINUTES_PER_INJECTION }),
      vial: String(injection.vial),
      kind: injection.kind,
      sample: injection.sample ?? null,
      lot: injection.lot ?? null,
      file,
      retentionTimeMin: records.length === 1 ? records[0].minutes : null,
      peaks: records.map((record, index) => ({ retentionTimeMin: record.minutes, spectrumFile: file, record: index })),
    };
  }),
}));
writeFileSync(inPractice('batches.json'), `${JSON.stringify({ practice: true, format: 'aliquot-practice/1', batches }, null, 2)}\n`);

// One peak alone, for trying Identify without a case: the fentanyl peak of the second tablet extract.
const tablets = RUNS.find((run) => run.key === 'batch-tablets');
const second = tablets.injections.find((injection) => injection.sample === 'tablets-extract-2');
writeFileSync(inPractice('spectra/query-one-peak.jdx'), jcampText(recordsOf(tablets, second).at(-1)));

const entries = LIBRARY.map((name) => ({ row: rowOf(name), peaks: libraryPeaks(templateOf(rowOf(name)), `library ${name}`) }));
writeFileSync(inPractice('library/practice-library.msp'), libraryText(entries));
console.log(`${batches.flatMap((batch) => batch.injections).length} injections, ${entries.length} library spectra`);
