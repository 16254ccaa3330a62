import { formatFormula } from '../../chemistry/formula';
import { readInchikey } from '../../chemistry/identifiers';
import { readSmiles, type SmilesReading } from '../../chemistry/structure';
import { EntryTable } from './entry-table';
import { type ExaminationOptions, findingsOf } from './examine-entry';
import { type Finding, type FindingCode, finding, type Grade, gradeOf } from './finding';
import { fingerprintOf } from './fingerprint';
import type { LibraryEntry } from './library-entry';
import { splashBits } from './splash';
import { readIdentity } from './stated-identity';

/** What one entry shows by itself. */
export interface EntryExamination {
  readonly key: number;
  /** SPLASH of a mass spectrum, `curve10-…` of a curve; `undefined` where there is nothing to take it from. */
  readonly fingerprint: string | undefined;
  readonly findings: readonly Finding[];
  /** Without what other entries show: grade again with `gradeOf` once the cross findings are known. */
  readonly grade: Grade;
}

/** What several entries show together; every key in it gets the finding. */
export interface CrossFinding {
  readonly finding: Finding;
  /** Ascending. */
  readonly keys: readonly number[];
}

/** Fewer peaks may be the same for isomers without anybody's error. */
const TELLING_PEAKS = 5;
const REMEMBERED = 4096;

/**
 * Examines a library entry by entry and remembers about 45 bytes of each, so that a million fit into a worker: `add` every entry, then
 * read `crossFindings`. The order of entries does not matter. An entry can be added later and the cross findings read again.
 */
export class LibraryExamination {
  readonly #options: ExaminationOptions;
  readonly #table = new EntryTable();
  readonly #structures = rememberedStructures();

  constructor(options: ExaminationOptions = {}) {
    this.#options = options;
  }

  /** How many entries were added. */
  get size(): number {
    return this.#table.size;
  }

  /** Bytes held for the comparison of entries. */
  get bytes(): number {
    return this.#table.bytes;
  }

  /** Examines one entry and remembers its fingerprint and identity. */
  add(entry: LibraryEntry): EntryExamination {
    const identity = readIdentity(entry.identity, { structures: this.#options.structures ?? true, readStructure: this.#structures });
    const findings = findingsOf(entry, identity);
    const fingerprint = fingerprintOf(entry);
    const key = entry.identity.inchikey === undefined ? undefined : readInchikey(entry.identity.inchikey);
    this.#table.append({
      key: entry.key,
      fingerprint: fingerprint === undefined ? [0, 0] : splashBits(fingerprint),
      points: entry.kind === 'mass' ? entry.mz.length : entry.trace.y.values.length,
      compound: key === undefined ? '' : `${key.skeleton}${key.layers}${key.protonation}`,
      skeleton: key?.skeleton ?? '',
      cas: entry.identity.cas?.trim() ?? '',
      name: entry.identity.name.trim().toLowerCase(),
      formula: identity.formula === undefined ? '' : formatFormula(identity.formula),
    });
    return { key: entry.key, fingerprint, findings, grade: gradeOf(findings) };
  }

  /** Duplicates, one spectrum under two structures, one InChIKey with two formulas; in the order of the smallest key. */
  crossFindings(): readonly CrossFinding[] {
    const table = this.#table;
    const found: CrossFinding[] = [];
    for (const rows of table.groupsBy('fingerprint')) {
      const code = this.#sameSpectrum(rows);
      found.push({ finding: finding(code, { entries: rows.length }), keys: rows.map((row) => table.key(row)) });
    }
    for (const rows of table.groupsBy('compound')) {
      const formulas = new Set(rows.map((row) => table.formula(row)).filter((formula) => formula !== 0));
      if (formulas.size < 2) continue;
      found.push({
        finding: finding('identifier-of-two-formulas', { formulas: formulas.size, entries: rows.length }),
        keys: rows.map((row) => table.key(row)),
      });
    }
    return found
      .map(({ keys, ...rest }) => ({ ...rest, keys: [...keys].sort((a, b) => a - b) }))
      .sort((a, b) => a.keys[0]! - b.keys[0]! || (a.finding.code < b.finding.code ? -1 : 1));
  }

  #sameSpectrum(rows: readonly number[]): FindingCode {
    const table = this.#table;
    const [first, ...others] = rows as [number, ...number[]];
    const pairs = rows.flatMap((a, i) => rows.slice(i + 1).map((b) => [a, b] as const));
    // Large groups are compared with their first alone: n² pairs of a spectrum repeated thousands of times say no more.
    const compared = rows.length <= 50 ? pairs : others.map((other) => [first, other] as const);
    if (compared.some(([a, b]) => !table.sameSkeleton(a, b))) {
      return table.points(first) < TELLING_PEAKS ? 'few-peaks-of-two-structures' : 'spectrum-of-two-structures';
    }
    return compared.some(([a, b]) => !table.sameCompound(a, b)) ? 'spectrum-of-stereoisomers' : 'duplicate-spectrum';
  }
}

/** Entries of one compound mostly follow each other: the last structures are remembered, a bounded number of them. */
function rememberedStructures(): (smiles: string) => SmilesReading {
  const known = new Map<string, SmilesReading>();
  return (smiles) => {
    const found = known.get(smiles);
    if (found !== undefined) return found;
    if (known.size >= REMEMBERED) known.clear();
    const reading = readSmiles(smiles);
    known.set(smiles, reading);
    return reading;
  };
}
