// Verifies the audit trail of an Aliquot laboratory with nothing of Aliquot: Node (22.5 or newer) and this file alone.
//   node verify.mjs <copy of the laboratory folder> [--printed <sequence>:<hash>]...
// Ends with 0 when everything agrees, 1 at the first difference (which it names), 2 when it cannot read. docs/verify-the-trail.md
// says in words what this does, so that anyone can write it again in another language.
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const GENESIS = '0'.repeat(64);
/** @typedef {Record<string, any>} Row what SQLite or JSON gives */
/** @param {string | Uint8Array} data */
const sha256 = (data) => createHash('sha256').update(data).digest('hex');

class Difference extends Error {}
/** @param {string} text @returns {never} */
function differ(text) {
  throw new Difference(text);
}

// RFC 8785: names sorted by UTF-16 code units, no white space, strings and numbers as ECMAScript writes them.
/** @param {any} value @returns {string} */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const names = Object.keys(value).sort();
    return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`;
  }
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError('not a finite number');
  return JSON.stringify(value);
}

/** Text in the file is canonical itself: a blank more is an alteration too. @param {string} text */
function stored(text) {
  const value = JSON.parse(text);
  return canonical(value) === text ? value : differ(`not canonical: ${text.slice(0, 80)}`);
}

/** An event as it was hashed: its columns but the hash, named in camel case, text of JSON as what it says. @param {Row} event */
function contentOf(event) {
  const { hash: _, ...columns } = event;
  const named = (/** @type {string} */ column) => column.replace(/_json$/, '').replace(/_(.)/g, (_, letter) => letter.toUpperCase());
  const said = (/** @type {[string, any]} */ [column, value]) => [named(column), column.endsWith('_json') ? stored(value) : value];
  return Object.fromEntries(Object.entries(columns).map(said));
}

/** @param {Row} event */
function readable(event) {
  try {
    return contentOf(event);
  } catch (error) {
    return differ(`event ${event.sequence} holds text that is ${error instanceof Difference ? error.message : 'not JSON'}`);
  }
}

/** A value of a row as JSON can say it; an integer that no double holds is never written by Aliquot. @param {any} value */
function plain(value) {
  if (typeof value !== 'bigint') return value;
  return Number.isSafeInteger(Number(value)) ? Number(value) : `integer ${value}`;
}

/** Whether a recorded value stands for a stored one: itself, or for bulky and secret ones the SHA-256 of their bytes. @param {any} recorded @param {any} stored */
function agrees(recorded, stored) {
  if (typeof recorded !== 'object' || recorded === null) return recorded === stored;
  const bytes = typeof stored === 'string' ? Buffer.from(stored, 'utf8') : stored;
  return bytes instanceof Uint8Array && recorded.sha256 === sha256(bytes) && recorded.bytes === bytes.byteLength;
}

/** Walks the chain; gives the head, the hash of every sequence number, and what each row was left as. @param {DatabaseSync} database */
function walkChain(database) {
  /** @type {Map<number, string>} */
  const hashes = new Map([[0, GENESIS]]);
  /** @type {Map<string, Row>} */
  const left = new Map();
  let last = 0;
  for (const event of /** @type {Iterable<any>} */ (database.prepare('SELECT * FROM audit_event ORDER BY sequence').iterate())) {
    if (event.sequence !== last + 1) differ(`event ${last + 1} is missing: the next one is ${event.sequence}`);
    if (event.previous_hash !== hashes.get(last)) differ(`event ${event.sequence} does not name the hash of event ${last}`);
    const content = readable(event);
    const hash = sha256(canonical(content));
    if (hash !== event.hash) differ(`event ${event.sequence} was altered: its hash is ${hash}, recorded is ${event.hash}`);
    for (const { table, id, before, after } of content.changes) {
      const key = `${table} ${id}`;
      const known = left.get(key)?.after ?? null;
      if (canonical(before) !== canonical(known)) differ(`event ${event.sequence} changes ${key} from a state that no event left it in`);
      left.set(key, { table, id, after, sequence: event.sequence });
    }
    hashes.set(event.sequence, hash);
    last = event.sequence;
  }
  return { last, hashes, left };
}

/** Every table whose column `id` is TEXT is accounted for by the trail. @param {DatabaseSync} database */
function auditedTables(database) {
  const tables = database
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name")
    .all();
  return tables
    .map(({ name }) => String(name))
    .filter((name) => database.prepare(`SELECT 1 FROM pragma_table_info(?) WHERE name = 'id' AND type = 'TEXT'`).get(name));
}

/** Compares every current row with what its last event left. @param {DatabaseSync} database @param {Map<string, Row>} left */
function compareRows(database, left) {
  let rows = 0;
  for (const table of auditedTables(database)) {
    const statement = database.prepare(`SELECT * FROM "${table}" ORDER BY id`);
    statement.setReadBigInts(true);
    for (const row of statement.iterate()) {
      rows += 1;
      const key = `${table} ${row.id}`;
      const word = left.get(key);
      if (!word?.after) differ(`${key} is there, but no event says so`);
      for (const column of new Set([...Object.keys(word.after), ...Object.keys(row)]))
        if (!(column in word.after) || !(column in row) || !agrees(word.after[column], plain(row[column])))
          differ(`${key}: ${column} is not what event ${word.sequence} left it as`);
      left.delete(key);
    }
  }
  for (const [key, { after, sequence }] of left) if (after !== null) differ(`${key} is gone, but event ${sequence} left it there`);
  return rows;
}

/** The hash of a row of reference spectra, whose curves come after its peaks. @param {any} row */
function spectrumHash(row) {
  const columns =
    `name folded cas inchikey formula nominal_mass exact_mass ionisation ionisation_stated ms_level precursor_mz retention_index
    accession peak_count instrument origin licence metadata_json`.split(/\s+/);
  const curves = (row.technique ?? 'mass-spectrometry') !== 'mass-spectrometry' || (row.traces_json ?? null) !== null;
  const text = JSON.stringify([...columns, ...(curves ? ['technique', 'traces_json'] : [])].map((column) => row[column]));
  const hash = createHash('sha256').update(text).update(row.content_sha256).update(row.mz).update(row.intensity);
  return row.numbers ? hash.update(row.numbers).digest() : hash.digest();
}

/** Rows of reference spectra have no event each: their digest stands in their collection's row, the hash of each one added since in a row of its own. @param {DatabaseSync} database */
function compareSpectra(database) {
  const grown = database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'added_spectrum'").get() !== undefined;
  const joined = `reference_spectrum JOIN reference_spectrum_content USING (key) ${grown ? 'LEFT JOIN reference_curves USING (key)' : ''}`;
  const spectra = database.prepare(`SELECT * FROM ${joined} WHERE import_key = ? ORDER BY ordinal`);
  const additions = grown
    ? database.prepare('SELECT spectrum_key, row_sha256 FROM added_spectrum WHERE collection_id = ? ORDER BY place')
    : null;
  let compared = 0;
  for (const collection of /** @type {Row[]} */ (database.prepare('SELECT * FROM collection').all())) {
    const { id, import_key, rows_sha256 } = collection;
    const all = createHash('sha256');
    const added = /** @type {Row[]} */ (additions?.all(id) ?? []);
    let behind = 0;
    for (const row of /** @type {Iterable<any>} */ (spectra.iterate(import_key))) {
      const hash = spectrumHash(row);
      compared += 1;
      if (!grown || row.ordinal < collection.spectra) all.update(hash);
      else if (row.key !== added[behind]?.spectrum_key || hash.toString('hex') !== added[behind++]?.row_sha256)
        differ(`spectrum ${row.key} of collection ${id} is not one that was added`);
    }
    if (behind !== added.length) differ(`of the spectra added to collection ${id} ${added.length - behind} are missing`);
    if (all.digest('hex') !== rows_sha256) differ(`the spectra of collection ${id} are not those that were published`);
  }
  return compared;
}

/** @param {string} path */
async function hashFile(path) {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest('hex');
}

/** Every kept file is there under its own hash. @param {DatabaseSync} database @param {string} folder */
async function checkAttachments(database, folder) {
  const named = database
    .prepare('SELECT DISTINCT sha256 FROM attachment ORDER BY sha256')
    .all()
    .map((row) => String(row.sha256));
  for (const hash of named) {
    const path = join(folder, 'attachments', hash.slice(0, 2), hash.slice(2));
    if (!existsSync(path)) differ(`the kept file ${hash} is gone`);
    if ((await hashFile(path)) !== hash) differ(`the kept file ${hash} was altered`);
  }
  return named.length;
}

/** @param {string} folder @param {readonly string[]} printed */
async function verify(folder, printed) {
  const file = join(folder, 'laboratory.sqlite');
  if (!existsSync(file)) throw new Error(`${file} is not there`);
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const { last, hashes, left } = walkChain(database);
    for (const text of printed) {
      const [, sequence, hash] = /^(\d+):([0-9a-f]{16,64})$/.exec(text.toLowerCase()) ?? [];
      if (sequence === undefined || hash === undefined) throw new Error(`--printed takes <sequence>:<hash>, not ${text}`);
      if (!hashes.get(Number(sequence))?.startsWith(hash)) differ(`the trail's event ${sequence} is not the one that was printed`);
    }
    const rows = compareRows(database, left);
    const spectra = compareSpectra(database);
    const files = await checkAttachments(database, folder);
    console.log(`events ${last}, rows ${rows}, spectra ${spectra}, kept files ${files}, printed heads ${printed.length}: no difference`);
    console.log(`head ${last}:${hashes.get(last)}`);
  } finally {
    database.close();
  }
}

const [folder, ...rest] = process.argv.slice(2);
const printed = rest.filter((_, index) => rest[index - 1] === '--printed');
try {
  if (folder === undefined || rest.length !== 2 * printed.length)
    throw new Error('usage: node verify.mjs <folder> [--printed <sequence>:<hash>]...');
  await verify(folder, printed);
} catch (error) {
  console.log(
    error instanceof Difference ? `DIFFERENCE: ${error.message}` : `cannot verify: ${error instanceof Error ? error.message : error}`,
  );
  process.exitCode = error instanceof Difference ? 1 : 2;
}
