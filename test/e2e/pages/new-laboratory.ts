import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { type Launched, launch } from '../support/launch';
import { FirstRunPage } from './first-run-page';
import { FramePage } from './frame-page';

const projectRoot = resolve(import.meta.dirname, '../../..');

/** Public data that is not part of the project; tests over it skip where it is absent. */
export const sharedData = (path: string): string => resolve(projectRoot, '../shared/data', path);
export const hasSharedData = (path: string): boolean => existsSync(sharedData(path));

/** An invented spectrum or library of the practice laboratory. */
export const practiceFile = (path: string): string => resolve(projectRoot, 'resources/practice', path);

/** The application with a laboratory just founded, its founder signed in with every role. */
export async function inNewLaboratory(): Promise<Launched & { readonly frame: FramePage }> {
  const launched = await launch();
  const wizard = new FirstRunPage(launched.page);
  const frame = new FramePage(launched.page);
  await wizard.title.waitFor();
  await wizard.chooseCountry('Nepal');
  await wizard.next();
  await wizard.laboratoryName.fill('Test laboratory');
  await wizard.next();
  await wizard.describeAdministrator({
    fullName: 'Anna Keller',
    signInName: 'anna',
    password: 'correct horse battery',
    alsoRoles: ['Custodian', 'Technician', 'Reviewer', 'Manager'],
  });
  await wizard.found();
  await wizard.confirmCode();
  await frame.rail.waitFor();
  return { ...launched, frame };
}

/** WCAG 2.2 A and AA and axe's best practices, as short findings. Legacy mode: Electron opens no second page for axe. */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  await stillness(page);
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .setLegacyMode(true)
    .disableRules(ROUTED)
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary?.replaceAll('\n', ' ')}`),
  );
}

/** Every link of the router begins with a hash: axe takes one that a drawer has scrolled out of sight for a skip link without a target. */
const ROUTED = ['skip-link'];

/** Until a drawer has slid in: on its way it is beyond the edge of the window, which is no finding. What moves without end is not waited for. */
async function stillness(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every((animation) => animation.playState !== 'running' || animation.effect?.getTiming().iterations === Infinity),
  );
}

/** Light and dark; the mouse stands aside, so that no tooltip is checked. */
export async function inBothSchemes(page: Page, check: (scheme: string) => Promise<void>): Promise<void> {
  await page.mouse.move(5, 400);
  await check('light');
  await page.getByRole('button', { name: 'Switch to dark' }).click();
  await page.mouse.move(5, 400);
  await check('dark');
  await page.getByRole('button', { name: 'Switch to light' }).click();
}
