import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StoredSearch } from '../../../../contract/identify';
import { useAction } from '../../../app/errors/use-action';
import { api } from '../../../app/wire/client';
import { DateText } from '../../../components/date-text';
import { BlindSwitch, useBlind } from '../blind-switch';
import { CardSection } from './card-section';
import { ControlStatus, type Revealed } from './control-status';

/**
 * Class and control status behind a switch whose use is recorded: knowing the law before the spectrum has been judged bends the eye.
 * What was shown goes with the card; another candidate hides it again.
 */
export function Reveal({ rank, search }: { readonly rank: number; readonly search: StoredSearch }) {
  const { t } = useTranslation();
  const blind = useBlind();
  const [asking, setAsking] = useState(false);
  const [onDay, setOnDay] = useState<string | null>(null);
  const [shown, setShown] = useState<(Revealed & { readonly asOf: string | null }) | null>(null);
  const reveal = useAction(api.identify.reveal.mutationOptions(), {
    onDone: (revealed, { onDay: asOf }) => {
      setShown({ ...revealed, asOf });
      setAsking(false);
    },
  });
  const chosen = search.chosenRanks.length > 0;
  const show = (): void => reveal.run({ searchId: search.id, rank, onDay });
  const showAtOnce = useEffectEvent(show);
  useEffect(() => {
    // The person turned the hiding off, which is on record; each look still is recorded.
    if (!blind) showAtOnce();
  }, [blind]);
  const earlier = search.revealed.filter((each) => each.rank === rank);
  const last = earlier.at(-1);
  return (
    <CardSection title={t('identify:reveal.title')}>
      {shown === null ? (
        <Stack gap={4} align="flex-start">
          <Button
            size="xs"
            variant="default"
            leftSection={<IconEyeOff size={15} aria-hidden />}
            onClick={() => (chosen ? show() : setAsking(true))}
          >
            {t('identify:reveal.ask')}
          </Button>
          <Text size="xs" c="dimmed">
            {last === undefined ? t('identify:reveal.hidden') : t('identify:reveal.asked-before', { by: last.by })}{' '}
            {last !== undefined && <DateText instant={last.at} />}
          </Text>
        </Stack>
      ) : (
        <ControlStatus revealed={shown} asOf={shown.asOf} />
      )}
      <BlindSwitch />
      <Modal
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('identify:reveal.title')}
        closeButtonProps={{ 'aria-label': t('frame:close') }}
      >
        <Stack gap="sm">
          <Text>{t('identify:reveal.explanation')}</Text>
          {search.chosenRank === null && <Text fw={600}>{t('identify:reveal.before-choice')}</Text>}
          <DateInput
            label={t('identify:reveal.on-day')}
            description={t('identify:reveal.on-day-hint')}
            value={onDay}
            onChange={setOnDay}
            clearable
            valueFormat="YYYY-MM-DD"
            maw={220}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={() => setAsking(false)} data-autofocus>
              {t('frame:cancel')}
            </Button>
            <Button leftSection={<IconEye size={16} aria-hidden />} loading={reveal.busy} onClick={show}>
              {t('identify:reveal.confirm')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </CardSection>
  );
}
