import { instrumentFolderOf, type NamedFolder } from './instrument-folders';

/** A file of a dropped folder or zip. `path` has `/` between folders; `fault` is why a zip's entry cannot be unpacked. */
export interface FolderEntry {
  readonly path: string;
  readonly size: number;
  readonly fault?: string;
}

/** A file to be read alone. */
export interface FileUnit {
  readonly kind: 'file';
  readonly path: string;
  readonly size: number;
}

/** A folder an instrument wrote for one injection, read as one. All paths are those of the entries. */
export interface InstrumentFolderUnit {
  readonly kind: 'instrument-folder';
  readonly path: string;
  /** Bytes of `data`. */
  readonly size: number;
  /** The maker's name of such a folder. */
  readonly instrument: string;
  /** Measurements, in the order to be read. */
  readonly data: readonly string[];
  /** Texts about the measurement. */
  readonly texts: readonly string[];
  /** What stands there too and is not read. */
  readonly unused: readonly string[];
}

/** Why something is not read: nothing of the operating system, a folder of a maker or a list of a sequence that is not read, a path too deep, or a fault of the zip. */
export type NotReadReason = 'system-file' | 'instrument-folder' | 'sequence-file' | 'too-deep' | 'zip-entry';

export interface NotReadUnit {
  readonly kind: 'not-read';
  readonly path: string;
  readonly size: number;
  readonly reason: NotReadReason;
  /** What it is, in the field's own words; '' where the reason says all. */
  readonly what: string;
}

export type ReadableUnit = FileUnit | InstrumentFolderUnit;
export type Unit = ReadableUnit | NotReadUnit;

const SYSTEM_FILE = /^(\.ds_store|thumbs\.db|desktop\.ini|ehthumbs\.db|\._.*|\.(spotlight|fseventsd|trashes|directory).*)$/i;
const SEQUENCE_FILE = /\.(s|seq)$|^sequence.*\.log$/i;
/** Deepest path looked at; instruments nest five folders. */
const DEPTH = 64;

/**
 * What a dropped folder (or zip) holds, in the order of the entries: files to be read alone, folders of instruments to be read as one, and everything that is
 * not read with its reason. Every entry is in exactly one unit.
 */
export function findUnits(entries: readonly FolderEntry[]): readonly Unit[] {
  const shallow = entries.filter(({ path, fault }) => fault === undefined && path.split('/').length <= DEPTH);
  const folders = folderContents(shallow);
  const found = new Map<string, NamedFolder | undefined>();
  const members = new Map<string, FolderEntry[]>();
  const units: (Unit | { readonly root: string })[] = [];
  const isShallow = new Set(shallow);
  for (const entry of entries) {
    const root = isShallow.has(entry) ? rootOf(entry.path, folders, found) : undefined;
    if (root === undefined) {
      units.push(isShallow.has(entry) ? plainUnit(entry) : faultyUnit(entry));
      continue;
    }
    const gathered = members.get(root);
    if (gathered === undefined) {
      members.set(root, [entry]);
      units.push({ root });
    } else gathered.push(entry);
  }
  return units.map((unit) =>
    'root' in unit ? folderUnit(unit.root, found.get(unit.root) as NamedFolder, members.get(unit.root) ?? []) : unit,
  );
}

/** Names standing directly in each folder, in small letters; folders end with `/`. */
function folderContents(entries: readonly FolderEntry[]): ReadonlyMap<string, ReadonlySet<string>> {
  const contents = new Map<string, Set<string>>();
  for (const { path } of entries) {
    const parts = path.split('/');
    for (let depth = 1; depth < parts.length; depth++) {
      const folder = parts.slice(0, depth).join('/');
      const name = (parts[depth] as string).toLowerCase();
      const names = contents.get(folder) ?? new Set<string>();
      names.add(depth === parts.length - 1 ? name : `${name}/`);
      contents.set(folder, names);
    }
  }
  return contents;
}

/** The topmost folder above a path that an instrument wrote as a whole. */
function rootOf(
  path: string,
  folders: ReadonlyMap<string, ReadonlySet<string>>,
  found: Map<string, NamedFolder | undefined>,
): string | undefined {
  for (let end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
    const folder = path.slice(0, end);
    if (!found.has(folder)) found.set(folder, instrumentFolderOf(folder, folders.get(folder) ?? new Set()));
    if (found.get(folder) !== undefined) return folder;
  }
  return undefined;
}

function plainUnit({ path, size }: FolderEntry): Unit {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (SYSTEM_FILE.test(name) || path.startsWith('__MACOSX/')) return { kind: 'not-read', path, size, reason: 'system-file', what: '' };
  if (SEQUENCE_FILE.test(name)) return { kind: 'not-read', path, size, reason: 'sequence-file', what: name };
  return { kind: 'file', path, size };
}

function faultyUnit({ path, size, fault }: FolderEntry): NotReadUnit {
  return { kind: 'not-read', path, size, reason: fault === undefined ? 'too-deep' : 'zip-entry', what: fault ?? '' };
}

function folderUnit(path: string, { instrument, data, texts }: NamedFolder, entries: readonly FolderEntry[]): Unit {
  const inside = ({ path: whole }: FolderEntry): string => whole.slice(path.length + 1).toLowerCase();
  const measured = entries.filter((entry) => data.test(inside(entry))).sort((a, b) => (inside(a) < inside(b) ? -1 : 1));
  if (measured.length === 0) {
    return {
      kind: 'not-read',
      path,
      size: entries.reduce((sum, { size }) => sum + size, 0),
      reason: 'instrument-folder',
      what: instrument,
    };
  }
  const about = entries.filter((entry) => texts.has(inside(entry)));
  const used = new Set([...measured, ...about]);
  return {
    kind: 'instrument-folder',
    path,
    size: measured.reduce((sum, { size }) => sum + size, 0),
    instrument,
    data: measured.map((entry) => entry.path),
    texts: about.map((entry) => entry.path),
    unused: entries.filter((entry) => !used.has(entry)).map((entry) => entry.path),
  };
}
