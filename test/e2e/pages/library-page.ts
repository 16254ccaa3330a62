import type { Page } from '@playwright/test';
import { dropFile } from './files';

/** The library, by what it says. */
export class LibraryPage {
  readonly #page: Page;
  readonly list;
  readonly dialog;
  readonly result;

  constructor(page: Page) {
    this.#page = page;
    this.list = page.getByRole('grid');
    this.dialog = page.getByRole('dialog');
    this.result = page.getByRole('main').getByText(/spectra? imported/);
  }

  /** Drops a library file and waits until it has been read. */
  async drop(path: string): Promise<void> {
    await dropFile(this.#page, path);
    await this.dialog.getByRole('button', { name: /^Import [\d,]+ spectr/ }).waitFor();
  }

  /** States what unstated spectra are, and imports. */
  async importAs(ionisation: 'EI' | null): Promise<void> {
    if (ionisation !== null) {
      await this.dialog.getByRole('combobox', { name: /stated? their ionisation|not state/ }).click();
      await this.#page.getByRole('option', { name: ionisation, exact: true }).click();
    }
    await this.dialog.getByRole('button', { name: /^Import [\d,]+ spectr/ }).click();
    await this.result.waitFor({ timeout: 60_000 });
  }
}
