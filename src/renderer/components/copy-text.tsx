import { notifications } from '@mantine/notifications';
import { Translation } from 'react-i18next';

/**
 * Puts a text on the clipboard and says so. By the copy command rather than `navigator.clipboard`: the shell refuses every permission
 * request, and the command needs none when a person's click or key asks for it.
 */
export function copyText(text: string): void {
  let done = false;
  const fill = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
    done = true;
  };
  document.addEventListener('copy', fill, { capture: true, once: true });
  document.execCommand('copy');
  document.removeEventListener('copy', fill, { capture: true });
  notifications.hide('copied');
  if (done) notifications.show({ id: 'copied', message: <Translation>{(t) => t('frame:copied')}</Translation>, autoClose: 1500 });
  else notifications.show({ id: 'copied', color: 'orange', message: <Translation>{(t) => t('frame:copy-refused')}</Translation> });
}
