import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openLog } from '../../../src/main/shell/log';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aliquot-log-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const lines = (file: string) =>
  readFileSync(join(folder, file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('the log', () => {
  it('writes one JSON object per line, errors with their message and stack, and goes on where it was', () => {
    const at = new Date('2026-03-01T10:00:00Z');
    openLog(folder, () => at)('info', 'shell.started');
    openLog(folder, () => at)('error', 'shell.uncaught', { error: new TypeError('broken\nin two') });
    expect(lines('aliquot.log')).toEqual([
      { at: '2026-03-01T10:00:00.000Z', level: 'info', code: 'shell.started' },
      {
        at: '2026-03-01T10:00:00.000Z',
        level: 'error',
        code: 'shell.uncaught',
        data: { error: { name: 'TypeError', message: 'broken\nin two', stack: expect.stringContaining('TypeError') } },
      },
    ]);
  });

  it('keeps five files of 1 MB at most, the newest first, and loses no line but the oldest', () => {
    const log = openLog(folder);
    const text = 'x'.repeat(100_000);
    for (let number = 0; number < 80; number += 1) log('info', 'filling', { number, text });
    const files = readdirSync(folder).sort();
    expect(files).toEqual(['aliquot.1.log', 'aliquot.2.log', 'aliquot.3.log', 'aliquot.4.log', 'aliquot.log']);
    for (const file of files) expect(statSync(join(folder, file)).size).toBeLessThanOrEqual(1024 * 1024);
    const numbers = ['aliquot.4.log', 'aliquot.3.log', 'aliquot.2.log', 'aliquot.1.log', 'aliquot.log'].flatMap((file) =>
      lines(file).map(({ data }) => data.number),
    );
    expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, index) => 80 - numbers.length + index));
    expect(numbers.length).toBeGreaterThan(40);
  });
});
