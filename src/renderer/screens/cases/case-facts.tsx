import { Paper } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CaseSummary } from '../../../contract/casework';
import { CodeText } from '../../components/code-text';
import { DateText } from '../../components/date-text';
import classes from './case-screen.module.css';
import { Facts } from './facts';

export function CaseFacts({ caseFile }: { readonly caseFile: CaseSummary }) {
  const { t } = useTranslation();
  return (
    <Paper component="section" className={classes.facts} aria-label={t('casework:case.facts')}>
      <Facts
        facts={[
          [t('casework:case.code'), <CodeText key="code" code={caseFile.code} />],
          [t('casework:case.customer'), caseFile.customerName],
          [t('casework:case.reference'), caseFile.customerReference],
          [t('casework:case.received'), <DateText key="received" instant={caseFile.receivedAt} />],
          [t('casework:case.seized'), caseFile.seizedOn === null ? '' : <DateText key="seized" day={caseFile.seizedOn} />],
          [t('casework:case.place'), caseFile.seizurePlace],
          [t('casework:case.request'), caseFile.request],
          [t('casework:case.exhibits'), caseFile.exhibits],
          [t('casework:case.conclusions'), caseFile.conclusions],
        ]}
      />
    </Paper>
  );
}
