import { Alert, Group, Stack, Text, UnstyledButton } from '@mantine/core';
import { IconSchool } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { SystemState } from '../../../contract/system';
import classes from './practice-people.module.css';

type PracticePerson = SystemState['practicePeople'][number];

/** The invented people of the practice laboratory: one click fills in the form. */
export function PracticePeople({
  people,
  onChoose,
}: {
  readonly people: readonly PracticePerson[];
  readonly onChoose: (person: PracticePerson) => void;
}) {
  const { t } = useTranslation();
  return (
    <Alert color="orange" variant="light" icon={<IconSchool aria-hidden />} title={t('frame:sign-in.practice-title')}>
      <Text size="sm">{t('frame:sign-in.practice-hint')}</Text>
      <Stack gap={4} mt="xs">
        {people.map((person) => (
          <UnstyledButton key={person.signInName} className={classes.person} onClick={() => onChoose(person)}>
            <Group gap="xs" wrap="nowrap" justify="space-between">
              <Text fw={600}>{person.fullName}</Text>
              <Text size="sm" truncate>
                {person.roles.map((role) => t(`frame:role.${role}`)).join(', ')}
              </Text>
            </Group>
          </UnstyledButton>
        ))}
      </Stack>
    </Alert>
  );
}
