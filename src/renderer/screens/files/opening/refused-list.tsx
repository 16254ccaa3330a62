import { ScrollArea, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RefusedFile } from '../../../../contract/measurements';
import classes from '../files.module.css';

/** The files of a batch that could not be read, each with what is wrong with it and what to do. */
export function RefusedList({ refused }: { readonly refused: readonly RefusedFile[] }) {
  const { t } = useTranslation();
  if (refused.length === 0) return null;
  const title = t('files:opening.refused', { count: refused.length });
  return (
    <div>
      <Text size="sm" fw={600} mb={4}>
        {title}
      </Text>
      <ScrollArea.Autosize mah={260} viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': title }}>
        <ul className={classes.refused}>
          {refused.map(({ path, fileName, refusal }) => (
            <li key={path}>
              <Text size="sm" fw={500} className={classes.breakable}>
                <bdi>{path}</bdi>
              </Text>
              <Text size="sm" c="dimmed" className={classes.breakable}>
                {t(`reading:refusal.${refusal.code}`, {
                  line: refusal.line ?? '',
                  byte: refusal.byte ?? '',
                  file: fileName,
                  ...refusal.params,
                  defaultValue: refusal.code,
                })}
              </Text>
            </li>
          ))}
        </ul>
      </ScrollArea.Autosize>
    </div>
  );
}
