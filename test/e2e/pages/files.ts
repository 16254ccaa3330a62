import type { Page } from '@playwright/test';

/**
 * Chooses a file as the system's dialog would: Playwright's own `setInputFiles` sends the bytes along, and a file without a path
 * is none that the engine could open.
 */
export async function chooseFile(page: Page, path: string, input = 'input[type=file]'): Promise<void> {
  await page.locator(input).first().waitFor({ state: 'attached' });
  const session = await page.context().newCDPSession(page);
  const { root } = await session.send('DOM.getDocument');
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector: input });
  await session.send('DOM.setFileInputFiles', { nodeId, files: [path] });
  await session.detach();
}

/** Drags files or folders from the desktop over the window and lets them fall. */
export async function dropFile(page: Page, ...paths: readonly string[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { width, height } = await page.evaluate(() => ({ width: window.innerWidth, height: window.innerHeight }));
  const at = { x: Math.round(width / 2), y: Math.round(height / 2), data: { items: [], files: [...paths], dragOperationsMask: 1 } };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) await session.send('Input.dispatchDragEvent', { type, ...at });
  await session.detach();
}
