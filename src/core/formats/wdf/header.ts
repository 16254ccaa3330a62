import type { BinaryFile } from '../binary/binary-file';
import { fixedText } from '../binary/text';

/** The part of the first block that is understood. */
export interface WdfHeader {
  /** Points of each spectrum. */
  readonly points: number;
  /** Spectra there is room for, and those measured so far (fewer when a map was stopped). */
  readonly spectra: number;
  readonly collected: number;
  readonly accumulations: number;
  readonly xCount: number;
  readonly yCount: number;
  readonly origins: number;
  readonly software: string;
  readonly scanType: number;
  /** 1 single, 2 series, 3 map. */
  readonly measurementType: number;
  /** Start, in 100 ns since 1 January 1601. */
  readonly started: bigint;
  readonly unit: number;
  /** Wavenumber of the laser, cm-1; 0 where not known. */
  readonly laser: number;
  readonly user: string;
  readonly title: string;
}

/** @throws Refused when the file is shorter than its first block */
export function readHeader(file: BinaryFile): WdfHeader {
  const view = file.view(0, 512, 'header');
  const bytes = new Uint8Array(view.buffer);
  const version = [0, 2, 4, 6].map((i) => view.getUint16(120 + i, true)).join('.');
  return {
    points: view.getUint32(60, true),
    spectra: Number(view.getBigUint64(64, true)),
    collected: Number(view.getBigUint64(72, true)),
    accumulations: view.getUint32(80, true),
    yCount: view.getUint32(84, true),
    xCount: view.getUint32(88, true),
    origins: view.getUint32(92, true),
    software: `${fixedText(bytes, 96, 24)} ${version}`.trim(),
    scanType: view.getUint32(128, true),
    measurementType: view.getUint32(132, true),
    started: view.getBigUint64(136, true),
    unit: view.getUint32(152, true),
    laser: view.getFloat32(156, true),
    user: fixedText(bytes, 208, 32),
    title: fixedText(bytes, 240, 160),
  };
}

const TICKS_PER_MS = 10_000n;
/** Milliseconds from 1 January 1601 to 1 January 1970. */
const EPOCH = 11_644_473_600_000n;

/** A Windows time as ISO 8601, undefined when it is none of the years 1990 to 2099. */
export function timeOf(ticks: bigint): string | undefined {
  const date = new Date(Number(ticks / TICKS_PER_MS - EPOCH));
  const year = date.getUTCFullYear();
  return year >= 1990 && year < 2100 ? date.toISOString() : undefined;
}
