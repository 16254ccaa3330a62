import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconFileImport, IconHistory } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../../i18n/formats/numbers';
import { api } from '../../app/wire/client';
import { AnchorLink } from '../../components/anchor-link';
import type { ChosenFile } from '../files/opening/opening';
import classes from './identify.module.css';
import { OpenFileButton } from './unknown/open-file-button';
import type { OpenExhibit } from './use-exhibit';

/** Before there is an unknown: drop a file or choose one; what it will be compared with. */
export function Welcome(props: {
  readonly exhibit: OpenExhibit | null;
  readonly onFiles: (files: readonly ChosenFile[]) => void;
  readonly onHistory: () => void;
}) {
  const { t, i18n } = useTranslation();
  const { exhibit, onFiles, onHistory } = props;
  const collections = useQuery(api.library.collections.queryOptions({ meta: { topics: ['collection'] } }));
  const inUse = (collections.data ?? []).filter(({ retiredAt }) => retiredAt === null);
  const spectra = inUse.reduce((sum, collection) => sum + collection.spectra, 0);
  return (
    <div className={classes.welcome}>
      <Stack align="center" gap="sm" ta="center">
        <IconFileImport size={44} stroke={1.2} className={classes.welcomeIcon} aria-hidden />
        <Title order={1} size="h2">
          {t('identify:welcome.title')}
        </Title>
        <Text c="dimmed" maw={440}>
          {t('identify:welcome.hint')}
        </Text>
        {exhibit !== null && (
          <Anchor component={Link} to={exhibit.to} underline="always">
            {t('identify:strip.back', { code: exhibit.code })}
          </Anchor>
        )}
        <Group gap="xs" mt={4}>
          <OpenFileButton onFiles={onFiles} />
          <Button variant="default" leftSection={<IconHistory size={16} aria-hidden />} onClick={onHistory}>
            {t('identify:history.title')}
          </Button>
        </Group>
        {collections.data !== undefined &&
          (spectra === 0 ? (
            <Text size="sm" mt="sm">
              {t('identify:welcome.no-library')}{' '}
              <AnchorLink size="sm" to="/library">
                {t('identify:welcome.to-library')}
              </AnchorLink>
            </Text>
          ) : (
            <Text size="sm" c="dimmed" mt="sm">
              {t('identify:welcome.library', { count: inUse.length, spectra: formatNumber(spectra, i18n.language) })}
            </Text>
          ))}
      </Stack>
    </div>
  );
}
