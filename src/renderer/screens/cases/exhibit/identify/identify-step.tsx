import { Button, Stack } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Exhibit } from '../../../../../contract/casework';
import { api } from '../../../../app/wire/client';
import { DataList } from '../../../../components/data-list/data-list';
import { RecordDrawer } from '../../../../components/record-drawer';
import { JointButton } from '../../../identify/joint/joint-button';
import { useMayWork } from '../case-at-work';
import { ComponentForm } from '../comparison/component-form';
import classes from '../exhibit.module.css';
import { type PlacedSpectrum, spectraOf } from '../sequence/placed-spectra';
import { useOwnBatches } from '../sequence/use-batches';
import { type SearchRow, searchColumns, unknownColumns } from './identify-columns';
import { ProposeChosen } from './propose-chosen';

const NEWEST = 100;

/** The exhibit's unknowns, each to be searched; and the searches kept for it, each to be opened or turned into a component. */
export function IdentifyStep({ exhibit }: { readonly exhibit: Exhibit }) {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const mayPropose = useMayWork('casework.do');
  const batches = useOwnBatches(exhibit);
  const searches = useQuery(api.identify.list.queryOptions({ input: { exhibitId: exhibit.id, limit: NEWEST } }));
  const [chosen, setChosen] = useState<SearchRow | null>(null);
  const unknowns = useMemo(() => batches && spectraOf(batches, ({ exhibitId }) => exhibitId === exhibit.id), [batches, exhibit.id]);
  const columns = useMemo(() => unknownColumns(t, i18n.language, exhibit.code), [t, i18n.language, exhibit.code]);
  const kept = useMemo(() => searchColumns(t, mayPropose ? setChosen : undefined), [t, mayPropose]);
  const search = ({ spectrum }: PlacedSpectrum): void =>
    void navigate({ to: '/identify', search: { exhibit: exhibit.id, measured: spectrum.id } as never });
  return (
    <>
      <div className={classes.stack}>
        <DataList<PlacedSpectrum>
          id="unknowns"
          label={t('casework:identify.unknowns')}
          rows={unknowns}
          rowKey={({ spectrum }) => spectrum.id}
          columns={columns}
          onOpen={search}
          empty={{ title: t('casework:identify.no-unknowns'), hint: t('casework:identify.no-unknowns-hint') }}
          tools={
            <Button
              size="xs"
              variant="default"
              leftSection={<IconSearch size={15} aria-hidden />}
              onClick={() => void navigate({ to: '/identify', search: { exhibit: exhibit.id } as never })}
            >
              {t('casework:identify.other-file')}
            </Button>
          }
        />
      </div>
      <div className={classes.stack}>
        <DataList<SearchRow>
          id="exhibit-searches"
          label={t('casework:identify.searches')}
          rows={searches.data?.items}
          rowKey={({ id }) => id}
          columns={kept}
          onOpen={({ id }) => void navigate({ to: '/identify', search: { search: id } as never })}
          empty={{ title: t('casework:identify.no-searches'), hint: t('casework:identify.no-searches-hint') }}
          tools={<JointButton exhibitId={exhibit.id} />}
        />
      </div>
      <RecordDrawer opened={chosen !== null} onClose={() => setChosen(null)} title={t('casework:components.add')}>
        {chosen !== null && chosen.chosenRank !== null && (
          <Stack>
            <ProposeChosen searchId={chosen.id} rank={chosen.chosenRank}>
              {(proposal) => <ComponentForm exhibit={exhibit} proposal={proposal} onClose={() => setChosen(null)} />}
            </ProposeChosen>
          </Stack>
        )}
      </RecordDrawer>
    </>
  );
}
