import type { Page } from '@playwright/test';

export interface PracticePerson {
  readonly fullName: string;
  readonly name: string;
  readonly password: string;
}

/** Signing in, unlocking, choosing an own password, using the recovery code. */
export class SignInPage {
  readonly #page: Page;
  readonly name;
  readonly password;
  readonly submit;
  readonly failure;

  constructor(page: Page) {
    this.#page = page;
    this.name = page.getByLabel('Sign-in name');
    this.password = page.getByLabel('Password', { exact: true });
    this.submit = page.getByRole('button', { name: /^Sign in/ });
    this.failure = page.getByRole('alert');
  }

  async signIn(name: string, password: string): Promise<void> {
    await this.name.fill(name);
    await this.password.fill(password);
    await this.submit.click();
  }

  /** In the practice laboratory: one click on an invented person with this role fills the form. Gives who it is. */
  async signInAs(role: string): Promise<PracticePerson> {
    const person = this.#page.getByRole('button').filter({ hasText: role }).first();
    const fullName = (await person.locator('p').first().innerText()).trim();
    await person.click();
    const name = await this.name.inputValue();
    const password = await this.password.inputValue();
    await this.submit.click();
    return { fullName, name, password };
  }

  async unlock(password: string): Promise<void> {
    await this.password.fill(password);
    await this.#page.getByRole('button', { name: /^Unlock/ }).click();
  }

  async chooseOwnPassword(current: string, next: string): Promise<void> {
    await this.#page.getByLabel('Current password').fill(current);
    await this.#page.getByLabel('New password', { exact: true }).fill(next);
    await this.#page.getByLabel('New password again').fill(next);
    await this.#page.getByRole('button', { name: /^Change password/ }).click();
  }

  async recover(name: string, code: string, next: string): Promise<void> {
    await this.#page.getByRole('button', { name: /recovery code/ }).click();
    await this.name.fill(name);
    await this.#page.getByLabel('Recovery code').fill(code);
    await this.#page.getByLabel('New password').fill(next);
    await this.#page.getByRole('button', { name: /^Set the new password/ }).click();
  }
}
