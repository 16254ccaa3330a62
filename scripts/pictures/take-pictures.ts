import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CasesPage } from '../../test/e2e/pages/cases-page';
import { DraftPage } from '../../test/e2e/pages/draft-page';
import { ExhibitPage } from '../../test/e2e/pages/exhibit-page';
import { dropFile } from '../../test/e2e/pages/files';
import { FramePage } from '../../test/e2e/pages/frame-page';
import { IdentifyPage } from '../../test/e2e/pages/identify-page';
import { practiceFile } from '../../test/e2e/pages/new-laboratory';
import { SignInPage } from '../../test/e2e/pages/sign-in-page';
import { launch } from '../../test/e2e/support/launch';
import { inProject } from '../setup/places.mjs';
import { drawPage } from './draw-page';

const SIZE = { width: 1366, height: 768 };
const MOST_BYTES = 400_000;
const PAGE_OF_RESULTS = 6;

/** Walks through the practice laboratory as the README's first ten minutes do, and keeps what the window shows. */
export async function run(print: (line: string) => void): Promise<void> {
  const { app, page, userData, answerDialogs, close } = await launch({ args: ['--demo'] });
  const folder = inProject('docs', 'images');
  mkdirSync(folder, { recursive: true });
  const keep = (name: string, png: Buffer): void => {
    if (png.length > MOST_BYTES) throw new Error(`${name}.png has ${png.length} bytes, more than ${MOST_BYTES}`);
    writeFileSync(join(folder, `${name}.png`), png);
    print(`docs/images/${name}.png: ${Math.round(png.length / 1000)} kB`);
  };
  const take = async (name: string): Promise<void> => {
    // Neither a tooltip nor a notification belongs in the picture.
    await page.mouse.move(5, 400);
    await page.locator('.mantine-Notification-root').first().waitFor({ state: 'detached' });
    keep(name, await page.screenshot({ animations: 'disabled' }));
  };
  await app.evaluate(({ BrowserWindow }, { width, height }) => BrowserWindow.getAllWindows()[0]?.setContentSize(width, height), SIZE);
  await page.emulateMedia({ colorScheme: 'light' });

  await new SignInPage(page).signInAs('Technician');
  await new FramePage(page).open('Identify');
  await page.getByRole('heading', { name: 'Drop a spectrum here' }).waitFor();
  await dropFile(page, practiceFile('spectra/query-one-peak.jdx'));
  await new IdentifyPage(page).card.getByRole('heading', { level: 2 }).waitFor();
  await take('identify');

  const cases = new CasesPage(page);
  await cases.open();
  await cases.openCase('Parcel at the harbour depot');
  await cases.openExhibit('50 round blue tablets');
  const exhibit = new ExhibitPage(page);
  await exhibit.step('Comparison');
  await exhibit.grid.getByRole('row').nth(1).click();
  await exhibit.checklist.getByRole('listitem').first().waitFor();
  await page.getByRole('application').waitFor();
  await take('exhibit');

  await cases.open();
  await cases.openCase('Parcel at the harbour depot');
  await page.getByRole('link', { name: 'Draft report' }).click();
  const draft = new DraftPage(page);
  await draft.make.click();
  await draft.made.waitFor();
  const pdf = join(userData, 'draft.pdf');
  await answerDialogs({ savePath: pdf });
  await draft.saveAs();
  await page.getByText(/^Saved as/).waitFor();
  keep('report', await drawPage(page, readFileSync(pdf), PAGE_OF_RESULTS));
  await close();
}
