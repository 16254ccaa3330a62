import type { Page } from '@playwright/test';

/** What a report must contain, item by item, and the draft made of it. */
export class DraftPage {
  readonly #page: Page;
  readonly items;
  readonly make;
  readonly made;

  constructor(page: Page) {
    this.#page = page;
    this.items = page.getByRole('list', { name: 'Required items' }).getByRole('listitem');
    this.make = page.getByRole('button', { name: 'Make the draft' });
    this.made = page.getByRole('status').filter({ hasText: 'Every page says so' });
  }

  item(title: string) {
    return this.items.filter({ hasText: title });
  }

  async waive(item: string, reason: string): Promise<void> {
    await this.#page.getByRole('button', { name: `Item ${item} is not applicable` }).click();
    const dialog = this.#page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Reason' }).fill(reason);
    await dialog.getByRole('button', { name: /^Not applicable/ }).click();
  }

  async writeIn(language: 'English' | 'French'): Promise<void> {
    await this.#page.getByRole('radiogroup', { name: 'Written in' }).getByText(language).click();
  }

  async saveAs(): Promise<void> {
    await this.made.getByRole('button', { name: /^Save/ }).click();
  }
}
