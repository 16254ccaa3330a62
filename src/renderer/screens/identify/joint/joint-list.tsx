import { Anchor, Table, Text, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { identify } from '../../../../contract/identify';
import { QueryState } from '../../../app/errors/query-state';
import { api } from '../../../app/wire/client';
import { EmptyState } from '../../../components/empty-state';
import { withNamedCodes } from '../../../components/named-codes';
import { StatusBadge, type Tone } from '../../../components/status-badge';
import { scoreText } from '../method/scores';
import classes from './joint.module.css';

type Joint = z.infer<NonNullable<(typeof identify.joint)['~orpc']['outputSchema']>>;
type Row = Joint[number];
type Line = Row['lines'][number];

const TONES: Readonly<Record<Line['verdict'], Tone>> = { supports: 'good', neutral: 'neutral', 'speaks-against': 'attention' };
const TOPICS = { topics: ['search', 'search_choice', 'comparison', 'colour_test', 'component', 'collection'] } as const;

function Verdict({ verdict }: Pick<Line, 'verdict'>) {
  const { t } = useTranslation();
  return <StatusBadge tone={TONES[verdict]} label={t(`evidence:joint.verdict.${verdict}`)} />;
}

/** One line of evidence: what it says, why, and the search it is of. */
function EvidenceItem({ line, exhibitId }: { readonly line: Line; readonly exhibitId: string }) {
  const { t, i18n } = useTranslation();
  const { technique, verdict, score, value, rank, reason, searchId } = line;
  const facts = [
    score !== null && value !== null ? `${t(`identify:score.${score}.name`)} ${scoreText(score, value, i18n.language)}` : null,
    rank === null ? null : t('evidence:joint.rank', { rank }),
  ].filter((fact) => fact !== null);
  return (
    <li className={classes.line}>
      <Verdict verdict={verdict} />
      <span>
        <strong>{t(`search:technique.${technique}`)}</strong>
        {facts.length > 0 && ` (${facts.join(', ')})`}: {t(`evidence:${reason.code}`, withNamedCodes(reason.params, t, i18n.language))}{' '}
        {searchId !== null && (
          <Anchor component={Link} to="/identify" search={{ search: searchId, exhibit: exhibitId } as never} size="sm">
            {t('evidence:joint.open')}
          </Anchor>
        )}
      </span>
    </li>
  );
}

function Substance(props: {
  readonly row: Row;
  readonly techniques: readonly string[];
  readonly exhibitId: string;
  readonly first: boolean;
}) {
  const { t } = useTranslation();
  const { row, techniques, exhibitId, first } = props;
  const [open, setOpen] = useState(first);
  const Chevron = open ? IconChevronDown : IconChevronRight;
  return (
    <Fragment>
      <Table.Tr>
        <Table.Th scope="row" className={classes.substance}>
          <UnstyledButton className={classes.toggle} aria-expanded={open} onClick={() => setOpen(!open)}>
            <Chevron size={14} aria-hidden />
            <bdi>{row.name}</bdi>
          </UnstyledButton>
        </Table.Th>
        {techniques.map((technique) => {
          const verdicts = [...new Set(row.lines.filter((line) => line.technique === technique).map(({ verdict }) => verdict))];
          return (
            <Table.Td key={technique}>
              {verdicts.length === 0 ? t('evidence:joint.nothing') : verdicts.map((verdict) => <Verdict key={verdict} verdict={verdict} />)}
            </Table.Td>
          );
        })}
        <Table.Td ta="end">{row.supporting}</Table.Td>
        <Table.Td ta="end">{row.against}</Table.Td>
      </Table.Tr>
      {open && (
        <Table.Tr>
          <Table.Td colSpan={techniques.length + 3}>
            <ul className={classes.lines} aria-label={t('evidence:joint.lines', { name: row.name })}>
              {row.lines.map((line) => (
                <EvidenceItem key={`${line.technique} ${line.score} ${JSON.stringify(line.reason)}`} line={line} exhibitId={exhibitId} />
              ))}
            </ul>
          </Table.Td>
        </Table.Tr>
      )}
    </Fragment>
  );
}

/** Substances by techniques over everything that was searched and compared for an exhibit; each opens into its lines for and against. */
export function JointList({ exhibitId }: { readonly exhibitId: string }) {
  const { t } = useTranslation();
  const query = useQuery(api.identify.joint.queryOptions({ input: { exhibitId }, meta: TOPICS }));
  return (
    <QueryState query={query}>
      {(rows) => {
        if (rows.length === 0) return <EmptyState title={t('evidence:joint.empty')} hint={t('evidence:joint.empty-hint')} />;
        const techniques = ORDER.filter((technique) => rows.some(({ lines }) => lines.some((line) => line.technique === technique)));
        return (
          <>
            <Text size="sm" c="dimmed" mb="xs">
              {t('evidence:joint.hint')}
            </Text>
            <Table.ScrollContainer minWidth={420}>
              <Table verticalSpacing={4} horizontalSpacing={8} fz="sm" tabularNums aria-label={t('evidence:joint.title')}>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th scope="col">{t('evidence:joint.substance')}</Table.Th>
                    {techniques.map((technique) => (
                      <Table.Th key={technique} scope="col">
                        {t(`search:technique.${technique}`)}
                      </Table.Th>
                    ))}
                    <Table.Th scope="col" ta="end">
                      {t('evidence:joint.supporting')}
                    </Table.Th>
                    <Table.Th scope="col" ta="end">
                      {t('evidence:joint.against')}
                    </Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {rows.map((row, i) => (
                    <Substance
                      key={`${row.name} ${row.inchikey} ${row.cas}`}
                      row={row}
                      techniques={techniques}
                      exhibitId={exhibitId}
                      first={i === 0}
                    />
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
          </>
        );
      }}
    </QueryState>
  );
}

/** As the engine names them, the most telling first. */
const ORDER = ['ei', 'tandem', 'retention-index', 'infrared', 'raman', 'uv-visible', 'colour'];
