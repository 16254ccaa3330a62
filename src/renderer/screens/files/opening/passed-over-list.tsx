import { ScrollArea, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PassedOver } from '../../../../contract/measurements';
import classes from '../files.module.css';

/** What lay among the files of a batch and was not to be read, quietly, each with the reason. */
export function PassedOverList({ passedOver }: { readonly passedOver: readonly PassedOver[] }) {
  const { t } = useTranslation();
  if (passedOver.length === 0) return null;
  const title = t('files:opening.passed-over', { count: passedOver.length });
  return (
    <div>
      <Text size="sm" c="dimmed" mt={8} mb={4}>
        {title}
      </Text>
      <ScrollArea.Autosize mah={160} viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': title }}>
        <ul className={classes.refused}>
          {passedOver.map(({ path, reason, what }) => (
            <li key={`${path} ${reason}`}>
              <Text size="xs" c="dimmed" className={classes.breakable}>
                <bdi>{path}</bdi>
                {' · '}
                {t(`files:passed-over.${reason}`, { what })}
              </Text>
            </li>
          ))}
        </ul>
      </ScrollArea.Autosize>
    </div>
  );
}
