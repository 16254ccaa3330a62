import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSmiles } from '../../src/core/chemistry/structure';
import { inchikeyOf } from './inchikey';
import { batches, casework, laboratory } from './practice-documents';
import { readPracticeFile } from './practice-spectra';
import { RESOURCES } from './read-resource';

const keys = (list: readonly { readonly key: string }[]) => list.map(({ key }) => key);
const exhibits = casework.cases.flatMap((practiceCase) => practiceCase.exhibits);
const samples = exhibits.flatMap((exhibit) => exhibit.samples);
const injections = batches.batches.flatMap((batch) => batch.injections);
const people = keys(laboratory.people);

describe('the practice laboratory', () => {
  it('uses every key once, and names only keys that exist', () => {
    const all = [
      laboratory.people,
      laboratory.customers,
      laboratory.substances,
      laboratory.lots,
      laboratory.methods,
      laboratory.instruments,
    ].map(keys);
    for (const list of [...all, keys(casework.cases), keys(exhibits), keys(samples), keys(batches.batches)])
      expect(new Set(list).size).toBe(list.length);
    const substances = keys(laboratory.substances);
    for (const { substance } of laboratory.lots) expect(substances).toContain(substance);
    for (const { customer } of casework.cases) expect(keys(laboratory.customers)).toContain(customer);
    for (const { balance, components, answer, colourTests, samples: tree, custody } of exhibits) {
      expect(laboratory.instruments.find(({ key }) => key === balance)?.kind).toBe('balance');
      for (const { substance } of components) expect(substances).toContain(substance);
      for (const substance of answer) expect(substances).toContain(substance);
      for (const { sample, analyst } of colourTests) {
        expect(keys(tree)).toContain(sample);
        expect(people).toContain(analyst);
      }
      for (const { by, witness } of custody) {
        expect(people).toContain(by);
        if (witness !== null) expect(people).toContain(witness);
        expect(witness).not.toBe(by);
      }
    }
    for (const { method, instrument, analyst, judged } of batches.batches) {
      expect(laboratory.methods.find(({ key }) => key === method)?.kind).toBe('gcms');
      expect(laboratory.instruments.find(({ key }) => key === instrument)?.kind).toBe('gcms');
      expect(people).toContain(analyst);
      if (judged !== null) expect(people).toContain(judged.by);
    }
  });

  it('grows its sample trees from parents that come first, in the order population, unit, aliquot, extract', () => {
    const rank = ['population', 'unit', 'aliquot', 'extract'];
    for (const { samples: tree } of exhibits) {
      tree.forEach(({ parent, kind }, at) => {
        const found = tree.slice(0, at).find(({ key }) => key === parent);
        if (kind === 'population') expect(parent).toBeNull();
        else expect(rank.indexOf(found?.kind ?? '')).toBeLessThan(rank.indexOf(kind));
        expect(kind === 'population' || found !== undefined).toBe(true);
      });
    }
  });

  it('has a custodian, a technician, a reviewer and a manager who are different people', () => {
    const holders = ['custodian', 'technician', 'reviewer', 'manager'].map(
      (role) => laboratory.people.find(({ roles }) => roles.some((held) => held === role))?.key,
    );
    expect(new Set(holders).size).toBe(4);
    expect(holders).not.toContain(undefined);
  });

  it('says that it is invented wherever a person would read it', () => {
    for (const name of [laboratory.laboratory.name, ...laboratory.customers.map((customer) => customer.name)])
      expect(name).toMatch(/invented/);
    for (const { fullName } of laboratory.people) expect(fullName).toMatch(/practice/);
    for (const { producer } of laboratory.lots) expect(producer).toMatch(/practice/);
    for (const { title } of casework.cases) expect(title).toMatch(/practice/);
  });

  it('has substances whose identifiers agree with their structures', async () => {
    for (const { name, smiles, inchikey } of laboratory.substances) {
      expect(readSmiles(smiles).ok, name).toBe(true);
      expect(await inchikeyOf(smiles), name).toBe(inchikey);
    }
  });
});

describe('the practice injections', () => {
  it('stand in order, a blank before every reference, control and case', () => {
    for (const batch of batches.batches) {
      expect(batch.injections.map(({ position }) => position)).toEqual(batch.injections.map((_, at) => at + 1));
      const times = batch.injections.map(({ injectedAt }) => injectedAt);
      expect(times).toEqual([...times].sort());
      for (const { position, kind } of batch.injections) {
        if (kind !== 'blank') expect(batch.injections[position - 2]?.kind).toBe('blank');
      }
    }
  });

  it('belong to samples and lots that exist', () => {
    for (const { kind, sample, lot } of injections) {
      expect(sample === null).toBe(kind !== 'case');
      expect(lot === null).toBe(kind !== 'reference');
      if (sample !== null) expect(samples.find(({ key }) => key === sample)?.kind).toBe('extract');
      if (lot !== null) expect(keys(laboratory.lots)).toContain(lot);
    }
  });

  it('have files that the readers read without a word, with the retention times the documents give', () => {
    for (const { file, peaks } of injections) {
      const { spectra, complaints } = readPracticeFile(file);
      expect(complaints, file).toEqual([]);
      expect(spectra, file).toHaveLength(peaks.length);
      peaks.forEach(({ retentionTimeMin, spectrumFile, record }) => {
        expect(spectrumFile).toBe(file);
        const spectrum = spectra[record];
        expect(spectrum?.identity.name, file).toContain('[practice]');
        expect(spectrum?.acquisition.ionisation, file).toBe('EI');
        const stated = spectrum?.acquisition.retentionTime ?? spectrum?.otherFields.find(({ field }) => /RETENTION/i.test(field))?.value;
        expect(Number.parseFloat(stated ?? ''), file).toBe(retentionTimeMin);
      });
    }
  });

  it('leave no file without an injection but the one for trying Identify alone', () => {
    const files = readdirSync(new URL('practice/spectra/', RESOURCES)).map((name) => `spectra/${name}`);
    const used = new Set(injections.map(({ file }) => file));
    expect(files.filter((file) => !used.has(file))).toEqual(['spectra/query-one-peak.jdx']);
    expect(readPracticeFile('spectra/query-one-peak.jdx')).toMatchObject({ complaints: [], spectra: { length: 1 } });
  });

  it('come from no two equal scans', () => {
    const scans = injections.flatMap(({ file }) =>
      readPracticeFile(file).spectra.map(({ mz, intensity }) => `${mz.join(' ')}|${intensity.join(' ')}`),
    );
    expect(new Set(scans).size).toBe(scans.length);
  });
});
