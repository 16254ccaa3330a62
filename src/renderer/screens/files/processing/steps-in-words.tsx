import { Button, Text } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { PROCESSING_VERSION } from '../../../../core/processing/chain/processing-step';
import { useObservable } from '../../../app/observable';
import { copyText } from '../../../components/copy-text';
import { StepSentences, stepSentences } from '../../../components/step-sentences';
import { shelf } from '../compare/shelf';
import classes from '../files.module.css';
import type { Step } from '../viewer/use-study';
import { wordedParams } from './refusal-words';

/** The chain as a report would say it, sentence by sentence, to be read and copied. */
export function StepsInWords({ steps }: { readonly steps: readonly Step[] }) {
  const { t, i18n } = useTranslation();
  const records = useObservable(shelf);
  const sentences = stepSentences(steps, t, (params) => wordedParams(params, t, i18n.language, records));
  return (
    <section aria-label={t('files:process.words')} className={classes.checks}>
      <Text size="sm" fw={600}>
        {t('files:process.words')}
      </Text>
      <StepSentences sentences={sentences} />
      <Button
        size="compact-xs"
        variant="subtle"
        leftSection={<IconCopy size={14} aria-hidden />}
        onClick={() => copyText([...sentences.map((sentence, index) => `${index + 1}. ${sentence}`), PROCESSING_VERSION].join('\n'))}
      >
        {t('files:process.copy-words')}
      </Button>
    </section>
  );
}
