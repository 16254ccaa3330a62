import type { Page } from '@playwright/test';
import { chooseOption, fillFields } from './fields';
import { chooseFile } from './files';

export type Step = 'Custody' | 'Samples' | 'Colour tests' | 'Sequence' | 'Identify' | 'Comparison' | 'Deviations' | 'Conclusion';

/** The technician's working place: the steps of an exhibit, and beside them what a conclusion still needs. */
export class ExhibitPage {
  readonly #page: Page;
  readonly drawer;
  readonly checklist;
  readonly grid;
  readonly potencyWarning;

  constructor(page: Page) {
    this.#page = page;
    this.drawer = page.getByRole('dialog');
    this.checklist = page.getByRole('complementary', { name: 'Needed for a conclusion' });
    this.grid = page.getByRole('tabpanel').getByRole('grid');
    this.potencyWarning = page.getByRole('alert').filter({ hasText: 'naloxone' });
  }

  async step(name: Step): Promise<void> {
    await this.#page.getByRole('tab', { name: new RegExp(`^${name}`) }).click();
  }

  async begin(label: string): Promise<void> {
    await this.#page.getByRole('tabpanel').getByRole('button', { name: label, exact: true }).first().click();
    await this.drawer.waitFor();
  }

  async fill(fields: Readonly<Record<string, string>>): Promise<void> {
    await fillFields(this.drawer, fields);
  }

  async choose(name: string, option: string | RegExp): Promise<void> {
    await chooseOption(this.drawer, name, option);
  }

  /** Saves the open form with the keyboard; it closes. */
  async save(): Promise<void> {
    await this.#page.keyboard.press('Control+Enter');
    await this.drawer.waitFor({ state: 'hidden' });
  }

  async take(kind: string, fields: Readonly<Record<string, string>>): Promise<void> {
    await this.begin('Take a sample');
    await this.choose('Kind', kind);
    await this.fill(fields);
    await this.save();
  }

  /** The next injection of the open form, which stays open. */
  async addInjection(position: number, kind: string, of?: readonly [field: 'Sample' | 'Reference lot', option: RegExp]): Promise<void> {
    await this.choose('Kind', kind);
    if (of !== undefined) await this.choose(of[0], of[1]);
    await this.drawer.getByRole('button', { name: new RegExp(`^Add injection ${position}`) }).click();
    await this.drawer.getByRole('button', { name: new RegExp(`^Add injection ${position + 1}`) }).waitFor();
  }

  async close(): Promise<void> {
    await this.drawer.getByRole('button', { name: 'Close' }).click();
    await this.drawer.waitFor({ state: 'hidden' });
  }

  /** Makes an injection current and gives it its file. */
  async attach(position: number, path: string): Promise<void> {
    const row = this.grid.getByRole('row').filter({ has: this.#page.locator('td:first-child', { hasText: new RegExp(`^${position}$`) }) });
    await row.click();
    const detail = this.#page.getByRole('region', { name: new RegExp(`^Injection ${position},`) });
    await detail.waitFor();
    await chooseFile(this.#page, path, '[role=tabpanel] input[type=file]');
    await detail.getByRole('list').getByRole('button').first().waitFor();
  }

  /** Answers a dialog that asks for a reason. */
  async because(reason: string, confirm: string): Promise<void> {
    await this.drawer.getByRole('textbox', { name: 'Reason' }).fill(reason);
    await this.drawer.getByRole('button', { name: new RegExp(`^${confirm}`) }).click();
    await this.drawer.waitFor({ state: 'hidden' });
  }

  criterion(title: string) {
    return this.checklist.getByRole('listitem').filter({ hasText: title });
  }
}
