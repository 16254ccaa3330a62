import { Button, type ButtonProps } from '@mantine/core';
import type { TablerIcon } from '@tabler/icons-react';
import type { ComponentPropsWithRef } from 'react';
import classes from './action-button.module.css';

type Rest = Omit<ButtonProps & ComponentPropsWithRef<'button'>, 'children' | 'leftSection' | 'title'>;

/** A button of the screen's bar: icon and word, the icon alone (its word as a tip) where the window is narrow. */
export function ActionButton({ label, icon: Icon, ...rest }: Rest & { readonly label: string; readonly icon: TablerIcon }) {
  return (
    <Button
      size="xs"
      variant="default"
      {...rest}
      aria-label={label}
      title={label}
      className={classes.button}
      classNames={{ label: classes.word, section: classes.icon }}
      leftSection={<Icon size={16} aria-hidden />}
    >
      {label}
    </Button>
  );
}
