import { Group } from '@mantine/core';
import { IconArrowsHorizontal, IconArrowsMove, IconBrackets, IconPencil, IconZoomScan } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlotMode } from './plot-gestures';
import { ToolButton } from './tool-button';

const ICONS: Readonly<Record<PlotMode, ReactNode>> = {
  zoom: <IconZoomScan size={16} />,
  pan: <IconArrowsMove size={16} />,
  range: <IconArrowsHorizontal size={16} />,
  background: <IconBrackets size={16} />,
  annotate: <IconPencil size={16} />,
};

/** What dragging does. */
export function ModeButtons(props: {
  readonly modes: readonly PlotMode[];
  readonly mode: PlotMode;
  readonly onMode: (mode: PlotMode) => void;
}) {
  const { t } = useTranslation();
  const { modes, mode, onMode } = props;
  return (
    <Group gap={2} wrap="nowrap" role="group" aria-label={t('plot:mode.label')}>
      {modes.map((each) => (
        <ToolButton key={each} label={t(`plot:mode.${each}`)} icon={ICONS[each]} pressed={each === mode} onClick={() => onMode(each)} />
      ))}
    </Group>
  );
}
