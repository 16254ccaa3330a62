import { ActionIcon, Group, Table, Text, Tooltip, UnstyledButton } from '@mantine/core';
import { IconBraces, IconChevronDown, IconChevronRight, IconClipboard, IconTableExport } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { QueryState } from '../../../app/errors/query-state';
import { api } from '../../../app/wire/client';
import { AnchorLink } from '../../../components/anchor-link';
import { copyText } from '../../../components/copy-text';
import { toClipboardTable, toCsv } from '../../../components/data-list/delimited';
import { saveText } from '../../../components/data-list/save-text';
import { EmptyState } from '../../../components/empty-state';
import { StatusBadge, type Tone } from '../../../components/status-badge';
import { scoreText } from '../method/scores';
import classes from './joint.module.css';
import { type Joint, type JointLine, type JointRow, jointColumns, linesOf, reasonWords, techniqueWord } from './joint-table';

const TONES: Readonly<Record<JointLine['verdict'], Tone>> = { supports: 'good', neutral: 'neutral', 'speaks-against': 'attention' };
const TOPICS = { topics: ['search', 'search_choice', 'comparison', 'colour_test', 'component', 'collection'] } as const;

function Verdict({ verdict }: Pick<JointLine, 'verdict'>) {
  const { t } = useTranslation();
  return <StatusBadge tone={TONES[verdict]} label={t(`evidence:joint.verdict.${verdict}`)} />;
}

/** One line of evidence: what it says, why, and the search it is of. */
function EvidenceItem(props: { readonly line: JointLine; readonly exhibitId: string; readonly onFollow: () => void }) {
  const { t, i18n } = useTranslation();
  const { line, exhibitId, onFollow } = props;
  const { technique, verdict, score, value, rank, reason, searchId } = line;
  const facts = [
    // The reason of a mixture's part says its share in words.
    score !== null && score !== 'mixture-least-squares' && value !== null
      ? `${t(`identify:score.${score}.name`)} ${scoreText(score, value, i18n.language)}`
      : null,
    rank === null ? null : t('evidence:joint.rank', { rank }),
  ].filter((fact) => fact !== null);
  return (
    <li className={classes.line}>
      <Verdict verdict={verdict} />
      <span>
        <strong className={classes.technique}>{techniqueWord(technique, t)}</strong>
        {facts.length > 0 && ` (${facts.join(', ')})`}
        {': '}
        {reasonWords(reason, t, i18n.language)}{' '}
        {searchId !== null && (
          <AnchorLink to="/identify" search={{ search: searchId, exhibit: exhibitId }} size="sm" onClick={onFollow}>
            {t('evidence:joint.open')}
          </AnchorLink>
        )}
      </span>
    </li>
  );
}

function Substance(props: {
  readonly row: JointRow;
  readonly techniques: readonly string[];
  readonly exhibitId: string;
  readonly first: boolean;
  readonly onFollow: () => void;
}) {
  const { t } = useTranslation();
  const { row, techniques, exhibitId, first, onFollow } = props;
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
              {verdicts.length === 0 ? (
                t('evidence:joint.nothing')
              ) : (
                <span className={classes.verdicts}>
                  {verdicts.map((verdict) => (
                    <Verdict key={verdict} verdict={verdict} />
                  ))}
                </span>
              )}
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
                <EvidenceItem
                  key={`${line.technique} ${line.score} ${JSON.stringify(line.reason)}`}
                  line={line}
                  exhibitId={exhibitId}
                  onFollow={onFollow}
                />
              ))}
            </ul>
          </Table.Td>
        </Table.Tr>
      )}
    </Fragment>
  );
}

/** Substances by techniques over everything that was searched and compared for an exhibit; each opens into its lines for and against. */
export function JointList({ exhibitId, onFollow }: { readonly exhibitId: string; readonly onFollow: () => void }) {
  const { t } = useTranslation();
  const query = useQuery(api.identify.joint.queryOptions({ input: { exhibitId }, meta: TOPICS }));
  return (
    <QueryState query={query}>
      {(rows) => {
        if (rows.length === 0) return <EmptyState title={t('evidence:joint.empty')} hint={t('evidence:joint.empty-hint')} />;
        const techniques = ORDER.filter((technique) => rows.some(({ lines }) => lines.some((line) => line.technique === technique)));
        return (
          <>
            <div className={classes.bar}>
              <Text size="sm" c="dimmed">
                {t('evidence:joint.hint')}
              </Text>
              <SaveJoint rows={rows} />
            </div>
            <Table.ScrollContainer minWidth={420}>
              <Table verticalSpacing={4} horizontalSpacing={8} fz="sm" tabularNums aria-label={t('evidence:joint.title')}>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th scope="col">{t('evidence:joint.substance')}</Table.Th>
                    {techniques.map((technique) => (
                      <Table.Th key={technique} scope="col">
                        <span className={classes.technique}>{techniqueWord(technique, t)}</span>
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
                      onFollow={onFollow}
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

/** Every line of evidence as a table for others, or as the data that it is. */
function SaveJoint({ rows }: { readonly rows: Joint }) {
  const { t, i18n } = useTranslation();
  const columns = jointColumns(t, i18n.language);
  const actions = [
    { label: t('frame:list.copy'), Icon: IconClipboard, run: () => copyText(toClipboardTable(linesOf(rows), columns)) },
    { label: t('frame:list.csv'), Icon: IconTableExport, run: () => saveText('evidence.csv', 'text/csv', toCsv(linesOf(rows), columns)) },
    {
      label: t('search:save.json'),
      Icon: IconBraces,
      run: () => saveText('evidence.json', 'application/json', `${JSON.stringify(rows, null, 2)}\n`),
    },
  ];
  return (
    <Group gap={2} wrap="nowrap">
      {actions.map(({ label, Icon, run }) => (
        <Tooltip key={label} label={label}>
          <ActionIcon variant="subtle" color="gray" size={24} aria-label={label} onClick={run}>
            <Icon size={15} />
          </ActionIcon>
        </Tooltip>
      ))}
    </Group>
  );
}

/** As the engine names them, the most telling first. */
const ORDER = ['ei', 'tandem', 'retention-index', 'infrared', 'raman', 'uv-visible', 'colour'];
