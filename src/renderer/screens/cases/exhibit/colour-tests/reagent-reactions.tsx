import { Anchor, Paper, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { reactionsLike } from './colour-words';

interface Reagent {
  readonly name: string;
  readonly reactions: readonly { readonly substance: string; readonly colour: string; readonly source: string }[];
}

/** What the table reports of a reagent, word for word with its source. It concludes nothing, and says so. */
export function ReagentReactions({ reagent, seen }: { readonly reagent: Reagent; readonly seen: readonly string[] }) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const like = reactionsLike(reagent.reactions, seen);
  const shown = all ? reagent.reactions : like;
  if (reagent.reactions.length === 0) return <Text c="dimmed">{t('casework:colour.table-empty', { reagent: reagent.name })}</Text>;
  return (
    <Paper
      p="sm"
      bg="var(--aliquot-surface-1)"
      component="section"
      aria-label={t('casework:colour.table-title', { reagent: reagent.name })}
    >
      <Text fw={600}>{t('casework:colour.table-title', { reagent: reagent.name })}</Text>
      <Text size="sm" c="dimmed" mb={4}>
        {t('casework:colour.table-hint')}
      </Text>
      {shown.length === 0 && <Text size="sm">{t('casework:colour.table-none')}</Text>}
      {shown.length > 0 && (
        <Table.ScrollContainer minWidth={0} mah={200} type="native" tabIndex={0} role="region" aria-label={t('casework:colour.table-rows')}>
          <Table fz="sm" verticalSpacing={2} stickyHeader>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('casework:colour.colour')}</Table.Th>
                <Table.Th>{t('casework:colour.reported-for')}</Table.Th>
                <Table.Th>{t('casework:colour.source')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {shown.map((reaction) => (
                <Table.Tr key={`${reaction.substance} ${reaction.colour} ${reaction.source}`}>
                  <Table.Td>{reaction.colour}</Table.Td>
                  <Table.Td>{reaction.substance}</Table.Td>
                  <Table.Td c="dimmed">{reaction.source}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      <Anchor component="button" type="button" size="sm" mt={4} onClick={() => setAll(!all)}>
        {all ? t('casework:colour.show-like') : t('casework:colour.show-all', { count: reagent.reactions.length })}
      </Anchor>
    </Paper>
  );
}
