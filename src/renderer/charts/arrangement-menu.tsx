import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconArrowAutofitHeight, IconCheck, IconStack2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Arrangement } from '../../core/plot/arrangement';
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
  const share = new Intl.NumberFormat(i18n.language, { style: 'percent' });
  const ticked = (chosen: boolean) => (chosen ? <IconCheck size={14} /> : <span style={{ display: 'inline-block', width: 14 }} />);
  return (
    <>
      <ToolButton
        label={t('plot:fit-height')}
        icon={<IconArrowAutofitHeight size={16} />}
        pressed={fitHeight}
        onClick={() => onChange({ ...value, fitHeight: !fitHeight })}
      />
      {traces.length > 1 && (
        <Menu position="bottom-end" closeOnItemClick={false}>
          <Menu.Target>
            <Tooltip label={t('plot:together.label')}>
              <ActionIcon variant="subtle" color="gray" size={26} aria-label={t('plot:together.label')}>
                <IconStack2 size={16} />
              </ActionIcon>
            </Tooltip>
          </Menu.Target>
          <Menu.Dropdown>
            {KINDS.map((each) => (
              <Menu.Item
                key={each}
                role="menuitemradio"
                aria-checked={each === kind}
                leftSection={ticked(each === kind)}
                onClick={() => onChange({ ...value, kind: each })}
              >
                {t(`plot:together.${each}`)}
              </Menu.Item>
            ))}
            <Menu.Divider />
            <Menu.Item
              role="menuitemcheckbox"
              aria-checked={difference}
              leftSection={ticked(difference)}
              onClick={() => onChange({ ...value, difference: !difference })}
            >
              {t('plot:show-difference')}
            </Menu.Item>
            {kind === 'stacked' && (
              <>
                <Menu.Divider />
                <Menu.Label>{t('plot:offset')}</Menu.Label>
                {OFFSETS.map((each) => (
                  <Menu.Item
                    key={each}
                    role="menuitemradio"
                    aria-checked={each === offset}
                    leftSection={ticked(each === offset)}
                    onClick={() => onChange({ ...value, offset: each })}
                  >
                    {share.format(each)}
                  </Menu.Item>
                ))}
              </>
            )}
          </Menu.Dropdown>
        </Menu>
      )}
    </>
  );
}
