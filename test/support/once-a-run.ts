import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { TestProject } from 'vitest/node';

const places = join(import.meta.dirname, '../../.cache/test-runs');
/** Names the place where a run of the suite keeps what its processes share; absent outside a run (benches). */
const PLACE = 'ALIQUOT_TEST_RUN';

/** The suite's global set-up: an empty place for every run, and for every rerun while sources are watched. */
export default function setUp(project: TestProject): () => void {
  const place = join(places, randomUUID());
  const remove = () => rmSync(place, { recursive: true, force: true });
  process.env[PLACE] = place;
  project.onTestsRerun(async () => remove());
  return remove;
}

let alone: string | undefined;
function placeOfProcess(): string {
  if (alone !== undefined) return alone;
  const place = join(places, randomUUID());
  process.once('exit', () => rmSync(place, { recursive: true, force: true }));
  alone = place;
  return place;
}

/**
 * The path of something that is dear to make and never changed once made. The first process of a run that asks makes it. Two that ask at once
 * both make it, and the second one's is thrown away: nobody waits for another. Outside a run every process makes its own.
 */
export async function onceARun(name: string, make: (path: string) => Promise<void>): Promise<string> {
  const path = join(process.env[PLACE] ?? placeOfProcess(), name);
  if (existsSync(path)) return path;
  const own = `${path}.${process.pid}`;
  mkdirSync(dirname(path), { recursive: true });
  await make(own);
  try {
    renameSync(own, path);
  } catch (error) {
    if (!existsSync(path)) throw error;
    rmSync(own, { recursive: true, force: true });
  }
  return path;
}
