import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

export type Rectangle = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
export type WindowState = { readonly bounds: Rectangle; readonly maximised: boolean };

export const smallestWindow = { width: 1024, height: 640 } as const;
export const firstWindow = { width: 1366, height: 768 } as const;

const isRectangle = (value: unknown): value is Rectangle =>
  typeof value === 'object' &&
  value !== null &&
  ['x', 'y', 'width', 'height'].every((side) => Number.isInteger((value as Readonly<Record<string, unknown>>)[side]));

/** What the last window left, or undefined when there is nothing readable: a window's place is never worth an error. */
export function readWindowState(file: string): WindowState | undefined {
  try {
    const found: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof found !== 'object' || found === null || !('bounds' in found) || !isRectangle(found.bounds)) return undefined;
    return { bounds: found.bounds, maximised: 'maximised' in found && found.maximised === true };
  } catch {
    return undefined;
  }
}

export function writeWindowState(file: string, state: WindowState): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify(state));
  renameSync(`${file}.new`, file);
}

const overlap = (from: number, length: number, otherFrom: number, otherLength: number) =>
  Math.max(0, Math.min(from + length, otherFrom + otherLength) - Math.max(from, otherFrom));

/** The place to open at: the kept one if at least a title bar's worth of it is on a screen, otherwise the first size, left to the system. */
export function placeFor(state: WindowState | undefined, workAreas: readonly Rectangle[]): Partial<Rectangle> {
  if (state === undefined) return firstWindow;
  const { x, y, width, height } = state.bounds;
  const size = { width: Math.max(width, smallestWindow.width), height: Math.max(height, smallestWindow.height) };
  const visible = workAreas.some((area) => overlap(x, width, area.x, area.width) >= 200 && overlap(y, 40, area.y, area.height) >= 40);
  return visible ? { x, y, ...size } : firstWindow;
}
