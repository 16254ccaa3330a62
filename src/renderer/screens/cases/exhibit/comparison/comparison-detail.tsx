import { Alert, Paper, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Comparison, Exhibit } from '../../../../../contract/casework';
import { QueryState } from '../../../../app/errors/query-state';
import { api } from '../../../../app/wire/client';
import { MirrorView } from '../../../../charts/mirror-view';
import { CodeText } from '../../../../components/code-text';
import { DateText } from '../../../../components/date-text';
import { useMayWork } from '../case-at-work';
import { FindingList } from '../finding-list';
import { VoidResult } from '../void-result';
import classes from './comparison.module.css';
import { componentName } from './comparison-columns';

/** What was computed, number by number, and the two spectra against each other. */
export function ComparisonDetail({ comparison, exhibit }: { readonly comparison: Comparison; readonly exhibit: Exhibit }) {
  const { t } = useTranslation();
  const mayVoid = useMayWork('casework.do') && comparison.voidedReason === null;
  return (
    <Paper
      component="section"
      className={classes.detail}
      aria-label={t('casework:comparison.of', { substance: componentName(exhibit, comparison.componentId), sample: comparison.sampleCode })}
    >
      <div className={classes.numbers}>
        {comparison.voidedReason !== null && (
          <Alert color="orange" title={t('casework:void.done')}>
            {comparison.voidedReason}
          </Alert>
        )}
        <Text size="sm">{t('casework:comparison.factors', { match: comparison.matchFactor, reverse: comparison.reverseMatchFactor })}</Text>
        <Text size="sm" fw={600}>
          {t('casework:comparison.retention')}
        </Text>
        <FindingList findings={comparison.retention.findings} />
        <Text size="sm" fw={600}>
          {t('casework:comparison.spectrum')}
        </Text>
        <FindingList findings={comparison.spectrum.findings} />
        <Text size="xs" c="dimmed">
          <CodeText code={comparison.batchCode} /> · {comparison.analyst.fullName} · <DateText instant={comparison.performedAt} />
        </Text>
        {mayVoid && (
          <div>
            <VoidResult kind="comparison" id={comparison.id} onDone={() => undefined} />
          </div>
        )}
      </div>
      <Mirror comparison={comparison} />
    </Paper>
  );
}

function Mirror({ comparison }: { readonly comparison: Comparison }) {
  const options = (id: string) => api.casework.batches.spectrum.queryOptions({ input: { id }, meta: { topics: [] } });
  const unknown = useQuery(options(comparison.spectrumId));
  const reference = useQuery(options(comparison.referenceSpectrumId));
  return (
    <div className={classes.plot}>
      <QueryState query={unknown}>
        {(query) => (
          <QueryState query={reference}>
            {(against) => (
              <MirrorView
                query={{ name: comparison.sampleCode, peaks: query.peaks }}
                reference={{ name: comparison.referenceLotCode, peaks: against.peaks }}
              />
            )}
          </QueryState>
        )}
      </QueryState>
    </div>
  );
}
