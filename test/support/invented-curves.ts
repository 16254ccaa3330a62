import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** An invented band: place, width and height. */
export type Band = readonly [place: number, width: number, height: number];

/** An invented infrared spectrum from 400 to 4000 cm⁻¹ as JCAMP-DX: Gaussian bands on a straight line. */
export function infraredText(name: string, bands: readonly Band[], line: readonly [constant: number, slope: number] = [0, 0]): string {
  const places = Array.from({ length: 901 }, (_, i) => 400 + 4 * i);
  return [
    `##TITLE=${name}`,
    '##JCAMP-DX=4.24',
    '##DATA TYPE=INFRARED SPECTRUM',
    '##XUNITS=1/CM',
    '##YUNITS=ABSORBANCE',
    '##XFACTOR=1',
    '##YFACTOR=0.000001',
    '##FIRSTX=400',
    '##LASTX=4000',
    '##NPOINTS=901',
    '##XYDATA=(X++(Y..Y))',
    ...places.map((place) => `${place} ${Math.round(1e6 * absorbanceAt(place, bands, line))}`),
    '##END=',
  ].join('\n');
}

function absorbanceAt(place: number, bands: readonly Band[], [constant, slope]: readonly [number, number]): number {
  const sum = bands.reduce((all, [centre, width, height]) => all + height * Math.exp(-0.5 * ((place - centre) / width) ** 2), 0);
  return sum + constant + (slope * (place - 400)) / 3600;
}

/** Writes text into a folder and gives its path. */
export function writeCurves(folder: string, name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}
