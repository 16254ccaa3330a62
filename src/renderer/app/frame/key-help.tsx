import { Group, Kbd, Modal, Table, Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { createObservable, useObservable } from '../observable';
import { declaredKeys, type ScreenKey } from '../record/screen-keys';

export const keyHelpOpen = createObservable(false);

const EVERYWHERE: readonly ScreenKey[] = [
  { keys: 'mod+K', labelKey: 'frame:keys.search' },
  { keys: '?', labelKey: 'frame:keys.help' },
  { keys: 'Ctrl+Enter', labelKey: 'frame:keys.save' },
  { keys: 'ArrowUp / ArrowDown / Home / End', labelKey: 'frame:keys.list-move' },
  { keys: 'Enter', labelKey: 'frame:keys.list-open' },
  { keys: '/', labelKey: 'frame:keys.list-search' },
];

const SIGNS: Readonly<Record<string, string>> = { mod: 'Ctrl', ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→' };

function KeyTable({ keys }: { readonly keys: readonly ScreenKey[] }) {
  const { t } = useTranslation();
  return (
    <Table withRowBorders={false} verticalSpacing={4}>
      <Table.Tbody>
        {keys.map(({ keys: combination, labelKey }) => (
          <Table.Tr key={combination}>
            <Table.Td w={200}>
              <Group gap={4}>
                {combination.split(/\s*[+/]\s*(?=.)/).map((key) => (
                  <Kbd key={key}>{SIGNS[key] ?? key}</Kbd>
                ))}
              </Group>
            </Table.Td>
            <Table.Td>{t(labelKey)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** `?` lists the keys of the open screen, then those that work everywhere. */
export function KeyHelp() {
  const { t } = useTranslation();
  const open = useObservable(keyHelpOpen);
  const ofScreen = [...useObservable(declaredKeys).values()].flat();
  useHotkeys([
    ['shift+?', () => keyHelpOpen.set(true)],
    ['?', () => keyHelpOpen.set(true)],
  ]);
  return (
    <Modal opened={open} onClose={() => keyHelpOpen.set(false)} title={t('frame:keys.title')}>
      {ofScreen.length > 0 && (
        <>
          <Text fw={600}>{t('frame:keys.this-screen')}</Text>
          <KeyTable keys={ofScreen} />
        </>
      )}
      <Text fw={600} mt={ofScreen.length > 0 ? 'md' : 0}>
        {t('frame:keys.everywhere')}
      </Text>
      <KeyTable keys={EVERYWHERE} />
    </Modal>
  );
}
