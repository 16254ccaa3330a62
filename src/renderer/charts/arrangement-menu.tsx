import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconArrowAutofitHeight, IconStack2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Arrangement } from '../../core/plot/arrangement';
import { formatShare } from '../../i18n/formats/numbers';
import type { CurveTrace } from './curve-traces';
import type { CurveArrangement } from './curves-view';
import { ToolButton } from './tool-button';

const KINDS: readonly Arrangement[] = ['overlay', 'stacked', 'mirror'];
const OFFSETS = [0.1, 0.25, 0.5, 1] as const;

/** How curves stand together, where there are several; whether the height follows the zoom. */
export function ArrangementMenu(props: {
  readonly traces: readonly CurveTrace[];
  readonly value: CurveArrangement;
  readonly onChange: (value: CurveArrangement) => void;
}) {
  const { t, i18n } = useTranslation();
  const { traces, value, onChange } = props;
  const { kind, offset, difference, fitHeight } = value;
  return (
    <>
      <ToolButton
        label={t('plot:fit-height')}
        icon={<IconArrowAutofitHeight size={16} />}
        pressed={fitHeight}
        onClick={() => onChange({ ...value, fitHeight: !fitHeight })}
      />
      {traces.length > 1 && (
        <Menu position="bottom-end">
          <Menu.Target>
            <Tooltip label={t('plot:together.label')}>
              <ActionIcon variant="subtle" color="gray" size={26} aria-label={t('plot:together.label')}>
                <IconStack2 size={16} />
              </ActionIcon>
            </Tooltip>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.RadioGroup value={kind} onChange={(next) => onChange({ ...value, kind: KINDS.find((each) => each === next) ?? kind })}>
              {KINDS.map((each) => (
                <Menu.RadioItem key={each} value={each}>
                  {t(`plot:together.${each}`)}
                </Menu.RadioItem>
              ))}
            </Menu.RadioGroup>
            <Menu.Divider />
            <Menu.CheckboxItem checked={difference} onChange={(checked) => onChange({ ...value, difference: checked })}>
              {t('plot:show-difference')}
            </Menu.CheckboxItem>
            {kind === 'stacked' && (
              <>
                <Menu.Divider />
                <Menu.Label>{t('plot:offset')}</Menu.Label>
                <Menu.RadioGroup value={String(offset)} onChange={(next) => onChange({ ...value, offset: Number(next) })}>
                  {OFFSETS.map((each) => (
                    <Menu.RadioItem key={each} value={String(each)}>
                      {formatShare(each, i18n.language)}
                    </Menu.RadioItem>
                  ))}
                </Menu.RadioGroup>
              </>
            )}
          </Menu.Dropdown>
        </Menu>
      )}
    </>
  );
}
