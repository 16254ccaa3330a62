import { Button, Menu, Text, VisuallyHidden } from '@mantine/core';
import { IconChevronDown, IconKey, IconKeyboard, IconLock, IconLogout } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../errors/use-action';
import { usePerson } from '../system-state';
import { api } from '../wire/client';
import classes from './frame.module.css';
import { keyHelpOpen } from './key-help';
import { ownPasswordDialogOpen } from './own-password-dialog';

/** Who I am; lock, own password, sign out. */
export function PersonMenu() {
  const { t } = useTranslation();
  const person = usePerson();
  const lock = useAction(api.people.lock.mutationOptions());
  const signOut = useAction(api.people.signOut.mutationOptions());
  return (
    <Menu position="bottom-end" width={230}>
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          size="xs"
          h={32}
          px={6}
          leftSection={
            <span className={classes.initials} aria-hidden>
              {person.initials}
            </span>
          }
          rightSection={<IconChevronDown size={14} aria-hidden />}
        >
          <VisuallyHidden>{t('frame:person.menu', { name: person.fullName })}</VisuallyHidden>
          <Text span size="sm" maw={140} truncate visibleFrom="md" aria-hidden>
            {person.fullName}
          </Text>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{person.roles.map((role) => t(`frame:role.${role}`)).join(', ')}</Menu.Label>
        <Menu.Item leftSection={<IconLock size={16} aria-hidden />} onClick={() => lock.run(undefined)}>
          {t('frame:person.lock')}
        </Menu.Item>
        <Menu.Item leftSection={<IconKey size={16} aria-hidden />} onClick={() => ownPasswordDialogOpen.set(true)}>
          {t('frame:person.change-password')}
        </Menu.Item>
        <Menu.Item leftSection={<IconKeyboard size={16} aria-hidden />} onClick={() => keyHelpOpen.set(true)}>
          {t('frame:keys.title')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => signOut.run(undefined)}>
          {t('frame:person.sign-out')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
