import { Button } from '@mantine/core';
import { IconBan } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../../app/errors/use-action';
import { api } from '../../../app/wire/client';
import { ReasonDialog } from '../../../components/reason-dialog';

/** A result that must not count: it stays where it is, with the reason. */
export function VoidResult(props: { readonly kind: 'colour-test' | 'comparison'; readonly id: string; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const { kind, id, onDone } = props;
  const [asking, setAsking] = useState(false);
  const action = useAction(api.casework.results.voidResult.mutationOptions(), {
    inPlace: true,
    success: t('casework:void.done'),
    onDone: () => {
      setAsking(false);
      onDone();
    },
  });
  return (
    <>
      <Button mt="md" variant="default" leftSection={<IconBan size={16} aria-hidden />} onClick={() => setAsking(true)}>
        {t('casework:void.act')}
      </Button>
      <ReasonDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('casework:void.act')}
        consequence={t('casework:void.text')}
        grave
        confirmLabel={t('casework:void.act')}
        onConfirm={(reason) => action.run({ kind, id, reason })}
        busy={action.busy}
        failure={action.failure}
      />
    </>
  );
}
