import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { evaluateGate } from '../../../src/core/identification/gate';
import { solventsIn } from '../../../src/core/identification/tables/solvents';
import { exhibit, gcMs, tables } from './evidence';

const read = (text: string) => {
  const found = solventsIn(text);
  return found === undefined ? undefined : [...found].sort();
};

describe('solvents as people write them', () => {
  it.each([
    ['methanol', ['methanol']],
    ['MeOH', ['methanol']],
    ['méthanol', ['methanol']],
    ['CH3OH', ['methanol']],
    ['alcool méthylique', ['methanol']],
    ['methanol, HPLC grade', ['methanol']],
    ['méthanol (qualité HPLC)', ['methanol']],
    ['Methanol LC-MS', ['methanol']],
    ['methanol p.a.', ['methanol']],
    ['methanol/water 9:1', ['methanol', 'water']],
    ['eau + MeOH (10:90, v/v)', ['methanol', 'water']],
    ['90 % acetonitrile, 10 % water', ['acetonitrile', 'water']],
    ['acétonitrile', ['acetonitrile']],
    ['acétate d’éthyle', ['ethyl acetate']],
    ['2-propanol', ['propan-2-ol']],
    ['2,2,4-trimethylpentane', ['isooctane']],
    ['chloroforme et méthanol 2/1', ['chloroform', 'methanol']],
  ])('%s', (text, solvents) => {
    expect(read(text)).toEqual(solvents);
  });

  it.each([
    '',
    '-',
    'see notes',
    'acetonitrile (traces of methanol)',
    '80 % acetonitrile',
    'denatured ethanol',
    'acetonitrile, buffer',
    'solvent 3',
  ])('%s is not on record', (text) => {
    expect(read(text)).toBeUndefined();
  });

  it('knows every solvent that an artefact row names', () => {
    for (const name of new Set(tables.artefacts.flatMap(({ solvents }) => solvents))) expect(read(name), name).toEqual([name]);
  });

  it('knows every solvent of the practice laboratory', () => {
    const text = ['casework', 'laboratory']
      .map((name) => readFileSync(new URL(`../../../resources/practice/${name}.json`, import.meta.url), 'utf8'))
      .join('');
    const written = [...text.matchAll(/"solvent": "([^"]+)"/g)].map(([, solvent]) => solvent!);
    expect(written.length).toBeGreaterThan(0);
    for (const solvent of written) expect(read(solvent), solvent).toBeDefined();
  });
});

describe('an artefact of methanol', () => {
  const level = (solvent: string) => {
    const method = { method: { versionId: 'm', validated: true, solvent } };
    const input = exhibit('lsd', [...gcMs('g', 'lsd', method), ...gcMs('h', 'lsd', { aliquotId: 'a2', ...method })]);
    return evaluateGate(input).components[0]!;
  };

  it.each(['MeOH', 'méthanol', 'methanol/water 9:1', 'methanol, HPLC grade', 'solvent of the day'])(
    'is not lost when it is written "%s"',
    (solvent) => {
      const { level: reached, blocks, warnings } = level(solvent);
      expect(reached).toBe('tentative');
      expect(blocks.map(({ code }) => code)).toContain('may-be-artefact');
      expect(warnings.map(({ artefactId }) => artefactId)).toContain('1p-lsd-to-lsd');
    },
  );

  it('does not threaten a solution in acetonitrile', () => {
    expect(level('Acétonitrile, LC-MS grade')).toMatchObject({ level: 'criteria-met', blocks: [] });
  });
});
