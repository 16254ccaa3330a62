import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';

const WIDTH = 900;

/**
 * One page of a PDF as a PNG, drawn on a canvas of the window that is open: it brings the browser that pdf.js draws with. The reader is
 * evaluated over the debugger's line, where the window's content security policy does not apply.
 */
export async function drawPage(page: Page, pdf: Buffer, number: number): Promise<Buffer> {
  const module = readFileSync(fileURLToPath(import.meta.resolve('unpdf/pdfjs')), 'utf8');
  const body = module.slice(0, module.lastIndexOf('export{')).replaceAll('import.meta.url', 'location.href');
  const png = await page.evaluate(
    `(async () => {
      ${body}
      const bytes = Uint8Array.from(atob(${JSON.stringify(pdf.toString('base64'))}), (byte) => byte.charCodeAt(0));
      const document_ = await getDocument({ data: bytes, useSystemFonts: true }).promise;
      const sheet = await document_.getPage(${number});
      const viewport = sheet.getViewport({ scale: ${WIDTH} / sheet.getViewport({ scale: 1 }).width });
      const canvas = document.createElement('canvas');
      canvas.width = viewport.width;
      canvas.height = viewport.height;
      await sheet.render({ canvas, canvasContext: canvas.getContext('2d'), viewport }).promise;
      return canvas.toDataURL('image/png').split(',')[1];
    })()`,
  );
  return Buffer.from(String(png), 'base64');
}
