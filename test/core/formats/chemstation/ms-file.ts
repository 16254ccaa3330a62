/** A scan to write: milliseconds, and pairs of m/z and abundance in the order given. */
export interface WrittenScan {
  readonly time: number;
  readonly peaks: readonly (readonly [number, number])[];
}

export interface WrittenRun {
  readonly kind?: 'GC / MS DATA FILE' | 'MSD Spectral File';
  readonly sample?: string;
  readonly description?: string;
  readonly operator?: string;
  readonly date?: string;
  readonly instrument?: string;
  readonly method?: string;
  readonly vial?: number;
  readonly sequence?: number;
  readonly replicate?: number;
  readonly epoch?: number;
  readonly scans: readonly WrittenScan[];
}

const DATA = 0x200;

/** Packs an abundance as the instrument does: 14 bits, and a power of 8. */
export function pack(abundance: number): number {
  let power = 0;
  let rest = abundance;
  while (rest > 0x3fff) {
    rest = Math.floor(rest / 8);
    power++;
  }
  return (power << 14) | rest;
}

/** Writes a ChemStation file of mass spectra: header, scans, directory. */
export function encodeRun(run: WrittenRun): Uint8Array<ArrayBuffer> {
  const records = run.scans.map(encodeScan);
  const length = records.reduce((sum, record) => sum + record.length, 0);
  const directory = DATA + length;
  const bytes = new Uint8Array(directory + 12 * records.length);
  const view = new DataView(bytes.buffer);
  const text = (at: number, value: string | undefined): void => {
    bytes[at] = value?.length ?? 0;
    bytes.set(new TextEncoder().encode(value ?? ''), at + 1);
  };
  text(0, '2');
  text(4, run.kind ?? 'GC / MS DATA FILE');
  text(0x18, run.sample);
  text(0x56, run.description);
  text(0x94, run.operator);
  text(0xb2, run.date);
  text(0xd0, run.instrument);
  text(0xda, 'GC');
  text(0xe4, run.method);
  view.setUint16(0xfc, run.sequence ?? 0);
  view.setUint16(0xfe, run.vial ?? 0);
  view.setUint16(0x100, run.replicate ?? 0);
  view.setUint32(0x104, (directory + 2) / 2);
  view.setUint32(0x108, (DATA + 2) / 2);
  view.setUint32(0x116, records.length);
  view.setUint32(0x13c, run.epoch ?? 0);
  let at = DATA;
  records.forEach((record, i) => {
    bytes.set(record, at);
    view.setUint32(directory + 12 * i, (at + 2) / 2);
    view.setUint32(directory + 12 * i + 4, run.scans[i]?.time ?? 0);
    view.setUint32(directory + 12 * i + 8, new DataView(record.buffer).getUint32(record.length - 4));
    at += record.length;
  });
  return bytes;
}

function encodeScan(scan: WrittenScan): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(28 + 4 * scan.peaks.length);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, bytes.length / 2);
  view.setUint32(2, scan.time);
  view.setUint16(12, scan.peaks.length);
  scan.peaks.forEach(([mz, abundance], i) => {
    view.setUint16(18 + 4 * i, Math.round(mz * 20));
    view.setUint16(20 + 4 * i, pack(abundance));
  });
  view.setUint32(
    bytes.length - 4,
    scan.peaks.reduce((sum, [, abundance]) => sum + abundance, 0),
  );
  return bytes;
}
