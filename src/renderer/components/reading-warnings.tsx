import { Accordion, ScrollArea, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { FilePreview } from '../../contract/library';
import classes from './reading-warnings.module.css';

type Placed = FilePreview['warnings'][number];

/** What a reader noticed in a file and went on after: what, where, and what was assumed. Nothing when there is nothing. */
export function ReadingWarnings(props: { readonly warnings: readonly Placed[]; readonly total: number; readonly opened?: boolean }) {
  const { t } = useTranslation();
  const { warnings, total, opened = false } = props;
  if (total === 0) return null;
  return (
    <Accordion variant="contained" mt="xs" defaultValue={opened ? 'warnings' : null}>
      <Accordion.Item value="warnings">
        <Accordion.Control icon={<IconAlertTriangle size={16} aria-hidden />}>
          {t('library:warnings.title', { count: total })}
        </Accordion.Control>
        <Accordion.Panel>
          <ScrollArea.Autosize
            mah={180}
            viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': t('library:warnings.title', { count: total }) }}
          >
            <ol className={classes.list}>
              {warnings.map((warning) => (
                <li key={`${warning.code} ${warning.line ?? warning.byte ?? ''} ${JSON.stringify(warning.params)}`}>
                  {t(`reading:warning.${warning.code}`, {
                    line: warning.line ?? '',
                    byte: warning.byte ?? '',
                    ...warning.params,
                    defaultValue: warning.code,
                  })}
                </li>
              ))}
            </ol>
          </ScrollArea.Autosize>
          {total > warnings.length && (
            <Text size="sm" c="dimmed" mt={4}>
              {t('library:warnings.more', { count: total - warnings.length })}
            </Text>
          )}
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}
