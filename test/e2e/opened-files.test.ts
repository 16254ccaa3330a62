import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { workbook } from '../core/formats/xlsx/workbook';
import { axeFindings, hasSharedData, inBothSchemes, sharedData } from './pages/new-laboratory';
import { OpenedFilePage } from './pages/opened-file-page';
import { SignInPage } from './pages/sign-in-page';
import { launch } from './support/launch';

test.slow();

const here = hasSharedData('formats');
if (!here) console.log('skipped: instrument files are not beside the project (../shared/data/formats)');

/** The shared data hold no MassBank record and no workbook: these are made. */
const RECORDS = join(import.meta.dirname, '../fixtures/formats/records.massbank');
const ROWS = Array.from({ length: 60 }, (_, i) =>
  i === 0 ? ['Wavelength (nm)', 'Absorbance'] : [200 + 5 * i, Math.exp(-(((i - 30) / 8) ** 2)) + 0.01],
);

/** Format as the screen says it, a file of it, what is done to it, the format it is written in, and how the written file begins. */
const FILES: readonly (readonly [format: string, file: string, kind: 'curves' | 'spectrum' | 'run'])[] = [
  ['JCAMP-DX', 'optical/jcamp/ir/ethanol.jdx', 'curves'],
  ['Galactic SPC', 'optical/spc/raman_atacamit.spc', 'curves'],
  ['Bruker OPUS', 'optical/opus/ftir_ps.0', 'curves'],
  ['Thermo OMNIC', 'optical/omnic/sample1.spa', 'curves'],
  ['PerkinElmer', 'optical/perkinelmer/spectra.sp', 'curves'],
  ['Renishaw WDF', 'optical/wdf/6x6.wdf', 'curves'],
  ['Horiba LabSpec', 'optical/labspec/lasertest1.txt', 'curves'],
  ['Text in columns', 'optical/text/uv.csv', 'curves'],
  ['Workbook (XLSX)', 'uv.xlsx', 'curves'],
  ['ANDI netCDF', 'ms/andi_cdf/agilent-gcms.cdf', 'run'],
  ['mzML', 'ms/mzml/tiny.pwiz.1.1.mzML', 'run'],
  ['mzXML', 'optical/ms/tiny2.0.mzXML', 'run'],
  ['Agilent ChemStation', 'ms/agilent_d/GC01_0812_066.D', 'run'],
  ['MSP', 'ms/msp_other/alkanes_ei_lr.msp', 'spectrum'],
  ['MGF', 'ms/mgf/10compounds_measured_spectra.mgf', 'spectrum'],
  ['AMDIS ELU', 'ms/msp_other/amdis/Peaks1.ELU', 'spectrum'],
  ['MassBank record', 'invented.txt', 'spectrum'],
];

const WRITTEN = { curves: ['JCAMP-DX', /^##TITLE=/], run: ['CSV table', /\d/], spectrum: ['MSP (NIST text)', /Name:/i] } as const;

test('one file of every format is dropped, seen, processed and written', async () => {
  test.skip(!here, 'instrument files are not beside the project');
  const folder = mkdtempSync(join(tmpdir(), 'aliquot-files-'));
  copyFileSync(RECORDS, join(folder, 'invented.txt'));
  writeFileSync(join(folder, 'uv.xlsx'), workbook([{ name: 'UV', rows: ROWS }], 'shared'));
  const aliquot = await launch({ args: ['--demo'] });
  const viewer = new OpenedFilePage(aliquot.page);
  await new SignInPage(aliquot.page).signInAs('Jonas');
  await aliquot.page.getByRole('navigation').first().waitFor();
  for (const [format, file, kind] of FILES) {
    await test.step(format, async () => {
      const path = existsSync(join(folder, file)) ? join(folder, file) : sharedData(join('formats', file));
      await viewer.drop(path);
      await expect(viewer.main.getByText(format, { exact: true }).first(), format).toBeVisible();
      await viewer.show('Process');
      if (kind === 'curves') {
        await viewer.addStep('Normalise');
        await expect(viewer.panel.getByRole('region', { name: /^Step 1: Normalise/ })).toBeVisible();
        await expect(viewer.panel.getByRole('alert')).toHaveCount(0);
      }
      if (kind === 'run') {
        await viewer.panel.getByRole('textbox', { name: 'Follow ions' }).fill('100');
        await viewer.panel.getByRole('button', { name: 'Follow', exact: true }).click();
        await expect(viewer.panel.getByRole('list', { name: 'Followed ions' }).getByRole('listitem')).toHaveCount(1);
        await expect(viewer.plots).toHaveCount(2);
      }
      const [menu, begins] = WRITTEN[kind];
      const target = join(folder, `written-${format.replaceAll(/[^a-z]/gi, '')}`);
      await aliquot.answerDialogs({ savePath: target });
      await viewer.exportAs(menu, target);
      expect(readFileSync(target, 'latin1').slice(0, 2000), format).toMatch(begins);
    });
  }
  rmSync(folder, { recursive: true });
  await aliquot.close();
});

test('a batch goes on past a bad file, names it, and its records are compared', async () => {
  test.skip(!here, 'instrument files are not beside the project');
  const folder = mkdtempSync(join(tmpdir(), 'aliquot-files-'));
  mkdirSync(join(folder, 'batch'));
  for (const name of ['ethanol.jdx', 'toluene.jdx'])
    writeFileSync(join(folder, 'batch', name), readFileSync(sharedData(`formats/optical/jcamp/ir/${name}`)));
  writeFileSync(join(folder, 'batch', 'cut.0'), readFileSync(sharedData('formats/optical/opus/ftir_ps.0')).subarray(0, 300));
  const { page, close, answerDialogs } = await launch({ args: ['--demo'] });
  const viewer = new OpenedFilePage(page);
  await new SignInPage(page).signInAs('Jonas');
  await page.getByRole('navigation').first().waitFor();
  await viewer.drop(sharedData('formats/optical/jcamp/ir/methane.jdx'));
  await answerDialogs({ openPaths: [join(folder, 'batch')] });
  await viewer.chooseFolder();
  await expect(viewer.main.getByText('1 file could not be read')).toBeVisible();
  await expect(viewer.main.getByText(/cut\.0 (ends at byte|was read)/)).toBeVisible();
  await viewer.show('Compare');
  await viewer.panel.getByRole('button', { name: 'Add this record' }).click();
  await viewer.main.getByRole('row', { name: /toluene/ }).click();
  await expect(viewer.heading).toContainText('Toluene');
  await expect(viewer.panel.getByRole('checkbox', { name: /ETHANOL/i })).toBeChecked();
  rmSync(folder, { recursive: true });
  await close();
});

test('the viewer is worked by keys, has no finding of axe in light and dark, and says what was assumed', async () => {
  test.skip(!here, 'instrument files are not beside the project');
  const { page, close } = await launch({ args: ['--demo'] });
  const viewer = new OpenedFilePage(page);
  await new SignInPage(page).signInAs('Jonas');
  await page.getByRole('navigation').first().waitFor();
  await viewer.drop(sharedData('formats/optical/jcamp/ir/ethanol.jdx'));
  await inBothSchemes(page, async (scheme) => expect.soft(await axeFindings(page), `facts ${scheme}`).toEqual([]));
  // Panels, plot, steps and back, without the mouse.
  await page.keyboard.press('p');
  await expect(viewer.panel.getByRole('tab', { name: 'Process' })).toHaveAttribute('aria-selected', 'true');
  await viewer.panel.getByRole('button', { name: 'Add a step' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem').first().waitFor();
  await page.getByRole('menuitem', { name: 'Convert intensity' }).focus();
  await page.keyboard.press('Enter');
  await expect(viewer.panel.getByRole('region', { name: /^Step 1/ })).toBeVisible();
  await inBothSchemes(page, async (scheme) => expect.soft(await axeFindings(page), `process ${scheme}`).toEqual([]));
  await viewer.heading.click();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(viewer.panel.getByRole('region', { name: /^Step 1/ })).toHaveCount(0);
  await viewer.plots.first().focus();
  await page.keyboard.press('Shift+ArrowRight');
  await expect(viewer.plots.first().getByText(/cm⁻¹ · /)).toBeVisible();
  await page.keyboard.press('+');
  await expect(viewer.main.getByRole('button', { name: 'Show all', exact: true })).not.toHaveAttribute('aria-disabled');
  await page.keyboard.press('0');
  await page.keyboard.press('r');
  await inBothSchemes(page, async (scheme) => expect.soft(await axeFindings(page), `reading ${scheme}`).toEqual([]));
  await page.keyboard.press('c');
  await inBothSchemes(page, async (scheme) => expect.soft(await axeFindings(page), `compare ${scheme}`).toEqual([]));

  await viewer.drop(sharedData('formats/optical/text/uv.csv'));
  await viewer.show('Reading');
  await expect(viewer.panel.getByRole('form', { name: 'How the columns were understood' })).toBeVisible();
  expect.soft(await axeFindings(page), 'columns').toEqual([]);

  await viewer.drop(sharedData('formats/ms/andi_cdf/agilent-gcms.cdf'));
  await viewer.show('Process');
  expect.soft(await axeFindings(page), 'run').toEqual([]);
  await viewer.plots.first().focus();
  await page.keyboard.press('Shift+ArrowRight');
  await expect(viewer.main.getByText(/scan \d+/).first()).toBeVisible();
  await close();
});

test('peaks, signal to noise, the steps in words, a mean and a retention index are measured by keys', async () => {
  test.skip(!here, 'instrument files are not beside the project');
  const { page, close } = await launch({ args: ['--demo'] });
  const viewer = new OpenedFilePage(page);
  await new SignInPage(page).signInAs('Jonas');
  await page.getByRole('navigation').first().waitFor();
  const walk = async (times: number): Promise<void> => {
    for (let i = 0; i < times; i++) await page.keyboard.press('Control+Shift+ArrowRight');
  };

  await viewer.drop(sharedData('formats/optical/jcamp/ir/ethanol.jdx'));
  await viewer.show('Process');
  await viewer.panel.getByRole('switch', { name: 'Peaks of this curve' }).focus();
  await page.keyboard.press('Space');
  const peaks = viewer.panel.getByRole('region', { name: 'Peaks of this curve' });
  await expect(peaks.getByRole('row', { name: /1066/ })).toBeVisible();
  // Three modes on is the background: a stretch from Enter to Enter is where the noise is looked for.
  await viewer.plots.first().focus();
  for (const key of ['m', 'm', 'm', 'Shift+ArrowRight']) await page.keyboard.press(key);
  await walk(10);
  await page.keyboard.press('Enter');
  await walk(10);
  await page.keyboard.press('Enter');
  await expect(viewer.panel.getByRole('region', { name: 'Signal to noise' }).getByText(/^2H \/ h = \d/)).toBeVisible();
  await page.keyboard.press('a');
  await page.keyboard.type('quiet here');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await viewer.addStep('Smooth (Savitzky–Golay)');
  await expect(viewer.panel.getByRole('region', { name: 'These steps in words' }).getByRole('listitem')).toHaveText(/^Smoothed by/);
  const window = viewer.panel.getByRole('region', { name: /^Step 1/ }).getByRole('textbox', { name: 'Window' });
  await window.fill('8');
  await expect(viewer.panel.getByText(/“Window” is 8; it must be odd/)).toBeVisible();
  await expect(viewer.main.getByText('Shown without step 1 and what follows')).toBeVisible();
  await inBothSchemes(page, async (scheme) => expect.soft(await axeFindings(page), `measures ${scheme}`).toEqual([]));
  await viewer.show('Compare');
  await viewer.panel.getByRole('button', { name: 'Add this record' }).click();
  await viewer.drop(sharedData('formats/optical/jcamp/ir/methane.jdx'));
  await viewer.show('Compare');
  await viewer.panel.getByRole('switch', { name: 'Draw the mean of the curves shown' }).focus();
  await page.keyboard.press('Space');
  await expect(viewer.panel.getByRole('switch', { name: 'Draw the mean of the curves shown' })).toBeChecked();

  await viewer.drop(sharedData('formats/ms/andi_cdf/agilent-gcms.cdf'));
  await viewer.show('Process');
  const index = viewer.panel.getByRole('region', { name: 'Retention index' });
  for (const tens of [20, 30]) {
    await viewer.plots.first().focus();
    await page.keyboard.press('Shift+ArrowRight');
    await walk(tens);
    await index
      .getByRole('spinbutton')
      .or(index.getByRole('textbox', { name: /Carbon atoms/ }))
      .first()
      .focus();
    await page.keyboard.press('Enter');
  }
  await expect(index.getByRole('list', { name: 'Marked alkanes' }).getByRole('listitem')).toHaveText([/^C10 at .* min/, /^C11 at .* min/]);
  await expect(index.getByText(/^Index at .* min: 1100$/)).toBeVisible();
  await inBothSchemes(page, async (scheme) => expect.soft(await axeFindings(page), `index ${scheme}`).toEqual([]));
  await close();
});
