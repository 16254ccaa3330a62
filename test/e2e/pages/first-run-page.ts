import type { Page } from '@playwright/test';

export interface Founder {
  readonly fullName: string;
  readonly signInName: string;
  readonly password: string;
  readonly alsoRoles: readonly string[];
}

/** The wizard of a new laboratory, by what it says. */
export class FirstRunPage {
  readonly #page: Page;
  readonly title;
  readonly country;
  readonly laboratoryName;
  readonly password;
  readonly again;
  readonly recoveryCode;
  readonly goOn;

  constructor(page: Page) {
    this.#page = page;
    this.title = page.getByRole('heading', { name: 'Set up a laboratory' });
    this.country = page.getByRole('combobox', { name: 'Country' });
    this.laboratoryName = page.getByLabel('Name of the laboratory');
    this.password = page.getByLabel('Password', { exact: true });
    this.again = page.getByLabel('Password again');
    this.recoveryCode = page.getByRole('status', { name: 'Recovery code' });
    this.goOn = page.getByRole('button', { name: 'Go on' });
  }

  async next(): Promise<void> {
    await this.#page.getByRole('button', { name: /^Next/ }).click();
  }

  async chooseCountry(name: string): Promise<void> {
    await this.country.fill(name);
    await this.#page.getByRole('option', { name, exact: true }).click();
  }

  async describeAdministrator(founder: Founder): Promise<void> {
    await this.#page.getByLabel('Full name').fill(founder.fullName);
    await this.#page.getByLabel('Sign-in name').fill(founder.signInName);
    await this.password.fill(founder.password);
    await this.again.fill(founder.password);
    for (const role of founder.alsoRoles) await this.#page.getByRole('checkbox', { name: role }).check();
  }

  async found(): Promise<void> {
    await this.#page.getByRole('button', { name: /^Set up the laboratory/ }).click();
  }

  async confirmCode(): Promise<void> {
    await this.#page.getByRole('checkbox', { name: /written the code down/ }).check();
    await this.goOn.click();
  }
}
