import { Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ReferenceSpectrum } from '../../../../contract/library';
import { QueryState } from '../../../app/errors/query-state';
import { api } from '../../../app/wire/client';
import { MassSpectrumView } from '../../../charts/mass-spectrum-view';
import { AnchorLink } from '../../../components/anchor-link';
import { CodeText } from '../../../components/code-text';
import { CollectionKindBadge } from '../../../components/collection-kind';
import { RecordDrawer } from '../../../components/record-drawer';
import { StructurePicture } from '../../../components/structure-picture';
import classes from '../library.module.css';

function SpectrumRecord({ spectrum }: { readonly spectrum: ReferenceSpectrum }) {
  const { t } = useTranslation();
  const codes = [
    [t('library:spectra.formula'), spectrum.formula],
    [t('library:spectra.mass'), spectrum.nominalMass === null ? null : String(spectrum.nominalMass)],
    [t('library:spectra.cas'), spectrum.cas],
    [t('library:spectra.inchikey'), spectrum.inchikey],
    [t('library:spectra.smiles'), spectrum.smiles],
    [t('library:spectra.accession'), spectrum.accession],
  ] as const;
  const texts = [
    [t('library:spectra.ionisation'), t(`library:ionisation.${spectrum.ionisation}`)],
    [t('library:spectra.ms-level'), String(spectrum.msLevel)],
    [t('library:spectra.retention-index'), spectrum.retentionIndex === null ? '' : String(spectrum.retentionIndex)],
    [t('library:spectra.instrument'), spectrum.instrument],
    [t('library:spectra.origin'), spectrum.origin],
    [t('library:spectra.licence'), spectrum.licence === '' ? t('library:not-stated') : spectrum.licence],
  ] as const;
  return (
    <Stack gap="md">
      <div>
        <CollectionKindBadge kind={spectrum.collectionKind} />{' '}
        <AnchorLink size="sm" to="/library" search={{ tab: 'collections', collection: spectrum.collectionId }}>
          {spectrum.collectionName}
        </AnchorLink>
      </div>
      <div className={classes.plot}>
        <MassSpectrumView
          peaks={spectrum.peaks}
          title={spectrum.name}
          heading={
            <Text size="sm" c="dimmed">
              {t('identify:peak-count', { count: spectrum.peakCount })}
            </Text>
          }
        />
      </div>
      <StructurePicture smiles={spectrum.smiles} name={spectrum.name} width={420} height={150} />
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
        {spectrum.substanceId !== null && (
          <div className={classes.fact}>
            <dt>{t('library:spectra.substance')}</dt>
            <dd>
              <AnchorLink to="/reference-samples" search={{ tab: 'substances', substance: spectrum.substanceId }}>
                {t('library:spectra.open-substance')}
              </AnchorLink>
            </dd>
          </div>
        )}
        {spectrum.synonyms.length > 0 && (
          <div className={classes.fact}>
            <dt>{t('library:spectra.synonyms')}</dt>
            <dd>
              <bdi>{spectrum.synonyms.join(' · ')}</bdi>
            </dd>
          </div>
        )}
      </dl>
      {spectrum.otherFields.length > 0 && (
        <section>
          <Title order={3} size="h4" mb={4}>
            {t('library:spectra.other-fields')}
          </Title>
          <Text size="sm" c="dimmed" mb={4}>
            {t('library:spectra.other-fields-hint')}
          </Text>
          <Table>
            <Table.Tbody>
              {spectrum.otherFields.map(({ field, value }, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a file may give the same field with the same value twice; their order never changes
                <Table.Tr key={`${field} ${index}`}>
                  <Table.Th fw={500}>{field}</Table.Th>
                  <Table.Td style={{ overflowWrap: 'anywhere' }}>
                    <bdi>{value}</bdi>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </section>
      )}
    </Stack>
  );
}

function SpectrumByKey({ spectrumKey }: { readonly spectrumKey: number }) {
  const query = useQuery(api.library.spectrum.queryOptions({ input: { key: spectrumKey }, meta: { topics: ['collection', 'substance'] } }));
  return <QueryState query={query}>{(spectrum) => <SpectrumRecord spectrum={spectrum} />}</QueryState>;
}

/** One reference spectrum beside the list: picture, metadata, provenance, and every other field of its file word for word. */
export function SpectrumDrawer({ spectrumKey, onClose }: { readonly spectrumKey: number | undefined; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const query = useQuery(
    api.library.spectrum.queryOptions({
      input: { key: spectrumKey ?? 1 },
      enabled: spectrumKey !== undefined,
      meta: { topics: ['collection', 'substance'] },
    }),
  );
  return (
    <RecordDrawer opened={spectrumKey !== undefined} title={query.data?.name ?? t('library:spectra.one')} onClose={onClose} size={720}>
      {spectrumKey !== undefined && <SpectrumByKey spectrumKey={spectrumKey} />}
    </RecordDrawer>
  );
}
