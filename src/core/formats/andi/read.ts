import type { ByteSource } from '../../spectrum/byte-source';
import type { ReadEvent } from '../../spectrum/reading';
import { type BinaryFile, readBinary } from '../binary/binary-file';
import type { ReadLog } from '../read-log';
import { readChromatogram } from './chromatogram';
import { readLibrary } from './library';
import { readHeader } from './netcdf/header';
import { readRun } from './run';

/**
 * Reads the netCDF files of the Analytical Data Interchange protocols: runs and libraries of mass spectra (ASTM E2077), chromatograms (ASTM E1947).
 * See FORMAT.md.
 */
export function readAndi(source: ByteSource): Generator<ReadEvent> {
  return readBinary(source, readContent);
}

function* readContent(file: BinaryFile, log: ReadLog): Generator<number> {
  const netcdf = readHeader(file);
  if (netcdf.variables.has('ordinate_values')) yield* readChromatogram(file, netcdf, log);
  else if (!netcdf.variables.has('mass_values'))
    file.refuse('variant-unsupported', 0, { variant: 'netCDF without mass_values or ordinate_values' });
  else if (/library/i.test(String(netcdf.attributes.get('experiment_type')))) yield* readLibrary(file, netcdf, log);
  else yield* readRun(file, netcdf, log);
}
