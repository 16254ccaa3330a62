import type { BinaryFile } from '../binary/binary-file';
import type { OmnicBlock } from './directory';

/** The part of a spectrum's header that is understood. */
export interface SpectrumHeader {
  readonly points: number;
  readonly xCode: number;
  readonly yCode: number;
  readonly first: number;
  readonly last: number;
  readonly scans: number;
  readonly backgroundScans: number;
  /** Wavenumber (cm-1) of the interferometer's laser. */
  readonly laser: number;
}

const LENGTH = 84;

/** @throws Refused `file-truncated` when the block does not lie in the file */
export function readSpectrumHeader(file: BinaryFile, block: OmnicBlock): SpectrumHeader {
  const view = file.view(block.at, LENGTH, 'spectrum header');
  return {
    points: view.getUint32(4, true),
    xCode: view.getUint8(8),
    yCode: view.getUint8(12),
    first: view.getFloat32(16, true),
    last: view.getFloat32(20, true),
    scans: view.getUint32(36, true),
    backgroundScans: view.getUint32(52, true),
    laser: view.getFloat32(80, true),
  };
}
