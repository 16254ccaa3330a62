import { Switch } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../app/errors/use-action';
import { api } from '../../app/wire/client';

/** Whether class and control status stay hidden until a candidate is chosen. */
export function useBlind(): boolean {
  const { data } = useQuery(api.identify.blind.queryOptions({ meta: { topics: ['blind_choice'] } }));
  return data?.blind ?? true;
}

/** The person's own switch; turning it is recorded. */
export function BlindSwitch() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const blind = useBlind();
  const turn = useAction(api.identify.setBlind.mutationOptions(), {
    onDone: (state) => queries.setQueryData(api.identify.blind.queryKey(), state),
  });
  return (
    <Switch
      size="xs"
      label={t('search:blind.label')}
      title={t('search:blind.hint')}
      checked={blind}
      disabled={turn.busy}
      onChange={(event) => turn.run({ blind: event.currentTarget.checked })}
    />
  );
}
