import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../../../contract/base';
import type { Candidate, CandidateCard } from '../../../../contract/identify';
import { formatNumber } from '../../../../i18n/formats/numbers';
import { withNamedCodes } from '../../../../i18n/named-codes';
import { Remarks, type RemarkTone } from '../../../components/remarks';
import { CardSection } from './card-section';

/** Why the candidate stands where it does: each term of a composed score, what it is and what it gave. */
export function WhyThisRank({ candidate }: { readonly candidate: Candidate }) {
  const { t, i18n } = useTranslation();
  const { terms } = candidate;
  if (terms.length === 0) return null;
  const ordered = [...terms].sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution));
  const number = (value: number, decimals: number): string => formatNumber(value, i18n.language, decimals);
  return (
    <CardSection title={t('search:why.title')}>
      <Table verticalSpacing={2} horizontalSpacing={4} fz="sm" tabularNums>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('search:why.term')}</Table.Th>
            <Table.Th ta="end">{t('search:why.value')}</Table.Th>
            <Table.Th ta="end">{t('search:why.contribution')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {ordered.map(({ id, value, contribution }) => (
            <Table.Tr key={id}>
              <Table.Td>{t(`search:term.${id}`)}</Table.Td>
              <Table.Td ta="end">{value === null ? '–' : number(value, 2)}</Table.Td>
              <Table.Td ta="end">
                {contribution > 0 ? '+' : ''}
                {number(contribution, 2)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </CardSection>
  );
}

/** How far the next other substance is, and what the library's own replicates say of the candidate. */
export function Evidence({ card }: { readonly card: CandidateCard }) {
  const { t, i18n } = useTranslation();
  const { gap, replicateTests } = card;
  const number = (value: number): string => formatNumber(value, i18n.language, 3);
  const remarks = [
    ...(gap === null
      ? []
      : [
          {
            key: 'gap',
            tone: 'neutral' as const,
            text: t('search:evidence.gap', { name: gap.name, rank: gap.rank, points: number(gap.points) }),
          },
        ]),
    ...replicateTests.flatMap(({ test, verdict, replicates, conditions }) => [
      {
        key: test,
        tone: toneOf(verdict),
        text: `${t(`search:evidence.test.${test}`, { count: replicates })} ${sentence(verdict)}`,
      },
      ...conditions.map((condition) => ({
        key: `${test} ${condition.code}`,
        tone: 'neutral' as const,
        text: sentence(condition),
      })),
    ]),
  ];
  function sentence({ code, params }: Message): string {
    return t(`evidence:${code}`, withNamedCodes(params, t, i18n.language));
  }
  if (remarks.length === 0) return null;
  return (
    <CardSection title={t('search:evidence.title')}>
      <Remarks remarks={remarks} />
      {replicateTests.length > 0 && (
        <Text size="xs" c="dimmed">
          {t('search:evidence.screening')}
        </Text>
      )}
    </CardSection>
  );
}

function toneOf({ code }: Message): RemarkTone {
  return code.endsWith('.discriminated') ? 'attention' : 'neutral';
}

/** What may be said of a parent structure from shifted and kept ions. */
export function AnalogueStatement({ messages }: { readonly messages: CandidateCard['analogue'] }) {
  const { t, i18n } = useTranslation();
  if (messages.length === 0) return null;
  return (
    <CardSection title={t('search:analogue.title')}>
      <Remarks
        remarks={messages.map(({ code, params }) => ({
          key: `${code} ${JSON.stringify(params)}`,
          tone: 'neutral',
          text: t(`search:analogue.${code}`, withNamedCodes(params, t, i18n.language)),
        }))}
      />
      <Text size="xs" c="dimmed">
        {t('search:analogue.hint')}
      </Text>
    </CardSection>
  );
}
