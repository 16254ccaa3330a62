import type { ByteSource } from '../../spectrum/byte-source';
import type { BinaryFile } from '../binary/binary-file';
import { XmlScanner } from '../xml/scanner';

/** What the XML at the end of a version 3 file says. */
export interface SpeFooter {
  /** nm for each column. */
  readonly wavelengths: Float64Array | undefined;
  /** Regions of the sensor in each frame; more than one is not read. */
  readonly regions: number;
  /** Bytes from one frame to the next; more than the points need when something else was stored with each. */
  readonly stride: number | undefined;
  readonly fields: ReadonlyMap<string, string>;
}

/** Elements and attributes that say under what conditions was measured, by where they stand. */
const TEXTS = new Set(['ShutterTiming/ExposureTime', 'Grating/Selected', 'Grating/CenterWavelength', 'Sensor/SerialNumber']);
const LONGEST = 200;
/** The longest footers, with a calibration for 4,096 columns, have some 200 kB. */
const MOST_BYTES = 4_194_304;

/** @throws Refused when the XML is damaged or does not lie in the file */
export function readFooter(file: BinaryFile, source: ByteSource, at: number): SpeFooter {
  if (at >= file.size) file.refuse('file-truncated', file.size, { part: 'XML' });
  if (file.size - at > MOST_BYTES) file.refuse('structure-damaged', 678, { part: 'XML' });
  const scanner = new XmlScanner({
    name: source.name,
    size: file.size - at,
    read: (offset, into) => source.read(at + offset, into),
  });
  const fields = new Map<string, string>();
  let wavelengths: Float64Array | undefined;
  let regions = 0;
  let stride: number | undefined;
  for (let token = scanner.next(); token !== 'end'; token = scanner.next()) {
    if (token !== 'open') continue;
    const { name, parent } = scanner;
    if (name === 'DataBlock' && scanner.attribute('type') === 'Region') regions++;
    if (name === 'DataBlock' && scanner.attribute('type') === 'Frame') stride = Number(scanner.attribute('stride') ?? Number.NaN);
    if (name === 'WavelengthMapping') put(fields, 'laser line', scanner.attribute('laserLine'));
    if (name === 'Origin') {
      put(fields, 'created', scanner.attribute('created'));
      put(fields, 'creator', scanner.attribute('creator'));
      put(fields, 'software', [scanner.attribute('software'), scanner.attribute('softwareVersion')].filter(Boolean).join(' '));
    }
    if (name === 'Camera') put(fields, 'camera', [scanner.attribute('model'), scanner.attribute('serialNumber')].filter(Boolean).join(' '));
    if (name === 'Spectrometer')
      put(fields, 'spectrometer', [scanner.attribute('model'), scanner.attribute('serialNumber')].filter(Boolean).join(' '));
    if (name === 'Wavelength' && parent === 'WavelengthMapping') wavelengths = Float64Array.from(scanner.string().split(',').map(Number));
    else if (TEXTS.has(`${parent}/${name}`)) put(fields, `${parent}/${name}`, scanner.string());
  }
  return { wavelengths, regions, stride, fields };
}

function put(fields: Map<string, string>, field: string, value: string | undefined): void {
  if (value !== undefined && value !== '' && !fields.has(field)) fields.set(field, value.slice(0, LONGEST));
}
