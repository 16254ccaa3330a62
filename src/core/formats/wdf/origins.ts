import type { BinaryFile } from '../binary/binary-file';
import { fixedText } from '../binary/text';
import { TIME_STAMP, unitName } from './axes';
import type { WdfBlock } from './blocks';

/** A list of the block ORGN: one value of 8 bytes for each spectrum. */
export interface Origin {
  readonly name: string;
  readonly unitCode: number;
  readonly unit: string;
  readonly at: number;
}

/** Kinds of lists that tell nothing of a place: checksums and flags. */
const CHECKSUM = 16;
const FLAGS = 17;
/** The highest bit marks the lists that the measurement went along. */
const KIND = 0x7fff_ffff;
const HEADING = 24;
/** More lists than any file has; the most seen are 5. */
const MOST_LISTS = 256;

/** The lists of a whole block that tell a place or a time; undefined when the block is not as long as they need. */
export function readOrigins(file: BinaryFile, block: WdfBlock, spectra: number): readonly Origin[] | undefined {
  if (block.length < 4) return undefined;
  const count = file.view(block.at, 4, 'origins').getUint32(0, true);
  if (count > MOST_LISTS || count * (HEADING + 8 * spectra) > block.length - 4) return undefined;
  const origins: Origin[] = [];
  for (let i = 0; i < count; i++) {
    const at = block.at + 4 + i * (HEADING + 8 * spectra);
    const view = file.view(at, HEADING, 'origins');
    const kind = view.getUint32(0, true) & KIND;
    if (kind === CHECKSUM || kind === FLAGS) continue;
    const unitCode = view.getUint32(4, true);
    origins.push({ name: fixedText(new Uint8Array(view.buffer), 8, 16), unitCode, unit: unitName(unitCode), at: at + HEADING });
  }
  return origins;
}

/** The values of the lists for some spectra: places as numbers, times as stamps. */
export class OriginValues {
  readonly #origins: readonly { readonly origin: Origin; readonly view: DataView }[];
  readonly #first: number;

  constructor(file: BinaryFile, origins: readonly Origin[], first: number, count: number) {
    this.#first = first;
    this.#origins = origins.map((origin) => ({ origin, view: file.view(origin.at + 8 * first, 8 * count, 'origins') }));
  }

  position(index: number): readonly { readonly name: string; readonly value: number; readonly unit: string }[] {
    return this.#origins
      .filter(({ origin }) => origin.unitCode !== TIME_STAMP)
      .map(({ origin, view }) => ({ name: origin.name, value: view.getFloat64(8 * (index - this.#first), true), unit: origin.unit }))
      .filter(({ value }) => Number.isFinite(value));
  }

  time(index: number): bigint | undefined {
    const stamps = this.#origins.find(({ origin }) => origin.unitCode === TIME_STAMP);
    return stamps?.view.getBigUint64(8 * (index - this.#first), true);
  }
}
