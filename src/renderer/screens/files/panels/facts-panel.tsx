import { Button, Stack, Text, Title } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { conditionField } from '../../../../contract/curves';
import type { Measurement, OpenedFile } from '../../../../contract/measurements';
import { formatBytes, formatNumber } from '../../../../i18n/formats/numbers';
import { useAction } from '../../../app/errors/use-action';
import { api } from '../../../app/wire/client';
import { CodeText } from '../../../components/code-text';
import { DateText } from '../../../components/date-text';
import classes from '../files.module.css';
import { unitOfFile } from '../viewer/in-minutes';
import { WrittenDate } from './written-date';

type Line = readonly [label: string, value: ReactNode];

function Facts({ lines }: { readonly lines: readonly Line[] }) {
  return (
    <dl className={classes.facts}>
      {lines.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

const text = (value: string): ReactNode => <bdi>{value}</bdi>;

/** What is stated of the substance, each as the file writes it. */
function useIdentityLines({ identity }: Measurement): readonly Line[] {
  const { t, i18n } = useTranslation();
  const codes = ['formula', 'cas', 'inchikey', 'inchi', 'smiles'] as const;
  const masses = ['molecularMass', 'exactMass'] as const;
  return [
    ...codes.flatMap((name): readonly Line[] => {
      const value = identity[name];
      return value === undefined ? [] : [[t(`files:identity.${name}`), <CodeText key={name} code={value} />]];
    }),
    ...masses.flatMap((name): readonly Line[] => {
      const value = identity[name];
      return value === undefined ? [] : [[t(`files:identity.${name}`), formatNumber(value, i18n.language)]];
    }),
    ...(identity.synonyms.length === 0 ? [] : [[t('files:identity.synonyms'), text(identity.synonyms.join(' · '))] as const]),
  ];
}

function useConditionLines(item: Measurement): readonly Line[] {
  const { t, i18n } = useTranslation();
  const conditions = conditionField.options.flatMap((field): readonly Line[] => {
    const value = item.conditions[field];
    if (value === undefined || value === '') return [];
    return [[t(`files:condition.${field}`), field === 'measuredAt' ? <WrittenDate key={field} written={value} /> : text(value)]];
  });
  if (item.kind === 'curves') {
    const places = (item.position ?? []).map(
      ({ name, value, unit }): Line => [name, `${formatNumber(value, i18n.language)} ${unit === 'um' ? 'µm' : unit}`.trim()],
    );
    return [[t('files:technique-label'), t(`files:technique.${item.technique}`)], ...conditions, ...places];
  }
  if (item.kind === 'run') {
    const unit = unitOfFile(item);
    return [
      [t('files:scans'), formatNumber(item.scans, i18n.language, 0)],
      ...(unit === undefined ? [] : ([[t('files:times'), t('files:times-in-minutes', { unit: t(`plot:unit.${unit}`) })]] as const)),
      ...conditions,
    ];
  }
  const { acquisition } = item;
  const stated = ['instrument', 'instrumentType', 'adduct', 'collisionEnergy', 'retentionTime'] as const;
  return [
    [t('files:acquisition.ionisation'), t(`library:ionisation.${acquisition.ionisation}`)],
    [t('files:acquisition.msLevel'), String(acquisition.msLevel)],
    ...(acquisition.polarity === undefined
      ? []
      : [[t('files:acquisition.polarity'), t(`files:polarity.${acquisition.polarity}`)] as const]),
    ...(acquisition.precursorMz === undefined
      ? []
      : [[t('files:acquisition.precursorMz'), formatNumber(acquisition.precursorMz, i18n.language)] as const]),
    ...(acquisition.precursorCharge === undefined
      ? []
      : [[t('files:acquisition.precursorCharge'), formatNumber(acquisition.precursorCharge, i18n.language, 0)] as const]),
    ...(acquisition.retentionIndex === undefined
      ? []
      : [[t('files:acquisition.retentionIndex'), formatNumber(acquisition.retentionIndex, i18n.language)] as const]),
    ...stated.flatMap((field): readonly Line[] => {
      const value = acquisition[field];
      return value === undefined ? [] : [[t(`files:acquisition.${field}`), text(value)]];
    }),
    ...conditions,
  ];
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section aria-label={title}>
      <Title order={2} size="h5" mb={4}>
        {title}
      </Title>
      {children}
    </section>
  );
}

/** Everything the file says of a record, and where the file came from. */
export function FactsPanel({ file, item }: { readonly file: OpenedFile; readonly item: Measurement | undefined }) {
  return (
    <Stack gap="md" className={classes.scroll}>
      {item !== undefined && <ItemFacts item={item} />}
      <FileFacts file={file} />
      {item !== undefined && <OtherFields item={item} />}
    </Stack>
  );
}

function ItemFacts({ item }: { readonly item: Measurement }) {
  const { t } = useTranslation();
  const identity = useIdentityLines(item);
  const conditions = useConditionLines(item);
  return (
    <>
      <Section title={t('files:facts.measured')}>
        <Facts lines={conditions} />
      </Section>
      {identity.length > 0 && (
        <Section title={t('files:facts.stated')}>
          <Facts lines={identity} />
        </Section>
      )}
    </>
  );
}

function FileFacts({ file }: { readonly file: OpenedFile }) {
  const { t, i18n } = useTranslation();
  const saving = useAction(api.measurements.saveOriginal.mutationOptions(), {
    success: (saved) => (saved === null ? '' : t('files:saved', { path: saved.path })),
  });
  const lines: readonly Line[] = [
    [t('files:file.name'), text(file.path)],
    [t('files:file.format'), t(`files:format.${file.format}`)],
    [t('files:file.size'), text(formatBytes(file.size, i18n.language))],
    [t('files:file.sha256'), <CodeText key="sha256" code={file.sha256} shorten />],
    [t('files:file.opened'), <DateText key="opened" instant={file.openedAt} />],
    [t('files:file.opened-by'), text(file.openedBy)],
    ...(file.companions.length === 0
      ? []
      : [[t('files:file.companions'), text(file.companions.map(({ path }) => path).join(' · '))] as const]),
    ...(file.inCollections.length === 0 ? [] : [[t('files:file.collections'), text(file.inCollections.join(' · '))] as const]),
  ];
  return (
    <Section title={t('files:facts.file')}>
      <Facts lines={lines} />
      <Button
        mt={6}
        size="xs"
        variant="default"
        leftSection={<IconDownload size={14} aria-hidden />}
        loading={saving.busy}
        onClick={() => saving.run({ id: file.id })}
      >
        {t('files:file.save-original')}
      </Button>
    </Section>
  );
}

function OtherFields({ item }: { readonly item: Measurement }) {
  const { t } = useTranslation();
  if (item.otherFields.length === 0) return null;
  return (
    <Section title={t('files:facts.others')}>
      <Text size="xs" c="dimmed" mb={4}>
        {t('files:facts.others-hint')}
      </Text>
      <dl className={classes.facts}>
        {item.otherFields.map(({ field, value }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a file may give the same field with the same value twice; their order never changes
          <div key={`${field} ${index}`}>
            <dt className={classes.breakable}>{field}</dt>
            <dd>{text(value)}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
