import type { Page } from '@playwright/test';
import { dropFile } from './files';

/** The viewer of an opened file, by what it says. */
export class OpenedFilePage {
  readonly #page: Page;
  readonly main;
  readonly heading;
  readonly plots;
  readonly panel;
  readonly dialog;

  constructor(page: Page) {
    this.#page = page;
    this.main = page.getByRole('main');
    this.heading = this.main.getByRole('heading', { level: 1 });
    this.plots = this.main.getByRole('application');
    this.panel = page.getByRole('complementary', { name: 'About this record' });
    this.dialog = page.getByRole('dialog');
  }

  /** Drops files anywhere and waits until the first of them is drawn. */
  async drop(...paths: readonly string[]): Promise<void> {
    await this.#opened(() => dropFile(this.#page, ...paths));
  }

  /** Opens, by keys, the folder that the dialog was told. */
  async chooseFolder(): Promise<void> {
    await this.main.getByRole('button', { name: 'Open a folder' }).focus();
    await this.#opened(() => this.#page.keyboard.press('Enter'));
  }

  async #opened(act: () => Promise<void>): Promise<void> {
    const before = this.#page.url();
    await act();
    await this.#page.waitForURL((url) => url.href !== before && url.hash.startsWith('#/library/files/'), { timeout: 30_000 });
    await this.plots.first().waitFor({ timeout: 20_000 });
  }

  async show(panel: 'Facts' | 'Process' | 'Compare' | 'Reading'): Promise<void> {
    await this.panel.getByRole('tab', { name: panel }).click();
  }

  async addStep(name: string): Promise<void> {
    await this.panel.getByRole('button', { name: 'Add a step' }).click();
    await this.#page.getByRole('menuitem', { name, exact: true }).click();
  }

  /** Writes what is shown in a format of the menu `Export`, to the path that the dialog was told. */
  async exportAs(format: string, path: string): Promise<void> {
    await this.main.getByRole('button', { name: 'Export' }).click();
    await this.#page.getByRole('menuitem', { name: format }).first().click();
    await this.#page.getByText(`Saved as ${path}`).first().waitFor({ timeout: 20_000 });
  }
}
