import { expect, type Page } from '@playwright/test';
import { fillFields } from './fields';
import { dropFile } from './files';

/** The library, by what it says. */
export class LibraryPage {
  readonly #page: Page;
  readonly list;
  readonly search;
  readonly dialog;
  readonly result;
  /** Below the list: how many are chosen and what is done with them. */
  readonly selection;

  constructor(page: Page) {
    this.#page = page;
    this.list = page.getByRole('grid');
    this.search = page.getByRole('searchbox', { name: 'Search this list' });
    this.dialog = page.getByRole('dialog');
    this.result = page.getByRole('main').getByText(/spectra? imported/);
    this.selection = page.getByRole('region', { name: 'Selected spectra' });
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
    const before = await this.result.count();
    await this.dialog.getByRole('button', { name: /^Import [\d,]+ spectr/ }).click();
    await expect(this.result).toHaveCount(before + 1, { timeout: 60_000 });
  }

  /** Keeps the spectra of one technique in the list. */
  async ofTechnique(technique: string): Promise<void> {
    await this.#page.getByRole('combobox', { name: 'Technique' }).click();
    await this.#page.getByRole('option', { name: technique, exact: true }).click();
  }

  /** From the viewer of an opened file: into a collection that is made for it. */
  async addToNewCollection(collection: string, facts: Readonly<Record<string, string>>): Promise<void> {
    await this.#page.getByRole('button', { name: 'Add to library' }).click();
    const adding = this.#page.getByRole('dialog', { name: 'Add to the library' });
    await adding.getByRole('button', { name: 'New collection' }).click();
    const making = this.#page.getByRole('dialog', { name: /^New collection/ });
    await making.getByRole('textbox', { name: 'Name' }).fill(collection);
    await making.getByRole('button', { name: /^Make collection/ }).click();
    await making.waitFor({ state: 'detached' });
    await fillFields(adding, facts);
    await adding.getByRole('button', { name: /^Add/ }).click();
    await adding.waitFor({ state: 'detached' });
  }
}
