import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { firstWindow, placeFor, readWindowState, writeWindowState } from '../../../src/main/shell/window-state';

const screen = { x: 0, y: 0, width: 1920, height: 1040 };
const at = (x: number, y: number, width = 1366, height = 768) => ({ bounds: { x, y, width, height }, maximised: false });

describe('the place of the window', () => {
  it('is the first size when nothing is known', () => {
    expect(placeFor(undefined, [screen])).toEqual(firstWindow);
  });

  it('is where it was, on any screen, partly outside too', () => {
    expect(placeFor(at(100, 50), [screen])).toEqual(at(100, 50).bounds);
    expect(placeFor(at(-1100, 20), [{ ...screen, x: -1920 }, screen])).toEqual(at(-1100, 20).bounds);
    expect(placeFor(at(1700, 900), [screen])).toEqual(at(1700, 900).bounds);
  });

  it('is the first size when the screen is gone or its title bar cannot be reached', () => {
    expect(placeFor(at(2000, 50), [screen])).toEqual(firstWindow);
    expect(placeFor(at(100, -300), [screen])).toEqual(firstWindow);
    expect(placeFor(at(1850, 50), [screen])).toEqual(firstWindow);
  });

  it('is never smaller than the smallest', () => {
    expect(placeFor(at(10, 10, 300, 200), [screen])).toEqual({ x: 10, y: 10, width: 1024, height: 640 });
  });
});

describe('the file of the window’s place', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'aliquot-window-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('gives back what was written', () => {
    const file = join(folder, 'new', 'window.json');
    writeWindowState(file, { ...at(1, 2), maximised: true });
    expect(readWindowState(file)).toEqual({ ...at(1, 2), maximised: true });
  });

  it.each([
    ['nothing'],
    [''],
    ['{'],
    ['[]'],
    ['null'],
    ['{"bounds":{"x":1,"y":2,"width":"3","height":4}}'],
    ['{"bounds":{"x":1.5,"y":2,"width":3,"height":4}}'],
  ])('is passed over when it holds %j', (content) => {
    const file = join(folder, 'window.json');
    if (content !== 'nothing') writeFileSync(file, content);
    expect(readWindowState(file)).toBeUndefined();
  });
});
