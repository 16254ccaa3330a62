import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { dropFile } from '../test/e2e/pages/files';
import { hasSharedData, sharedData } from '../test/e2e/pages/new-laboratory';
import { SignInPage } from '../test/e2e/pages/sign-in-page';
import { launch } from '../test/e2e/support/launch';
import { mulberry32 } from './seeded-random';

const RUN = 'formats/ms/andi_cdf/agilent-gcms.cdf';
const OPENINGS = 5;
const FRAMES = 120;
const SEED = 20_261_121;

/** In the real Electron: from the drop of a run of 6,401 scans to its picture, the longest stop of the window meanwhile, and frames a second of zooming. */
export async function run(print: (line: string) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'aliquot-bench-'));
  const { page, close } = await launch({ args: ['--demo'] });
  try {
    await new SignInPage(page).signInAs('Jonas');
    await page.getByRole('navigation').first().waitFor();
    await watchLongTasks(page);
    if (hasSharedData(RUN)) await openRun(page, print);
    else print(`${RUN}: not here, left out`);
    const long = join(folder, 'long.csv');
    writeFileSync(long, table(100_000, SEED));
    await zoomFile(page, 'one line of 100,000 points', [long], print);
    const many = Array.from({ length: 20 }, (_, i) => {
      const path = join(folder, `overlay-${i}.csv`);
      writeFileSync(path, table(4_000, SEED + i));
      return path;
    });
    await zoomFile(page, '20 overlays of 4,000 points', many, print);
  } finally {
    await close();
    rmSync(folder, { recursive: true });
  }
}

/** Two columns of a smooth infrared-like curve with noise. */
function table(points: number, seed: number): string {
  const random = mulberry32(seed);
  const centres = Array.from({ length: 12 }, () => random());
  const rows = Array.from({ length: points }, (_, i) => {
    const x = i / points;
    const y = centres.reduce((sum, centre, k) => sum + Math.exp(-(((x - centre) * (20 + 5 * k)) ** 2)), 0);
    return `${(400 + 3600 * x).toFixed(4)},${(y + 0.02 * random()).toFixed(5)}`;
  });
  return `Wavenumber (cm-1),Absorbance\n${rows.join('\n')}\n`;
}

async function watchLongTasks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const tasks: number[] = [];
    Object.assign(window, { longTasks: tasks });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) tasks.push(entry.duration);
    }).observe({ type: 'longtask' });
  });
}

const longestTask = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const tasks = (window as unknown as { longTasks: number[] }).longTasks.splice(0);
    return Math.max(0, ...tasks);
  });

/** Drops files and waits until the first is drawn; milliseconds. */
async function drawn(page: Page, paths: readonly string[]): Promise<number> {
  const before = page.url();
  const began = performance.now();
  await dropFile(page, ...paths);
  await page.waitForURL((url) => url.href !== before && url.hash.startsWith('#/library/files/'), { timeout: 60_000 });
  await page.getByRole('main').getByRole('application').first().waitFor();
  return performance.now() - began;
}

async function openRun(page: Page, print: (line: string) => void): Promise<void> {
  for (let i = 0; i < OPENINGS; i++) {
    const milliseconds = await drawn(page, [sharedData(RUN)]);
    print(
      `6,401 scans, opening ${i + 1}: ${milliseconds.toFixed(0)} ms from the drop to the picture, longest task of the window ${(await longestTask(page)).toFixed(0)} ms`,
    );
  }
}

async function zoomFile(page: Page, what: string, paths: readonly string[], print: (line: string) => void): Promise<void> {
  const opening = await drawn(page, paths);
  if (paths.length > 1) await compareAll(page, paths.length);
  const opened = await longestTask(page);
  const { median, slow } = await frames(page);
  print(
    `${what}: opened in ${opening.toFixed(0)} ms (longest task ${opened.toFixed(0)} ms); zooming by the wheel, ${FRAMES} frames: median ${median.toFixed(1)} ms, 95 % under ${slow.toFixed(1)} ms`,
  );
}

/** Puts every file of the batch beside the open one. */
async function compareAll(page: Page, count: number): Promise<void> {
  const panel = page.getByRole('complementary', { name: 'About this record' });
  let seen = '';
  for (let i = 0; i < count; i++) {
    await page
      .getByRole('grid', { name: 'Files of this batch' })
      .getByRole('row')
      .nth(i + 1)
      .click();
    if (i > 0) await page.waitForFunction((before) => !location.hash.startsWith(before), seen);
    seen = (await page.evaluate(() => location.hash)).split('?')[0] ?? '';
    await panel.getByRole('tab', { name: 'Compare' }).click();
    await panel.getByRole('button', { name: 'Add this record' }).click();
  }
}

/** Times between frames while the wheel zooms in and out, in the window itself. */
function frames(page: Page): Promise<{ median: number; slow: number }> {
  return page.evaluate(async (count) => {
    const canvas = document.querySelector('[data-plot] canvas');
    if (canvas === null) throw new Error('no picture');
    const box = canvas.getBoundingClientRect();
    const times: number[] = [];
    let last = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
    for (let i = 0; i < count; i++) {
      const at = { clientX: box.left + box.width * 0.6, clientY: box.top + box.height / 2, bubbles: true, cancelable: true };
      canvas.dispatchEvent(new WheelEvent('wheel', { ...at, deltaY: i % 40 < 20 ? -40 : 40 }));
      const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
      times.push(now - last);
      last = now;
    }
    const sorted = times.toSorted((a, b) => a - b);
    return { median: sorted[Math.floor(count / 2)] ?? 0, slow: sorted[Math.floor(count * 0.95)] ?? 0 };
  }, FRAMES);
}
