import { Drawer } from '@mantine/core';
import { modals } from '@mantine/modals';
import { createContext, type ReactNode, useContext, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { AskBeforeLeaving } from '../app/record/unsaved';

const UnsavedContext = createContext<(unsaved: boolean) => void>(() => undefined);

/** Called by the form inside a drawer: closing with unsaved entries asks first, and so does leaving the screen. */
export function UnsavedEntries({ unsaved }: { readonly unsaved: boolean }) {
  const report = useContext(UnsavedContext);
  useEffect(() => {
    report(unsaved);
    return () => report(false);
  }, [report, unsaved]);
  return <AskBeforeLeaving unsaved={unsaved} />;
}

/**
 * Closing that asks first while entries are unsaved, and that only means the window on top: Escape reaches every open dialog at once.
 * `id` is that of the dialog; what is inside reports through `Provided`.
 */
export function useGuardedClosing(onClose: () => void) {
  const { t } = useTranslation();
  const id = useId();
  const unsaved = useRef(false);
  const report = useRef((next: boolean) => {
    unsaved.current = next;
  });
  const close = (): void => {
    const top = [...document.querySelectorAll('[role="dialog"]')].at(-1);
    if (top?.getAttribute('aria-labelledby') !== `${id}-title`) return;
    if (!unsaved.current) {
      onClose();
      return;
    }
    modals.openConfirmModal({
      title: t('frame:unsaved.title'),
      children: t('frame:unsaved.text'),
      labels: { confirm: t('frame:unsaved.leave'), cancel: t('frame:unsaved.stay') },
      onConfirm: onClose,
    });
  };
  return { id, close, report: report.current, Provided: UnsavedContext };
}

/** A record beside its list. */
export function RecordDrawer(props: {
  readonly opened: boolean;
  readonly title: ReactNode;
  readonly onClose: () => void;
  readonly size?: number | undefined;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation();
  const { opened, title, onClose, size = 480, children } = props;
  const { id, close, report, Provided } = useGuardedClosing(onClose);
  return (
    <Drawer
      id={id}
      opened={opened}
      onClose={close}
      position="right"
      size={size}
      title={title}
      transitionProps={{ duration: 120 }}
      closeButtonProps={{ 'aria-label': t('frame:close') }}
    >
      <Provided value={report}>{opened && children}</Provided>
    </Drawer>
  );
}
