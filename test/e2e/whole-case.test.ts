import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { pdfPages } from '../support/pdf-text';
import { AdministrationPage } from './pages/administration-page';
import { CasesPage } from './pages/cases-page';
import { DraftPage } from './pages/draft-page';
import { ExhibitPage } from './pages/exhibit-page';
import { chooseOption, fillFields } from './pages/fields';
import { chooseFile } from './pages/files';
import { FirstRunPage } from './pages/first-run-page';
import { FramePage } from './pages/frame-page';
import { SignInPage } from './pages/sign-in-page';
import { launch } from './support/launch';

const practice = resolve(import.meta.dirname, '../../resources/practice');
const spectrum = (name: string): string => join(practice, 'spectra', name);
const words = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../src/i18n/locales/en/reports.json'), 'utf8')) as {
  readonly item: Readonly<Record<string, string>>;
};

const founder = { fullName: 'Mona Al-Harbi', signInName: 'mona', password: 'a long first sentence', alsoRoles: ['Manager', 'Custodian'] };
const technician = { name: 'tomas', first: 'given to a newcomer', own: 'my very own sentence' };

async function foundLaboratory(page: Page): Promise<void> {
  const wizard = new FirstRunPage(page);
  await wizard.chooseCountry('Kenya');
  await wizard.next();
  await wizard.laboratoryName.fill('Central Forensic Laboratory');
  await page.getByLabel('Address').fill('1 Bench Road, Nairobi');
  await wizard.next();
  await wizard.describeAdministrator(founder);
  await wizard.found();
  await wizard.confirmCode();
}

async function enterPeopleMethodsAndInstruments(page: Page): Promise<void> {
  const administration = new AdministrationPage(page);
  const { drawer } = administration;
  await administration.open('People');
  await administration.add('Add a person');
  await fillFields(drawer, { 'Sign-in name': technician.name, 'Full name': 'Tomás Reyes', Initials: 'TR' });
  await drawer.getByLabel('First password').fill(technician.first);
  await drawer.getByRole('checkbox', { name: 'Technician' }).check();
  await administration.save();
  await expect(administration.row('Tomás Reyes')).toBeVisible();

  await administration.open('Methods');
  await administration.add('Add a method');
  await fillFields(drawer, {
    Title: 'GC-MS of seized drugs',
    Procedure: 'SOP-12',
    Solvent: 'methanol',
    'Stationary phase': '5 % phenyl',
    'Validated on': '01/06/2026',
    'Validation record': 'VAL-7',
  });
  await administration.save();
  await expect(administration.row('GC-MS of seized drugs')).toBeVisible();
  await administration.add('Add a method');
  await fillFields(drawer, {
    Title: 'Marquis colour test',
    Procedure: 'SOP-3',
    'Validated on': '01/06/2026',
    'Validation record': 'VAL-2',
  });
  await chooseOption(drawer, 'Technique', 'Colour test');
  await administration.save();
  await expect(administration.row('Marquis colour test')).toBeVisible();

  await administration.open('Instruments');
  for (const [name, kind] of [
    ['GC-MS 1', 'GC-MS'],
    ['Balance 2', 'Balance'],
  ] as const) {
    await administration.add('Add an instrument');
    await fillFields(drawer, { Name: name });
    await chooseOption(drawer, 'Kind', kind);
    await administration.save();
    await expect(administration.row(name)).toBeVisible();
  }
}

async function receiveReferenceLot(page: Page): Promise<void> {
  await new FramePage(page).open('Reference samples');
  await page.getByRole('button', { name: 'New lot' }).first().click();
  const drawer = page.getByRole('dialog');
  await drawer.getByRole('combobox', { name: 'Substance' }).fill('437-38-7');
  await page.getByRole('option', { name: /^Fentanyl/i }).click();
  await fillFields(drawer, {
    Producer: 'Reference House',
    'Lot number': 'RH-2211',
    Certificate: 'CoA RH-2211',
    Traceability: 'ISO 17034 certificate',
    'Received on': '2026-01-10',
    'Expires on': '2030-01-10',
  });
  await page.keyboard.press('Control+Enter');
  await drawer.waitFor({ state: 'hidden' });
  await expect(page.getByRole('grid').getByRole('row').filter({ hasText: 'RH-2211' })).toBeVisible();
}

async function importLibrary(page: Page): Promise<void> {
  await new FramePage(page).open('Library');
  // Beside the button that opens files of any kind, several at once.
  await chooseFile(page, join(practice, 'library', 'practice-library.msp'), 'input[type=file]:not([multiple])');
  await page.getByRole('button', { name: /^Import \d+ spectra/ }).click();
  const { tasks } = new FramePage(page);
  await expect(page.getByRole('main').getByText(/spectra imported/)).toBeVisible();
  // What was imported is examined at once.
  await expect(tasks).toContainText(/Examination.*Done/);
  await tasks.getByRole('button', { name: 'Put the finished tasks away' }).click();
}

async function receiveExhibit(page: Page): Promise<void> {
  const cases = new CasesPage(page);
  await cases.open();
  await cases.begin('New case');
  await cases.fill({ Subject: 'Tablets from the night bus', 'Customer’s reference': 'NB-17', 'Place of seizure': 'Bus station' });
  await cases.newCustomer({
    'Name, as it stands on reports': 'City Police',
    Address: '5 Station Square, Nairobi',
    'Contact person': 'Insp. Wanjiru',
  });
  await cases.fill({ 'Seized on': '15/11/2026', Request: 'Are these tablets a controlled substance?' });
  await cases.save();
  await cases.begin('New exhibit');
  await cases.drawer.getByRole('checkbox', { name: /High potency suspected/ }).check();
  await expect(cases.drawer.getByRole('alert')).toContainText('Naloxone');
  await cases.fill({
    Description: '50 round blue tablets',
    Packaging: 'Clear bag',
    'Condition on receipt': 'Dry, seal intact',
    'Seal number': 'S-101',
    'Received from': 'Insp. Wanjiru, City Police',
    'Put where': 'Safe 2',
    Appearance: 'Round, blue, 6 mm',
    Units: '50',
    'Gross mass': '8.421',
    'Net mass': '5,5123',
    'Uncertainty of the net mass (k = 2)': '0.6',
  });
  await cases.choose('Balance', /Balance 2/);
  await cases.save();
}

async function custodyAndSamples(page: Page): Promise<void> {
  const exhibit = new ExhibitPage(page);
  await expect(exhibit.potencyWarning).toBeVisible();
  await expect(page.getByRole('main')).toContainText('5.5123 ± 0.0006 g (k = 2)');
  await expect(exhibit.checklist).toContainText('Two separate aliquots');
  await exhibit.begin('New entry');
  await exhibit.choose('What', 'opened');
  await exhibit.fill({ 'Seal after': '', Place: 'Hood 1' });
  await exhibit.choose('Witness', 'Mona Al-Harbi');
  await exhibit.save();
  await expect(exhibit.grid.getByRole('row').filter({ hasText: 'witness Mona Al-Harbi' })).toBeVisible();
  await exhibit.step('Samples');
  await exhibit.take('aliquot', { Description: 'First tablet, powdered', Mass: '20.15' });
  await exhibit.take('aliquot', { Description: 'Second tablet, powdered', Mass: '19.92' });
}

async function colourTest(page: Page): Promise<void> {
  const exhibit = new ExhibitPage(page);
  await exhibit.step('Colour tests');
  await exhibit.begin('Record a colour test');
  await exhibit.choose('Reagent', 'Marquis');
  await exhibit.fill({ 'Reagent lot': 'M-9', 'Expires on': '01/03/2027' });
  await exhibit.choose('Positive control', 'positive');
  await exhibit.choose('Reagent blank', 'negative');
  await exhibit.choose('Colour', 'orange');
  await expect(exhibit.drawer.getByRole('region', { name: 'What the table reports of Marquis' })).toContainText('fentanyl');
  await exhibit.choose('Outcome', 'positive');
  await exhibit.save();
  await expect(exhibit.grid.getByRole('row').filter({ hasText: 'orange' })).toContainText('controls passed');
}

async function sequence(page: Page): Promise<void> {
  const exhibit = new ExhibitPage(page);
  await exhibit.step('Sequence');
  await exhibit.begin('New sequence');
  await exhibit.choose('Method', /GC-MS of seized drugs/);
  await exhibit.choose('Instrument', /GC-MS 1/);
  await exhibit.save();
  await exhibit.begin('Add injections');
  await exhibit.addInjection(1, 'blank');
  await exhibit.addInjection(2, 'reference', ['Reference lot', /Fentanyl/i]);
  await exhibit.addInjection(3, 'blank');
  await exhibit.addInjection(4, 'case', ['Sample', /First tablet/]);
  await exhibit.addInjection(5, 'blank');
  await exhibit.addInjection(6, 'case', ['Sample', /Second tablet/]);
  await exhibit.close();
  const files = ['01-blank', '02-reference', '03-blank', '10-case', '11-blank', '12-case'];
  for (const [index, name] of files.entries()) await exhibit.attach(index + 1, spectrum(`tablets-${name}.msp`));
  await page.getByRole('button', { name: 'Accept' }).click();
  await exhibit.because('Blanks clean, reference where it belongs', 'Accept');
  await expect(page.getByRole('tabpanel').getByText('Accepted', { exact: true })).toBeVisible();
}

async function identifyAndPropose(page: Page): Promise<void> {
  const exhibit = new ExhibitPage(page);
  await exhibit.step('Identify');
  await exhibit.grid.getByRole('row').filter({ hasText: '12.659' }).click();
  const first = page.getByRole('option', { name: /Fentanyl/i }).first();
  await expect(first).toBeVisible();
  await expect(first).toHaveAttribute('aria-posinset', '1');
  await page.getByRole('button', { name: /^Choose this candidate/ }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Choose/ })
    .click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page
    .getByRole('link', { name: /^Back to/ })
    .first()
    .click();
  await exhibit.step('Identify');
  await page.getByRole('button', { name: 'Propose rank 1' }).click();
  await expect(exhibit.drawer.getByRole('combobox', { name: 'Substance' })).toHaveValue(/fentanyl/i);
  await exhibit.drawer.getByRole('button', { name: /^Propose a component/ }).click();
  await exhibit.drawer.waitFor({ state: 'hidden' });
}

async function compareBoth(page: Page): Promise<void> {
  const exhibit = new ExhibitPage(page);
  await exhibit.step('Comparison');
  await expect(exhibit.checklist).toContainText('presumptive indication');
  await expect(exhibit.criterion('Techniques on different properties')).toContainText('not met');
  for (const sample of ['A1', 'A2']) {
    await exhibit.begin('Compare');
    await exhibit.drawer.getByRole('button', { name: /^Compute the comparison/ }).click();
    await exhibit.drawer.waitFor({ state: 'hidden' });
    await expect(exhibit.grid.getByRole('row').filter({ hasText: sample })).toContainText('met');
  }
  const detail = page.getByRole('region', { name: /^Fentanyl in/i });
  await expect(detail).toContainText(/Match factor 9\d\d/);
  await expect(detail).toContainText(/within ± 0\.1 min/);
  await expect(exhibit.checklist).toContainText('criteria met, not yet reviewed');
  await expect(exhibit.checklist).toContainText('Nothing more from the bench.');
  await expect(exhibit.criterion('Technical review')).toContainText('not met');
}

async function conclude(page: Page): Promise<void> {
  const exhibit = new ExhibitPage(page);
  await exhibit.step('Conclusion');
  await expect(page.getByRole('tabpanel')).toContainText('is the highest a draft can say');
  await page.getByRole('button', { name: 'Draw the conclusion' }).click();
  await exhibit.drawer.getByRole('textbox', { name: 'Note' }).fill('Two tablets, two aliquots');
  await exhibit.drawer.getByRole('button', { name: /^Draw and keep/ }).click();
  await exhibit.drawer.waitFor({ state: 'hidden' });
  await expect(exhibit.grid.getByRole('row').filter({ hasText: 'criteria met, not yet reviewed' })).toContainText('stands');
}

function checkDraft(pages: readonly string[]): void {
  const flat = pages.map((page) => page.replaceAll(/\s+/g, ' '));
  const whole = flat.join(' ');
  for (const [index, page] of flat.entries()) {
    expect(page, `page ${index + 1}`).toContain('DRAFT, not reviewed');
    expect(page).toContain(`Page ${index + 1} of ${pages.length}`);
  }
  for (const [item, text] of Object.entries(words.item)) expect(whole, `item ${item}`).toContain(text);
  for (const fact of [
    'Central Forensic Laboratory',
    '1 Bench Road, Nairobi',
    'City Police',
    '5 Station Square, Nairobi',
    '50 round blue tablets',
    'Dry, seal intact',
    'S-101',
    'GC-MS of seized drugs',
    'SOP-12',
    'Reference House, RH-2211',
    'Marquis, lot M-9',
    'criteria met, not yet reviewed',
    'Two tablets, two aliquots',
    'Tomás Reyes',
    'The results relate only to the items tested',
    'No results in this report come from external providers',
    'Head of the audit trail',
  ])
    expect(whole).toContain(fact);
  expect(whole).toMatch(/event \d+, SHA-256 [0-9a-f ]{64,}/);
  expect(whole).toMatch(/SHA-256 of this report's data ?[0-9a-f ]{64,}/);
  expect(flat.at(-1)).toMatch(/End of report [A-Z]+-\d{4}-\d{4}, version 1/);
}

test('one unknown is carried from the wizard to the PDF of its draft report', async () => {
  test.setTimeout(240_000);
  const place = mkdtempSync(join(tmpdir(), 'aliquot-whole-case-'));
  const saved = join(place, 'draft.pdf');
  const aliquot = await launch();
  const { page } = aliquot;
  const frame = new FramePage(page);
  const signIn = new SignInPage(page);

  await test.step('found the laboratory', () => foundLaboratory(page));
  await test.step('people, methods, instruments', () => enterPeopleMethodsAndInstruments(page));
  await test.step('a reference lot', () => receiveReferenceLot(page));
  await test.step('the technician signs in', async () => {
    // A notification stands over the menu until the pointer leaves it alone.
    await page.mouse.move(5, 400);
    await expect(page.getByText('Saved', { exact: true })).toHaveCount(0);
    await frame.choose('Sign out');
    await signIn.signIn(technician.name, technician.first);
    await signIn.chooseOwnPassword(technician.first, technician.own);
    await expect(frame.rail).toBeVisible();
  });
  await test.step('a library', () => importLibrary(page));
  await test.step('a case and its exhibit', () => receiveExhibit(page));
  await test.step('custody and two aliquots', () => custodyAndSamples(page));
  await test.step('a colour test', () => colourTest(page));
  await test.step('a sequence', () => sequence(page));
  await test.step('identify and propose', () => identifyAndPropose(page));
  await test.step('compare', () => compareBoth(page));
  await test.step('conclude', () => conclude(page));

  await test.step('draft the report', async () => {
    await frame.crumbs.getByRole('link', { name: /^C-/ }).click();
    await page.getByRole('link', { name: 'Draft report' }).click();
    const draft = new DraftPage(page);
    await expect(draft.items).toHaveCount(16);
    await expect(draft.items.filter({ hasText: 'missing' })).toHaveCount(0);
    await draft.make.click();
    await expect(draft.made).toBeVisible();
    await aliquot.answerDialogs({ savePath: saved });
    await draft.saveAs();
    await expect.poll(() => existsSync(saved)).toBe(true);
  });
  const bytes = readFileSync(saved);
  await test.step('the PDF holds every item', async () => checkDraft(await pdfPages(bytes)));
  await test.step('the list of reports names the file by its hash', async () => {
    await frame.open('Reports');
    const hash = createHash('sha256').update(bytes).digest('hex');
    await expect(page.getByRole('grid', { name: 'Reports' }).getByRole('row').nth(1)).toContainText(hash.slice(0, 8));
  });
  await aliquot.close();
  rmSync(place, { recursive: true, force: true });
});
