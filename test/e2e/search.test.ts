import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { pdfPages } from '../support/pdf-text';
import { dropFile } from './pages/files';
import { LibraryPage } from './pages/library-page';
import { axeFindings, hasSharedData, inBothSchemes, inNewLaboratory, practiceFile, sharedData } from './pages/new-laboratory';
import { SearchPage } from './pages/search-page';
import { INFRARED, mspRecords, nameOf, writeInfraredLibrary, writeInfraredMixture } from './support/unknowns';

test.slow();

const OLD_LIBRARY = 'ms/swgdrug/SWGDRUG33.msp';
const NEW_LIBRARY = 'ms/swgdrug/SWGDRUG39.msp';
const RUN = 'formats/ms/andi_cdf/agilent-gcms.cdf';
const hasHistory = hasSharedData(OLD_LIBRARY) && hasSharedData(NEW_LIBRARY);
if (!hasHistory)
  console.log('the SWGDRUG libraries are not beside the project (../shared/data/ms): the analogue is one of the practice library');
if (!hasSharedData(RUN)) console.log('skipped: the GC-MS run is not beside the project (../shared/data/formats)');

/** An unknown analogue: new in SWGDRUG 3.9, or one left out of the practice library. */
const ANALOGUE = hasHistory ? { name: 'Hexanoyl fentanyl', mass: 378 } : { name: 'Butyrfentanyl [practice]', mass: 350 };
const analogueFrom = hasHistory ? sharedData(NEW_LIBRARY) : practiceFile('library/practice-library.msp');

let folder: string;
let aliquot: Awaited<ReturnType<typeof inNewLaboratory>>;
let search: SearchPage;

/** One laboratory for all: practice spectra without the analogue, the older SWGDRUG library, invented infrared spectra. */
test.beforeAll(async () => {
  test.setTimeout(240_000);
  folder = mkdtempSync(join(tmpdir(), 'aliquot-search-'));
  const practice = mspRecords(practiceFile('library/practice-library.msp'));
  writeFileSync(join(folder, 'practice.msp'), practice.filter((record) => !nameOf(record).startsWith('Butyrfentanyl')).join('\n\n'));
  writeFileSync(join(folder, 'analogue.msp'), `${mspRecords(analogueFrom).find((record) => nameOf(record) === ANALOGUE.name)}\n`);
  writeInfraredLibrary(join(folder, 'infrared.jdx'));
  writeInfraredMixture(join(folder, 'mixture.jdx'), [1, 4]);
  aliquot = await inNewLaboratory();
  search = new SearchPage(aliquot.page);
  const library = new LibraryPage(aliquot.page);
  await aliquot.frame.open('Library');
  for (const [path, ionisation] of [
    [join(folder, 'practice.msp'), null],
    [join(folder, 'infrared.jdx'), null],
    ...(hasHistory ? [[sharedData(OLD_LIBRARY), 'EI'] as const] : []),
  ] as const) {
    await library.drop(path);
    await library.importAs(ionisation);
    await aliquot.frame.tasks.getByRole('button', { name: 'Put the finished tasks away' }).click();
    await expect(library.dialog).toHaveCount(0);
  }
});

test.beforeEach(async () => {
  await aliquot.frame.open('Bench');
  await aliquot.frame.open('Identify');
  await aliquot.page.getByRole('heading', { name: 'Drop a spectrum here' }).waitFor();
});

test.afterAll(async () => {
  await aliquot.close();
  rmSync(folder, { recursive: true, force: true });
});

test('an EI unknown is ranked, compared, searched again, chosen and saved, by keys alone', async () => {
  const { page } = aliquot;
  const keys = page.keyboard;
  await dropFile(page, practiceFile('spectra/query-one-peak.jdx'));
  await search.candidates.waitFor();
  await search.rankedBy('Aliquot').waitFor();
  await expect(search.current).toContainText('entanyl');
  await expect(search.why.getByRole('row').nth(1)).toBeVisible();
  await expect(search.card).toContainText('Hidden until asked for.');
  await expect(search.card).not.toContainText('1961 Convention');

  await test.step('one kept beside', async () => {
    await search.tabTo(search.card.getByRole('button', { name: 'Keep beside' }));
    await keys.press('Space');
    await search.toCandidates();
    const first = await search.current.textContent();
    await keys.press('ArrowDown');
    await expect(search.current).not.toHaveText(first ?? '');
    await expect(search.plot).toHaveCount(2);
    await inBothSchemes(page, async (scheme) => expect(await axeFindings(page), `beside ${scheme}`).toEqual([]));
    await search.toCandidates();
    await keys.press('Home');
    await expect(search.plot).toHaveCount(1);
  });

  const byAliquot = page.url();
  await test.step('by another score', async () => {
    await search.choose('Search again with', 'Identity');
    await search.rankedBy('Identity').waitFor();
    expect(page.url()).not.toBe(byAliquot);
    await expect(search.current).toContainText('entanyl');
  });

  await test.step('chosen', async () => {
    await search.card.getByRole('button', { name: /^Choose this candidate/ }).waitFor();
    await search.toCandidates();
    await keys.press('Enter');
    await expect(search.card.getByRole('button', { name: /^Choose this candidate/ })).toBeFocused();
    await keys.press('Enter');
    await search.dialog.getByLabel('Note').waitFor();
    await keys.type('All principal ions agree.');
    await keys.press('Control+Enter');
    await expect(search.card.getByText('Chosen candidate')).toBeVisible();
    await search.tabTo(search.card.getByRole('button', { name: /^Show class and status/ }));
    await keys.press('Enter');
    await expect(search.card).toContainText('This is not an official list');
    await inBothSchemes(page, async (scheme) => expect(await axeFindings(page), `chosen ${scheme}`).toEqual([]));
  });

  await test.step('saved', async () => {
    const [csv, json, pdf] = ['csv', 'json', 'pdf'].map((ending) => join(folder, `search.${ending}`)) as [string, string, string];
    for (const [format, path] of [
      ['Table (CSV)', csv],
      ['Everything (JSON)', json],
      ['Document (PDF)', pdf],
    ] as const) {
      await aliquot.answerDialogs({ savePath: path });
      await search.save(format, path);
    }
    const name = (await search.card.getByRole('heading', { level: 2 }).textContent()) ?? '';
    expect(readFileSync(csv, 'utf8')).toContain('entanyl');
    expect(JSON.stringify(JSON.parse(readFileSync(json, 'utf8')))).toContain('entanyl');
    const text = (await pdfPages(readFileSync(pdf))).join(' ').replaceAll(/\s+/g, ' ');
    for (const fact of ['Identity', name.replace(/ \[practice\]$/, ''), 'Peak 2 at 12.660 min']) expect(text).toContain(fact);
  });
});

test('an unknown analogue names its parent, the difference and the class, with and without its mass', async () => {
  const { page } = aliquot;
  await dropFile(page, join(folder, 'analogue.msp'));
  await search.candidates.waitFor();
  await search.choose('Search again with', 'Hybrid');
  await search.rankedBy('Hybrid').waitFor();
  await expect(search.judgement).toContainText('Probable class: hidden');
  await search.judgement.getByRole('button', { name: 'Show the class' }).click();
  await expect(search.judgement).toContainText('fentanyl');
  await expect(search.judgement).toContainText(/Molecular ion (probably|doubtful)/);

  await search.rankedBy('Hybrid').click();
  await page.getByLabel('Molecular mass of the unknown').fill(String(ANALOGUE.mass));
  expect(await axeFindings(page), 'method').toEqual([]);
  await page.getByRole('button', { name: 'Search again', exact: true }).click();
  await expect(search.judgement).toContainText(`Molecular mass ${ANALOGUE.mass}, as stated.`);
  await expect(search.current).toContainText(/entanyl/);
  await expect(search.parent).toContainText(/Mass [+−-]?\d+|The same mass/);
  await expect(search.parent).toContainText(/Ions (kept|shifted): m\/z \d+/);
  await inBothSchemes(page, async (scheme) => expect(await axeFindings(page), `analogue ${scheme}`).toEqual([]));
});

test('an infrared mixture is taken apart, its fit drawn, its components chosen at once', async () => {
  const { page } = aliquot;
  await dropFile(page, join(folder, 'mixture.jdx'));
  await search.candidates.waitFor();
  await search.rankedBy('Correlation').waitFor();
  await inBothSchemes(page, async (scheme) => expect(await axeFindings(page), `infrared ${scheme}`).toEqual([]));
  await search.choose('Search again with', `Mixture (${INFRARED.length} references)`);
  await search.rankedBy('Mixture by least squares').waitFor();
  await expect(page.getByText('The mixture and its fit')).toBeVisible();
  expect([...(await search.names())].sort()).toEqual([INFRARED[1], INFRARED[4]]);
  await expect(search.judgement).toContainText('not mass fractions');
  await expect(search.plot).toBeVisible();
  await inBothSchemes(page, async (scheme) => expect(await axeFindings(page), `mixture ${scheme}`).toEqual([]));
  await search.card.getByRole('button', { name: /^Choose this candidate/ }).click();
  for (const each of await search.dialog.getByRole('checkbox').all()) await expect(each).toBeChecked();
  expect(await axeFindings(page), 'components').toEqual([]);
  await page.keyboard.press('Control+Enter');
  await expect(search.dialog).toHaveCount(0);
  await expect(search.candidates.getByText('Chosen', { exact: true })).toHaveCount(2);
});

test('a GC-MS run is taken apart into a table; a component leads to its search', async () => {
  test.skip(!hasSharedData(RUN), 'the GC-MS run is not beside the project');
  const { page } = aliquot;
  await dropFile(page, sharedData(RUN));
  await search.dialog.getByRole('grid').focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await search.dialog.getByRole('radio', { name: 'Components' }).waitFor();
  expect(await axeFindings(page), 'taking apart').toEqual([]);
  await page.keyboard.press('Control+Enter');
  await page.waitForURL(/identify\/batches\//);
  await expect(page.getByRole('status').filter({ hasText: 'Finished' })).toBeVisible({ timeout: 120_000 });
  await expect(search.grid.getByRole('row').nth(2)).toBeVisible();
  await expect(search.plot).toBeVisible();
  await inBothSchemes(page, async (scheme) => expect(await axeFindings(page), `run ${scheme}`).toEqual([]));
  const csv = join(folder, 'run.csv');
  await aliquot.answerDialogs({ savePath: csv });
  await search.save('Table (CSV)', csv);
  expect(readFileSync(csv, 'utf8').trim().split('\n').length).toBeGreaterThan(2);
  await search.grid.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await search.candidates.waitFor();
});

test('a hundred dropped files are searched in one batch, the damaged one is told, by keys alone', async () => {
  const { page } = aliquot;
  const keys = page.keyboard;
  const dropped = join(folder, 'hundred');
  mkdirSync(dropped);
  const records = mspRecords(practiceFile('library/practice-library.msp'));
  for (let i = 0; i < 100; i++) {
    const record = records[i % records.length] ?? '';
    const name = `Unknown ${String(i + 1).padStart(3, '0')}`;
    writeFileSync(join(dropped, `${name}.msp`), `${record.replace(/^Name:.*$/m, `Name: ${name}`)}\n`);
  }
  writeFileSync(join(dropped, 'damaged.msp'), 'Name: Cut\nNum Peaks: 9\n41 10; 42 20\n');
  await dropFile(page, dropped);
  await search.dialog.getByRole('grid').waitFor({ timeout: 60_000 });
  await expect(search.dialog.getByRole('region', { name: '1 file could not be read' })).toContainText('damaged.msp');
  expect(await axeFindings(page), 'a hundred files').toEqual([]);
  await search.tabTo(search.dialog.getByRole('button', { name: 'Search all 100' }));
  await keys.press('Enter');
  await page.waitForURL(/identify\/batches\//);
  await expect(page.getByRole('status').filter({ hasText: 'Finished: 100 of 100; not searched: 0' })).toBeVisible({ timeout: 120_000 });
  await expect(search.grid.getByRole('row').nth(1)).toContainText('Unknown 001');
  await expect(search.grid).toHaveAttribute('aria-rowcount', '101');
  await inBothSchemes(page, async (scheme) => expect(await axeFindings(page), `batch ${scheme}`).toEqual([]));
  await search.tabTo(search.grid);
  await keys.press('End');
  await keys.press('Enter');
  await search.candidates.waitFor();
  expect(await search.heading()).toContain('Unknown 100');
});
