import { describe, expect, it } from 'vitest';
import { parseArguments } from '../../../src/main/shell/arguments';

const nothing = { lab: undefined, demo: false, userData: undefined };

describe('the arguments of the application', () => {
  it.each([
    [[], nothing],
    [['--demo'], { ...nothing, demo: true }],
    [['--lab', '/srv/lab one'], { ...nothing, lab: '/srv/lab one' }],
    [['--lab=C:\\lab=1'], { ...nothing, lab: 'C:\\lab=1' }],
    [['--no-sandbox', '.', '--user-data', 'u', '--lab', 'l'], { ...nothing, lab: 'l', userData: 'u' }],
  ])('%j', (argv, expected) => {
    expect(parseArguments(['electron', ...argv])).toEqual(expected);
  });

  it.each([[['--lab']], [['--lab', '--demo']], [['--lab=']]])('take no folder from %j', (argv) => {
    expect(parseArguments(argv).lab).toBeUndefined();
  });
});
