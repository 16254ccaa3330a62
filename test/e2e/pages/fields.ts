import type { Locator } from '@playwright/test';

/** Types into the text fields of a form by their labels; a field's mark of being needed is no part of its name. */
export async function fillFields(form: Locator, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(fields)) await form.getByRole('textbox', { name, exact: true }).fill(value);
}

/** Chooses one option of a field by the words that a person reads. */
export async function chooseOption(form: Locator, name: string, option: string | RegExp): Promise<void> {
  await form.getByRole('combobox', { name, exact: true }).click();
  await form.page().getByRole('option', { name: option }).first().click();
}
