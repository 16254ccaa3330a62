import type { Page } from '@playwright/test';

/** The tabs of Administration and the list and drawer that each of them shows. */
export class AdministrationPage {
  readonly #page: Page;
  readonly drawer;
  readonly grid;
  readonly verdict;

  constructor(page: Page) {
    this.#page = page;
    this.drawer = page.getByRole('dialog');
    this.grid = page.getByRole('grid');
    this.verdict = page.getByRole('status').filter({ hasText: 'head' });
  }

  async open(tab: string): Promise<void> {
    await this.#page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Administration' }).click();
    await this.#page.getByRole('tab', { name: tab }).click();
  }

  row(text: string) {
    return this.grid.getByRole('row').filter({ hasText: text });
  }

  /** The list's own button, or the first step of an empty list: both say the same. */
  async add(label: string): Promise<void> {
    await this.#page.getByRole('button', { name: label }).first().click();
  }

  async fill(fields: Readonly<Record<string, string>>): Promise<void> {
    for (const [label, value] of Object.entries(fields)) await this.drawer.getByLabel(label, { exact: true }).fill(value);
  }

  /** Saves by the key from inside the drawer's form: a drawer that is still opening has not taken the focus yet. */
  async save(): Promise<void> {
    await this.drawer.getByRole('textbox').last().press('Control+Enter');
  }
}
