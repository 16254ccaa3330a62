import { ActionIcon, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';

/** Nothing to do now; it keeps the focus, so that a key pressed once more does not lose its place. */
const DIMMED = { opacity: 0.4 };

/** A tool of a plot: an icon with its name. */
export function ToolButton(props: {
  readonly label: string;
  readonly icon: ReactNode;
  readonly onClick: () => void;
  readonly disabled?: boolean;
  readonly pressed?: boolean;
}) {
  const { label, icon, onClick, disabled, pressed } = props;
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant={pressed === true ? 'light' : 'subtle'}
        color={pressed === true ? 'teal' : 'gray'}
        size={26}
        aria-label={label}
        aria-pressed={pressed}
        style={disabled === true ? DIMMED : undefined}
        aria-disabled={disabled || undefined}
        onClick={onClick}
      >
        {icon}
      </ActionIcon>
    </Tooltip>
  );
}
