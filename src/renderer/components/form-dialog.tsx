import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useGuardedClosing } from './record-drawer';

/** A form in a dialog: closing it with unsaved entries asks first (`<UnsavedEntries>` inside). A click beside it never closes it. */
export function FormDialog(props: {
  readonly opened: boolean;
  readonly title: string;
  readonly onClose: () => void;
  readonly size: number;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation();
  const { opened, title, onClose, size, children } = props;
  const { id, close, report, Provided } = useGuardedClosing(onClose);
  return (
    <Modal
      id={id}
      opened={opened}
      onClose={close}
      closeOnClickOutside={false}
      size={size}
      title={title}
      closeButtonProps={{ 'aria-label': t('frame:close') }}
    >
      <Provided value={report}>{opened && children}</Provided>
    </Modal>
  );
}
