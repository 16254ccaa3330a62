import { Badge, Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { StoredSearch } from '../../../contract/identify';
import { formatNumber } from '../../../i18n/formats/numbers';
import { useAction } from '../../app/errors/use-action';
import { api } from '../../app/wire/client';
import { useBlind } from './blind-switch';

const MOST_CLASSES = 3;
/** Less probable classes are no help. */
const LEAST_PROBABILITY = 0.05;

/** The classes an unknown may belong to: hidden like class and status of a candidate until one is chosen, or until they are asked for, which is recorded. */
export function ProbableClasses({ search }: { readonly search: StoredSearch }) {
  const { t, i18n } = useTranslation();
  const blind = useBlind();
  const reveal = useAction(api.identify.reveal.mutationOptions());
  const probable = search.judgement.classes.filter(({ probability }) => probability >= LEAST_PROBABILITY).slice(0, MOST_CLASSES);
  const [first] = search.candidates;
  if (probable.length === 0) return null;
  if (blind && search.chosenRanks.length === 0 && search.revealed.length === 0)
    return (
      <Group gap={6}>
        <Text size="sm">{t('search:judgement.classes-hidden')}</Text>
        {first !== undefined && (
          <Button
            size="compact-xs"
            variant="default"
            loading={reveal.busy}
            onClick={() => reveal.run({ searchId: search.id, rank: first.rank, onDay: null })}
          >
            {t('search:judgement.show-classes')}
          </Button>
        )}
      </Group>
    );
  const basis = commonBasis(probable);
  return (
    <Group gap={6}>
      <Text size="sm">{t('search:judgement.classes')}</Text>
      {probable.map(({ class: name, probability }) => (
        <Badge key={name} variant="light" color="gray" tt="none" fw={500}>
          {t(`search:class.${name}`)} {formatNumber(100 * probability, i18n.language, 0)} %
        </Badge>
      ))}
      {basis !== null && (
        <Text size="xs" c="dimmed">
          {t(`search:judgement.class-basis.${basis}`)}
        </Text>
      )}
    </Group>
  );
}

type ProbableClass = StoredSearch['judgement']['classes'][number];

/** What the classes shown were told from; null where an early search did not keep it. */
function commonBasis(classes: readonly ProbableClass[]): ProbableClass['basis'] {
  const [first, ...others] = classes;
  if (first === undefined || classes.some(({ basis }) => basis === null)) return null;
  return others.every(({ basis }) => basis === first.basis) ? first.basis : 'both';
}
