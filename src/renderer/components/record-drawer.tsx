import { Drawer } from '@mantine/core';
import { modals } from '@mantine/modals';
import { createContext, type ReactNode, useContext, useEffect, useRef } from 'react';
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
  const unsaved = useRef(false);
  const report = useRef((next: boolean) => {
    unsaved.current = next;
  });
  const close = (): void => {
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
  return (
    <Drawer
      opened={opened}
      onClose={close}
      position="right"
      size={size}
      title={title}
      transitionProps={{ duration: 120 }}
      closeButtonProps={{ 'aria-label': t('frame:close') }}
    >
      <UnsavedContext value={report.current}>{opened && children}</UnsavedContext>
    </Drawer>
  );
}
