import type { Page } from '@playwright/test';

/** Identify, by what it says. */
export class IdentifyPage {
  readonly #page: Page;
  readonly candidates;
  readonly current;
  readonly plot;
  readonly card;
  readonly dialog;

  constructor(page: Page) {
    this.#page = page;
    this.candidates = page.getByRole('listbox', { name: 'Candidates' });
    this.current = this.candidates.getByRole('option', { selected: true });
    this.plot = page.getByRole('application');
    this.card = page.getByRole('article');
    this.dialog = page.getByRole('dialog');
  }

  async heading(): Promise<string> {
    return (await this.#page.getByRole('heading', { level: 1 }).textContent()) ?? '';
  }

  /** Names of the candidates in sight, in their order. */
  async names(): Promise<readonly string[]> {
    return this.candidates
      .getByRole('option')
      .evaluateAll((options) => options.map((option) => option.querySelector('[title]')?.getAttribute('title') ?? ''));
  }
}
