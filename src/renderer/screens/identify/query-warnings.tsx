import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../../contract/base';
import { withNamedCodes } from '../../../i18n/named-codes';

/** What is wrong with the unknown as a query, or with the search as a whole. */
export function QueryWarnings({ warnings }: { readonly warnings: readonly Message[] }) {
  const { t, i18n } = useTranslation();
  if (warnings.length === 0) return null;
  return (
    <Alert color="orange" variant="light" p="xs" role="status">
      {warnings.map(({ code, params }) => (
        <div key={`${code} ${JSON.stringify(params)}`}>{t(`search:warning.${code}`, withNamedCodes(params, t, i18n.language))}</div>
      ))}
    </Alert>
  );
}
