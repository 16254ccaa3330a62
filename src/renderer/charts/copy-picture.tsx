import { notifications } from '@mantine/notifications';
import { Translation } from 'react-i18next';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** Puts a picture (a `data:` address) on the clipboard as word processors take one; by the copy command, as `copyText` does and for its reason. */
export function copyPicture(address: string, title: string): void {
  let done = false;
  const fill = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/html', `<img src="${address}" alt="${escaped(title)}">`);
    event.clipboardData?.setData('text/plain', title);
    event.preventDefault();
    event.stopImmediatePropagation();
    done = true;
  };
  document.addEventListener('copy', fill, { capture: true, once: true });
  document.execCommand('copy');
  document.removeEventListener('copy', fill, { capture: true });
  const message = <Translation>{(t) => (done ? t('plot:picture-copied') : t('frame:copy-refused'))}</Translation>;
  notifications.hide('copied');
  notifications.show({ id: 'copied', message, ...(done ? { autoClose: 2500 } : { color: 'orange' }) });
}
