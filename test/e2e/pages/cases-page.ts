import type { Page } from '@playwright/test';
import { chooseOption, fillFields } from './fields';

/** The list of cases, and one case with its exhibits. */
export class CasesPage {
  readonly #page: Page;
  readonly list;
  readonly exhibits;
  readonly drawer;

  constructor(page: Page) {
    this.#page = page;
    this.list = page.getByRole('grid', { name: 'Cases' });
    this.exhibits = page.getByRole('grid', { name: 'Exhibits' });
    this.drawer = page.getByRole('dialog');
  }

  async open(): Promise<void> {
    await this.#page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Cases' }).click();
  }

  async openCase(text: string): Promise<void> {
    await this.list.getByRole('row').filter({ hasText: text }).click();
  }

  async openExhibit(text: string): Promise<void> {
    await this.exhibits.getByRole('row').filter({ hasText: text }).click();
  }

  /** The screen's own button, or the first step of an empty list: both say the same. */
  async begin(label: 'New case' | 'New exhibit'): Promise<void> {
    await this.#page.getByRole('button', { name: label, exact: true }).first().click();
    await this.drawer.waitFor();
  }

  async fill(fields: Readonly<Record<string, string>>): Promise<void> {
    await fillFields(this.drawer, fields);
  }

  async choose(name: string, option: string | RegExp): Promise<void> {
    await chooseOption(this.drawer, name, option);
  }

  /** Enters a customer who is not known yet, on the way. */
  async newCustomer(fields: Readonly<Record<string, string>>): Promise<void> {
    await this.drawer.getByRole('button', { name: 'New customer' }).click();
    const dialog = this.#page.getByRole('dialog', { name: 'A customer who is not known yet' });
    await fillFields(dialog, fields);
    await dialog.getByRole('button', { name: /^Enter the customer/ }).click();
    await dialog.waitFor({ state: 'hidden' });
  }

  async save(): Promise<void> {
    await this.#page.keyboard.press('Control+Enter');
    await this.drawer.waitFor({ state: 'hidden' });
  }
}
