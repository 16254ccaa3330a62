import { Button, Menu } from '@mantine/core';
import { IconCheck, IconLanguage } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../contract/base';
import { LANGUAGES, languageOf } from '../../i18n/languages';

/** The languages, each by its own name. */
export function LanguageMenu({ onChoose, busy = false }: { readonly onChoose: (language: Language) => void; readonly busy?: boolean }) {
  const { t, i18n } = useTranslation();
  const current = languageOf(i18n.language);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          size="xs"
          h={32}
          px={8}
          leftSection={<IconLanguage size={18} stroke={1.6} aria-hidden />}
          aria-busy={busy}
          aria-label={`${t('frame:looks.language')}: ${current.tag.toUpperCase()} ${current.ownName}`}
        >
          {current.tag.toUpperCase()}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {LANGUAGES.map(({ tag, ownName }) => (
          <Menu.Item
            key={tag}
            lang={tag}
            onClick={() => onChoose(tag)}
            rightSection={tag === current.tag ? <IconCheck size={14} aria-hidden /> : undefined}
          >
            {ownName}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
