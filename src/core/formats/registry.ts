import type { ByteSource } from '../spectrum/byte-source';
import type { FileFormat, ReadEvent } from '../spectrum/reading';
import { readAndi } from './andi/read';
import { recognisesAndi } from './andi/recognises';
import { readChemstation } from './chemstation/read';
import { recognisesChemstation } from './chemstation/recognises';
import { readDelimitedText } from './delimited-text/read';
import { recognisesDelimitedText } from './delimited-text/recognises';
import { readElu } from './elu/read';
import { recognisesElu } from './elu/recognises';
import type { FileHead } from './file-head';
import { readJcamp } from './jcamp/read';
import { recognisesJcamp } from './jcamp/recognises';
import { readLabSpec } from './labspec/read';
import { recognisesLabSpec } from './labspec/recognises';
import { readMassbank } from './massbank/read';
import { recognisesMassbank } from './massbank/recognises';
import { readMgf } from './mgf/read';
import { recognisesMgf } from './mgf/recognises';
import { readMsp } from './msp/read';
import { recognisesMsp } from './msp/recognises';
import { readMzdata } from './mzdata/read';
import { recognisesMzdata } from './mzdata/recognises';
import { readMzml } from './mzml/read';
import { recognisesMzml } from './mzml/recognises';
import { readMzxml } from './mzxml/read';
import { recognisesMzxml } from './mzxml/recognises';
import { readOmnic } from './omnic/read';
import { recognisesOmnic } from './omnic/recognises';
import { readOpus } from './opus/read';
import { recognisesOpus } from './opus/recognises';
import { readPerkinElmer } from './perkin-elmer/read';
import { recognisesPerkinElmer } from './perkin-elmer/recognises';
import { readPrinceton } from './princeton/read';
import { recognisesPrinceton } from './princeton/recognises';
import type { ReadOptions } from './read';
import { readSpc } from './spc/read';
import { recognisesSpc } from './spc/recognises';
import { readWdf } from './wdf/read';
import { recognisesWdf } from './wdf/recognises';
import { readXlsx } from './xlsx/read';
import { recognisesXlsx } from './xlsx/recognises';

export interface Format {
  readonly id: FileFormat;
  /** Whether the content is of this format; cheap, never throws. */
  readonly recognises: (head: FileHead) => boolean;
  /** Yields events as `ReadEvent` tells; throws only what the source throws. */
  readonly read: (source: ByteSource, options: ReadOptions) => Generator<ReadEvent>;
}

/** The formats in the order they are asked: those with a mark no other file has come first, the guess at columns of numbers last. */
export const FORMATS: readonly Format[] = [
  { id: 'opus', recognises: recognisesOpus, read: readOpus },
  { id: 'omnic', recognises: recognisesOmnic, read: readOmnic },
  { id: 'perkin-elmer', recognises: recognisesPerkinElmer, read: readPerkinElmer },
  { id: 'wdf', recognises: recognisesWdf, read: readWdf },
  { id: 'princeton-spe', recognises: recognisesPrinceton, read: readPrinceton },
  { id: 'andi', recognises: recognisesAndi, read: readAndi },
  { id: 'chemstation', recognises: recognisesChemstation, read: readChemstation },
  { id: 'xlsx', recognises: recognisesXlsx, read: readXlsx },
  { id: 'spc', recognises: recognisesSpc, read: readSpc },
  { id: 'mzml', recognises: recognisesMzml, read: readMzml },
  { id: 'mzxml', recognises: recognisesMzxml, read: readMzxml },
  { id: 'mzdata', recognises: recognisesMzdata, read: readMzdata },
  { id: 'jcamp-dx', recognises: recognisesJcamp, read: readJcamp },
  { id: 'massbank', recognises: recognisesMassbank, read: readMassbank },
  { id: 'elu', recognises: recognisesElu, read: readElu },
  { id: 'mgf', recognises: recognisesMgf, read: readMgf },
  { id: 'msp', recognises: recognisesMsp, read: readMsp },
  { id: 'labspec', recognises: recognisesLabSpec, read: readLabSpec },
  { id: 'delimited-text', recognises: recognisesDelimitedText, read: readDelimitedText },
];
