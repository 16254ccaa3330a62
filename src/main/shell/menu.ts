import { Menu } from 'electron';
import type { Translate } from './texts';

/** The system's menu: what the keyboard expects of every program. Everything that is Aliquot's own is in the window. */
export function installMenu(t: Translate, developing: boolean): void {
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      { label: t('shell:menu.file'), submenu: [{ label: t('shell:menu.quit'), role: 'quit' }] },
      {
        label: t('shell:menu.edit'),
        submenu: [
          { label: t('shell:menu.undo'), role: 'undo' },
          { label: t('shell:menu.redo'), role: 'redo' },
          { type: 'separator' },
          { label: t('shell:menu.cut'), role: 'cut' },
          { label: t('shell:menu.copy'), role: 'copy' },
          { label: t('shell:menu.paste'), role: 'paste' },
          { label: t('shell:menu.selectAll'), role: 'selectAll' },
        ],
      },
      {
        label: t('shell:menu.view'),
        submenu: [
          { label: t('shell:menu.zoomIn'), role: 'zoomIn' },
          { label: t('shell:menu.zoomOut'), role: 'zoomOut' },
          { label: t('shell:menu.actualSize'), role: 'resetZoom' },
          { label: t('shell:menu.fullScreen'), role: 'togglefullscreen' },
          { label: t('shell:menu.reload'), role: 'reload', visible: developing, enabled: developing },
          { label: t('shell:menu.developerTools'), role: 'toggleDevTools', visible: developing, enabled: developing },
        ],
      },
    ]),
  );
}
