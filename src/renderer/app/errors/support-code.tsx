import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CodeText } from '../../components/code-text';

/** What a person quotes to support. */
export function SupportCode({ code }: { readonly code: string }) {
  const { t } = useTranslation();
  return (
    <Text size="sm" c="dimmed" mt={4}>
      {t('errors:support-code')} <CodeText code={code} />
    </Text>
  );
}
