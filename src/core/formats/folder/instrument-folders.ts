/** A folder an instrument writes as a whole. */
export interface NamedFolder {
  /** The maker's name for it. */
  readonly instrument: string;
  /** Its measurements that are read, by their path inside in small letters. */
  readonly data: RegExp;
  /** Its texts that are read. */
  readonly texts: ReadonlySet<string>;
}

interface FolderMark extends NamedFolder {
  /** Whether a folder is one: its name, and the names standing directly in it (folders end with `/`), all in small letters. */
  readonly is: (name: string, names: ReadonlySet<string>) => boolean;
}

const NOTHING = /^(?!)/;
const NO_TEXTS: ReadonlySet<string> = new Set();
const METHOD_FILES = /^acqmeth\.txt$|\.(mth|mac|macaml|reg|ini)$/;
const MASS_SPECTRA = /^(data|datasim|msd\d*)\.ms$/;

const some = (names: ReadonlySet<string>, pattern: RegExp): boolean => [...names].some((name) => pattern.test(name));

/** In the order they are asked: a MassHunter folder of GC-MS has its spectra in `DATA.MS` too, and is then read as ChemStation's. */
const FOLDERS: readonly FolderMark[] = [
  {
    instrument: 'Agilent ChemStation .D',
    is: (name, names) => (name.endsWith('.d') || names.has('acqmeth.txt') || names.has('pre_post.ini')) && some(names, MASS_SPECTRA),
    data: MASS_SPECTRA,
    texts: new Set(['acqmeth.txt', 'pre_post.ini', 'gc.ini']),
  },
  { ...unread('Agilent MassHunter .d'), is: (_, names) => names.has('acqdata/') },
  { ...unread('Agilent ChemStation .D (signals)'), is: (name, names) => name.endsWith('.d') && some(names, /\.(ch|uv)$/) },
  { ...unread('Agilent method .M'), is: (name, names) => name.endsWith('.m') && some(names, METHOD_FILES) },
  { ...unread('Bruker NMR'), is: (_, names) => names.has('acqus') || (names.has('acqu') && some(names, /^(fid|ser)$/)) },
  { ...unread('Bruker .d (mass spectra)'), is: (name, names) => name.endsWith('.d') && some(names, /^analysis\.(baf|tdf|tsf|yep)$/) },
  { ...unread('Waters MassLynx .raw'), is: (name, names) => name.endsWith('.raw') && some(names, /^(_func\d+\.dat|_header\.txt)$/) },
  { ...unread('Varian or Agilent NMR .fid'), is: (_, names) => names.has('procpar') && names.has('fid') },
];

function unread(instrument: string): NamedFolder {
  return { instrument, data: NOTHING, texts: NO_TEXTS };
}

/** What instrument wrote a folder, by its name and what stands in it; undefined for a folder of people. */
export function instrumentFolderOf(path: string, names: ReadonlySet<string>): NamedFolder | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  return FOLDERS.find(({ is }) => is(name, names));
}
