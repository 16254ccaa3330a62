import { describe, expect, it } from 'vitest';
import { distinctName, sharedStart } from '../../../src/renderer/screens/files/viewer/distinct-names';

const shown = (names: readonly string[]): readonly string[] => names.map((name) => distinctName(name, sharedStart(names)));

describe('names that begin alike', () => {
  it('are shown by what tells them apart, from the start of a word', () => {
    expect(shown(['archive.zip/blank 1.csv', 'archive.zip/blank 12.csv', 'archive.zip/case.csv'])).toEqual([
      '…blank 1.csv',
      '…blank 12.csv',
      '…case.csv',
    ]);
    expect(shown(['batch/ethanol.jdx', 'batch/toluene.jdx'])).toEqual(['…ethanol.jdx', '…toluene.jdx']);
    expect(shown(['Testgemisch_U_PP.12.12.2', 'Testgemisch_U_PP.13.13.2'])).toEqual(['…12.12.2', '…13.13.2']);
  });

  it.each([
    ['one alone', ['archive.zip/blank.csv']],
    ['a short start', ['run_1', 'run_2']],
    ['all the same', ['StreamLine image 5', 'StreamLine image 5']],
    ['one that is the start of another', ['StreamLine image ', 'StreamLine image 5']],
    ['no words in common', ['ethanol and water', 'toluene in water']],
  ])('are left whole: %s', (_, names) => {
    expect(shown(names)).toEqual(names);
  });
});
