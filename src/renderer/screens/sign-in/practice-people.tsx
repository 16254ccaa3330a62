import { Alert, Stack, Text, UnstyledButton } from '@mantine/core';
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
    <Alert color="orange" variant="light" title={t('frame:sign-in.practice-title')}>
      <Text size="sm">{t('frame:sign-in.practice-hint')}</Text>
      <Stack gap={6} mt="xs">
        {people.map((person) => (
          <UnstyledButton key={person.signInName} className={classes.person} onClick={() => onChoose(person)}>
            <Text fw={600}>{person.fullName}</Text>
            <Text size="sm">{person.roles.map((role) => t(`frame:role.${role}`)).join(', ')}</Text>
          </UnstyledButton>
        ))}
      </Stack>
    </Alert>
  );
}
