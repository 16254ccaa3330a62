import { app, type BrowserWindow, dialog } from 'electron';
import type { Translate } from './texts';

type Asked = { readonly laboratory: string };
const isAsked = (value: unknown): value is Asked =>
  typeof value === 'object' && value !== null && 'laboratory' in value && typeof value.laboratory === 'string';

/** False when this user's Aliquot runs already: that one comes to the front, and says so if it holds another laboratory. The engine locks the folder itself. */
export function beTheOnlyOne(laboratory: string): boolean {
  return app.requestSingleInstanceLock({ laboratory } satisfies Asked);
}

export function answerSecondInstance(window: BrowserWindow, laboratory: string, t: Translate): void {
  app.on('second-instance', (_event, _argv, _folder, asked) => {
    if (window.isMinimized()) window.restore();
    window.focus();
    if (!isAsked(asked) || asked.laboratory === laboratory) return;
    void dialog.showMessageBox(window, {
      type: 'info',
      message: t('shell:alreadyOpen.title'),
      detail: t('shell:alreadyOpen.detail', { open: laboratory, wanted: asked.laboratory }),
      buttons: [t('shell:alreadyOpen.understood')],
    });
  });
}
