import { Accordion, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Substance } from '../../../../contract/substances';
import { formatNumber } from '../../../../i18n/formats/numbers';
import { QueryState } from '../../../app/errors/query-state';
import { useMay } from '../../../app/system-state';
import { api } from '../../../app/wire/client';
import { CodeText } from '../../../components/code-text';
import { ControlIntervalLine } from '../../../components/control-interval-line';
import { StructurePicture } from '../../../components/structure-picture';
import { ControlRowActions } from '../control/control-row-actions';
import classes from '../reference-samples.module.css';
import { AddNameForm } from './add-name-form';
import { EditSubstanceForm } from './edit-substance-form';

function Facts({ substance }: { readonly substance: Substance }) {
  const { t, i18n } = useTranslation();
  const codes = [
    [t('references:substances.formula'), substance.formula],
    [t('references:substances.cas'), substance.cas],
    [t('references:substances.inchikey'), substance.inchikey],
    [t('references:substances.smiles'), substance.smiles],
  ] as const;
  const texts = [
    [t('references:substances.class'), substance.substanceClass],
    [t('references:substances.average-mass'), substance.averageMass === null ? '' : formatNumber(substance.averageMass, i18n.language, 2)],
    [
      t('references:substances.monoisotopic-mass'),
      substance.monoisotopicMass === null ? '' : formatNumber(substance.monoisotopicMass, i18n.language, 4),
    ],
    [t('references:substances.spectra'), String(substance.referenceSpectra)],
    [t('references:substances.lots'), String(substance.referenceLots)],
    [t('references:substances.source'), substance.source],
    [t('references:substances.confidence'), t(`references:confidence.${substance.confidence}`)],
    [t('references:substances.note'), substance.note],
  ] as const;
  return (
    <dl className={classes.facts}>
      {codes.map(
        ([label, value]) =>
          value !== null && (
            <div key={label} className={classes.fact}>
              <dt>{label}</dt>
              <dd>
                <CodeText code={value} />
              </dd>
            </div>
          ),
      )}
      {texts.map(
        ([label, value]) =>
          value !== '' && (
            <div key={label} className={classes.fact}>
              <dt>{label}</dt>
              <dd>
                <bdi>{value}</bdi>
              </dd>
            </div>
          ),
      )}
    </dl>
  );
}

function Record({ substance }: { readonly substance: Substance }) {
  const { t } = useTranslation();
  const mayEdit = useMay('substances.edit');
  return (
    <Stack gap="md">
      <Title order={2} size="h3">
        <bdi>{substance.displayName}</bdi>
      </Title>
      <StructurePicture smiles={substance.smiles} name={substance.displayName} width={420} height={150} />
      <Facts substance={substance} />
      <section className={classes.section}>
        <Title order={3} size="h4" mb={4}>
          {t('references:substances.names')}
        </Title>
        <dl className={classes.facts}>
          {substance.names.map(({ id, language, name, kind }) => (
            <div key={id} className={classes.fact}>
              <dt>
                {language.toUpperCase()} · {t(`references:name-kind.${kind}`)}
              </dt>
              <dd lang={language}>
                <bdi>{name}</bdi>
              </dd>
            </div>
          ))}
        </dl>
        {mayEdit && <AddNameForm substanceId={substance.id} />}
      </section>
      <section className={classes.section}>
        <Title order={3} size="h4" mb={4}>
          {t('references:control.status-title')}
        </Title>
        {substance.controls.length === 0 && <Text size="sm">{t('identify:reveal.no-rows')}</Text>}
        {substance.controls.map((interval) => (
          <div key={interval.id} className={classes.row}>
            <ControlIntervalLine interval={interval} />
            <ControlRowActions interval={interval} />
          </div>
        ))}
        <Text size="xs" c="dimmed" mt={4}>
          {t('references:control.not-official')}
        </Text>
      </section>
      {mayEdit && (
        <Accordion variant="contained">
          <Accordion.Item value="edit">
            <Accordion.Control>{t('references:substances.edit')}</Accordion.Control>
            <Accordion.Panel>
              <EditSubstanceForm key={substance.rowVersion} substance={substance} />
            </Accordion.Panel>
          </Accordion.Item>
        </Accordion>
      )}
    </Stack>
  );
}

/** One substance: structure, identifiers, names, and what the law says of it as far as the laboratory knows. */
export function SubstanceRecord({ id }: { readonly id: string }) {
  const query = useQuery(
    api.substances.get.queryOptions({
      input: { id },
      meta: { topics: ['substance', 'substance_name', 'control_interval', 'reference_lot', 'collection'] },
    }),
  );
  return <QueryState query={query}>{(substance) => <Record substance={substance} />}</QueryState>;
}
