import type { Page } from '@playwright/test';

/** What stays while screens change. */
export class FramePage {
  readonly #page: Page;
  readonly rail;
  readonly crumbs;
  readonly search;
  readonly tasks;
  readonly practiceNote;

  constructor(page: Page) {
    this.#page = page;
    this.rail = page.getByRole('navigation', { name: 'Sections' });
    this.crumbs = page.getByRole('navigation', { name: 'Where I am' });
    this.search = page.getByRole('textbox', { name: 'Search everything' });
    this.tasks = page.getByRole('complementary', { name: 'Tasks' });
    this.practiceNote = page.getByRole('note').filter({ hasText: 'Practice laboratory' });
  }

  async open(section: string): Promise<void> {
    await this.rail.getByRole('link', { name: section }).click();
  }

  async choose(entry: string): Promise<void> {
    await this.#page.getByRole('button', { name: /^Signed in:/ }).click();
    await this.#page.getByRole('menuitem', { name: entry }).click();
  }

  async speak(language: string): Promise<void> {
    await this.#page
      .getByRole('banner')
      .getByRole('button', { name: /English|Français|العربية/ })
      .click();
    await this.#page.getByRole('menuitem', { name: language }).click();
  }
}
