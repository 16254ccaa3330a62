import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ColourTest } from '../../../../../contract/casework';
import { CodeText } from '../../../../components/code-text';
import { DateText } from '../../../../components/date-text';
import { Facts } from '../../facts';
import { coloursSeen } from './colour-columns';

export function ColourTestFacts({ test }: { readonly test: ColourTest }) {
  const { t } = useTranslation();
  return (
    <>
      {test.voidedReason !== null && (
        <Alert color="orange" mb="sm" title={t('casework:void.done')}>
          {test.voidedReason}
        </Alert>
      )}
      <Facts
        facts={[
          [t('casework:colour.sample'), <CodeText key="sample" code={test.sampleCode} />],
          [t('casework:colour.method'), test.methodTitle ?? t('casework:colour.no-method')],
          [t('casework:colour.reagent-lot'), test.reagentLot],
          [t('casework:colour.expires'), <DateText key="expires" day={test.reagentExpiresOn} />],
          [t('casework:colour.positive-control'), t(`casework:outcome.${test.positiveControl}`)],
          [t('casework:colour.blank-control'), t(`casework:outcome.${test.blankControl}`)],
          [t('casework:colour.seen'), coloursSeen(t, test.observed)],
          [t('casework:colour.outcome'), t(`casework:outcome.${test.outcome}`)],
          [t('casework:colour.analyst'), test.analyst.fullName],
          [t('casework:colour.performed'), <DateText key="at" instant={test.performedAt} />],
        ]}
      />
    </>
  );
}
