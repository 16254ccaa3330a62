import { Button, Text } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { describeStep } from '../../../../core/processing/chain/describe-step';
import type { ProcessingStep } from '../../../../core/processing/chain/processing-step';
import { PROCESSING_VERSION } from '../../../../core/processing/chain/processing-step';
import { isStepName } from '../../../../core/processing/chain/step-definitions';
import { useObservable } from '../../../app/observable';
import { copyText } from '../../../components/copy-text';
import { shelf } from '../compare/shelf';
import classes from '../files.module.css';
import type { Step } from '../viewer/use-study';
import { wordedParams } from './refusal-words';

/** The chain as a report would say it, sentence by sentence, to be read and copied. */
export function StepsInWords({ steps }: { readonly steps: readonly Step[] }) {
  const { t, i18n } = useTranslation();
  const records = useObservable(shelf);
  const sentences = steps.flatMap((step) => {
    if (!isStepName(step.step)) return [];
    const { key, params } = describeStep(step as unknown as ProcessingStep);
    return [t(key, wordedParams(params, t, i18n.language, records))];
  });
  return (
    <section aria-label={t('files:process.words')} className={classes.checks}>
      <Text size="sm" fw={600}>
        {t('files:process.words')}
      </Text>
      <ol className={classes.words}>
        {sentences.map((sentence, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same step may stand twice; its place is what it is
          <li key={`${sentence} ${index}`}>{sentence}</li>
        ))}
      </ol>
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
