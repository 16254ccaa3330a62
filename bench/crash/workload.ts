import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Conclusion } from '../../src/contract/casework';
import type { Job } from '../../src/contract/jobs';
import type { Client } from '../../test/support/engine';
import { type Casework, noCasework, workCase } from './worked-case';

/** What the window was told is saved: none of it may be gone after a crash. */
export interface Acknowledged {
  readonly customers: Map<string, { readonly name: string; readonly rowVersion: number }>;
  /** Imported collections by the SHA-256 of their file, with how many spectra each must hold. */
  readonly collections: Map<string, number>;
  readonly conclusions: Map<string, Pick<Conclusion, 'componentId' | 'level' | 'note' | 'supersedesId'>>;
  readonly casework: Casework;
}

export const nothingAcknowledged = (): Acknowledged => ({
  customers: new Map(),
  collections: new Map(),
  conclusions: new Map(),
  casework: noCasework(),
});

export interface Work {
  readonly client: Client;
  readonly acknowledged: Acknowledged;
  readonly random: () => number;
  /** For files to import. */
  readonly scratch: string;
  /** Announces a file to the engine as a drop on the window does. */
  readonly token: (path: string) => Promise<string>;
  /** Turns true at the kill; what fails afterwards is no news. */
  readonly over: () => boolean;
}

/** One kind of work, over and over until the kill. */
export type Workload = (work: Work) => Promise<void>;

export const changeCustomers: Workload = async ({ client, acknowledged, random, over }) => {
  // What was committed in the moment of the last kill, without its answer, is known from here on.
  for (const { id, name, rowVersion } of await client.laboratory.customers.list()) acknowledged.customers.set(id, { name, rowVersion });
  const blank = { address: '', contactPerson: '', email: '', phone: '' };
  while (!over()) {
    const ids = [...acknowledged.customers.keys()];
    const old = random() < 0.5 ? undefined : ids[Math.floor(random() * ids.length)];
    const held = old === undefined ? undefined : acknowledged.customers.get(old);
    const name = `Customer ${Math.floor(random() * 1e9)}`;
    if (old === undefined || held === undefined) {
      const { id, rowVersion } = await client.laboratory.customers.create({ ...blank, name });
      acknowledged.customers.set(id, { name, rowVersion });
    } else {
      const { rowVersion } = await client.laboratory.customers.update({
        ...blank,
        name,
        id: old,
        rowVersion: held.rowVersion,
        reason: 'crash bench',
      });
      acknowledged.customers.set(old, { name, rowVersion });
    }
  }
};

/** Imports files of invented spectra; each is kept by its hash, its rows published in one change. */
export const importLibraries: Workload = async ({ client, acknowledged, random, scratch, token, over }) => {
  while (!over()) {
    const spectra = 50 + Math.floor(random() * 1500);
    const tag = Math.floor(random() * 1e12).toString(36);
    const path = join(scratch, `${tag}.msp`);
    mkdirSync(scratch, { recursive: true });
    writeFileSync(path, Array.from({ length: spectra }, (_, index) => mspRecord(`${tag} ${index}`, random)).join('\n'));
    const { jobId } = await client.library.startImport({
      token: await token(path),
      name: tag,
      source: 'crash bench',
      licence: '',
      version: '',
      unstatedIonisation: 'EI',
      skipAlreadyHeld: false,
    });
    const job = await endOfJob(client, jobId, over);
    if (job.state === 'finished') acknowledged.collections.set(tag, spectra);
    else if (!over()) throw new Error(`an import ended as ${job.state}: ${JSON.stringify(job.failure)}`);
  }
};

async function endOfJob(client: Client, jobId: string, over: () => boolean): Promise<Job> {
  for (;;) {
    const job = await client.jobs.get({ id: jobId });
    if (job.state !== 'running' || over()) return job;
    await sleep(20);
  }
}

function mspRecord(name: string, random: () => number): string {
  const peaks = Array.from(
    { length: 12 },
    (_, index) => `${40 + index * 15 + Math.floor(random() * 14)} ${1 + Math.floor(random() * 999)}`,
  );
  return `Name: ${name}\nMW: 250\nNum Peaks: ${peaks.length}\n${peaks.join('\n')}\n`;
}

/** So long a chain, and another case is opened: every conclusion is judged over all that is known of its exhibit. */
const LONGEST_CHAIN = 40;

/** Works a case as far as the kills let it, then draws conclusions on it, each superseding the one before. */
export const drawConclusions: Workload = async (work) => {
  const { client, acknowledged, random, over } = work;
  while (!over()) {
    const { exhibitId, componentId } = await workCase(work);
    const { conclusions } = await client.casework.exhibits.get({ id: exhibitId });
    // What was committed in the moment of the last kill, without its answer, is known from here on.
    for (const conclusion of conclusions) acknowledged.conclusions.set(conclusion.id, conclusion);
    for (let drawn = conclusions.length; drawn < LONGEST_CHAIN && !over(); drawn += 1) {
      const checklists = await client.casework.checklist({ exhibitId });
      const seen = checklists.find((checklist) => checklist.componentId === componentId);
      if (seen === undefined) throw new Error('the component has no checklist');
      const note = `crash bench ${Math.floor(random() * 1e9)} ${'.'.repeat(random() * 1500)}`;
      const conclusion = await client.casework.conclusions.draw({ exhibitId, componentId, expectedLevel: seen.level, note });
      acknowledged.conclusions.set(conclusion.id, conclusion);
    }
    if (!over()) acknowledged.casework.number += 1;
  }
};

/** All that goes on at once until the kill. */
export const WORKLOADS: readonly Workload[] = [changeCustomers, importLibraries, drawConclusions];
