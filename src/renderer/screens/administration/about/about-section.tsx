import { Stack, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSystem } from '../../../app/system-state';
import { CodeText } from '../../../components/code-text';
import classes from '../administration.module.css';
import { BUNDLED } from './bundled-software';

/** Which Aliquot this is, where the laboratory lives, and what Aliquot is made of. */
export function AboutSection() {
  const { t } = useTranslation();
  const { version, folder } = useSystem();
  return (
    <div className={classes.scroll}>
      <Stack className={classes.page} gap="md">
        <div>
          <Title order={2} size="h3">
            {t('frame:aliquot')} {version}
          </Title>
          <Text>{t('administration:about.what')}</Text>
          <Text mt="xs">
            {t('administration:about.folder')} <CodeText code={folder} />
          </Text>
          <Text>{t('administration:about.licence')}</Text>
        </div>
        <Title order={2} size="h4">
          {t('administration:about.bundled')}
        </Title>
        <Table withTableBorder verticalSpacing={5}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('administration:about.software')}</Table.Th>
              <Table.Th>{t('administration:about.its-licence')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {BUNDLED.map(({ name, licence }) => (
              <Table.Tr key={name}>
                <Table.Td>{name}</Table.Td>
                <Table.Td>{licence}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Stack>
    </div>
  );
}
