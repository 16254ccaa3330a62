import { expect, type Locator, type Page } from '@playwright/test';
import { IdentifyPage } from './identify-page';

/** No way through a screen by Tab is longer. */
const MOST_STOPS = 80;

/** A search and a batch of searches, by what they say and by keys alone. */
export class SearchPage extends IdentifyPage {
  readonly #page: Page;
  readonly grid;
  readonly judgement;
  readonly why;
  readonly parent;

  constructor(page: Page) {
    super(page);
    this.#page = page;
    this.grid = page.getByRole('main').getByRole('grid');
    this.judgement = page.getByRole('region', { name: 'About the list as a whole' });
    this.why = this.card.getByRole('region', { name: 'Why this rank' });
    this.parent = this.card.getByRole('region', { name: 'Probable parent structure' });
  }

  rankedBy(score: string): Locator {
    return this.#page.getByRole('button', { name: `Method: ${score}`, exact: true });
  }

  /** Goes on by Tab until the focus is there, as a person without a mouse does. */
  async tabTo(target: Locator): Promise<void> {
    await target.waitFor();
    for (let i = 0; i < MOST_STOPS; i++) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await this.#page.keyboard.press('Tab');
    }
    throw new Error(`Tab does not lead to ${target.toString()}`);
  }

  /** Opens a menu and takes one entry, by keys. */
  async choose(menu: string, entry: string): Promise<void> {
    await this.tabTo(this.#page.getByRole('button', { name: menu, exact: true }));
    await this.#page.keyboard.press('Enter');
    const item = this.#page.getByRole('menuitem', { name: entry, exact: true });
    await item.waitFor();
    for (let i = 0; i < MOST_STOPS; i++) {
      if (await item.evaluate((element) => element === document.activeElement)) break;
      await this.#page.keyboard.press('ArrowDown');
    }
    await expect(item).toBeFocused();
    await this.#page.keyboard.press('Enter');
  }

  /** Saves what is shown, by keys, to the path that the dialog was told. */
  async save(format: 'Table (CSV)' | 'Everything (JSON)' | 'Document (PDF)', path: string): Promise<void> {
    await this.choose('Save', format);
    await this.#page.getByText(`Saved as ${path}`).first().waitFor();
  }

  /** From anywhere on the screen into the list of candidates. */
  async toCandidates(): Promise<void> {
    await this.#page.keyboard.press('l');
    await expect(this.candidates).toBeFocused();
  }
}
