import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Check } from './checks';
import type { Facts } from './facts';
import { SHARED } from './files';

/** The Open Spectral Database gives beside some JCAMP-DX files their points as another program decoded them, ten digits after the point. */
function pointsOfTwin(file: string): readonly (readonly [x: number, y: number])[] {
  const twin = join(SHARED, file.replace(/\.jdx$/, '.xml'));
  if (!file.includes('/jcamp/osdb/') || twin.endsWith('.jdx') || !existsSync(twin)) return [];
  return [...readFileSync(twin, 'utf8').matchAll(/<xy>([^,<]+),([^<]+)<\/xy>/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
}

const near = (a: number, b: number | undefined, relative: number, absolute: number): boolean =>
  b !== undefined && Math.abs(a - b) <= Math.max(relative * Math.abs(a), absolute);

/** Every point of a twin: y to the digits it has; x to 0.11, since the twin starts anew from the rounded x of each line. */
export function checkTwin(file: string, facts: Facts): readonly Check[] {
  const points = pointsOfTwin(file);
  if (points.length === 0) return [];
  const piece = facts.pieces[0];
  const wrong = points.findIndex(([x, y], i) => !near(y, piece?.y[i], 1e-6, 1e-6) || !near(x, piece?.x[i], 0, 0.11));
  return [
    { what: `points of the twin = ${points.length}`, holds: piece?.points === points.length, found: String(piece?.points) },
    { what: 'every point of the twin', holds: wrong < 0, found: wrong < 0 ? '' : `${piece?.x[wrong]}, ${piece?.y[wrong]} at ${wrong}` },
  ];
}
