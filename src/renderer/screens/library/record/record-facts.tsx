import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { conditionField } from '../../../../contract/curves';
import type { ReferenceSpectrum } from '../../../../contract/library';
import { formatNumber } from '../../../../i18n/formats/numbers';
import { AnchorLink } from '../../../components/anchor-link';
import { CodeText } from '../../../components/code-text';
import { DateText } from '../../../components/date-text';
import { StructurePicture } from '../../../components/structure-picture';
import { type Fact, FactList } from './fact-list';
import { OtherFields } from './other-fields';

interface Props {
  readonly spectrum: ReferenceSpectrum;
}

const code = (value: string | null): ReactNode => (value === null ? null : <CodeText code={value} />);

/** Which substance the spectrum is stated to be of. */
export function SubstanceFacts({ spectrum }: Props) {
  const { t } = useTranslation();
  const { formula, nominalMass, cas, inchikey, smiles, accession, synonyms, substanceId, name } = spectrum;
  return (
    <FactList
      title={t('library:record.substance')}
      facts={[
        [t('library:spectra.formula'), code(formula)],
        [t('library:spectra.mass'), nominalMass === null ? null : String(nominalMass)],
        [t('library:spectra.cas'), code(cas)],
        [t('library:spectra.inchikey'), code(inchikey)],
        [t('library:spectra.smiles'), code(smiles)],
        [t('library:spectra.accession'), code(accession)],
        [t('library:spectra.synonyms'), synonyms.join(' · ')],
        [
          t('library:spectra.substance'),
          substanceId === null ? null : (
            <AnchorLink key="substance" to="/reference-samples" search={{ tab: 'substances', substance: substanceId }}>
              {t('library:spectra.open-substance')}
            </AnchorLink>
          ),
        ],
      ]}
    >
      {smiles !== null && <StructurePicture smiles={smiles} name={name} width={420} height={150} />}
    </FactList>
  );
}

/** How it was measured, as stated. */
export function MeasurementFacts({ spectrum }: Props) {
  const { t, i18n } = useTranslation();
  const { technique, ionisation, msLevel, retentionIndex, instrument, conditions, position } = spectrum;
  const ofMasses = technique === 'mass-spectrometry';
  const stated = conditionField.options.map((field): Fact => [t(`files:condition.${field}`), conditions[field]]);
  const named = new Set(
    [...(instrument === '' ? [] : ['instrument']), ...(ofMasses ? ['ionisation'] : [])].map((field) => t(`files:condition.${field}`)),
  );
  const places = (position ?? []).map(({ name, value, unit }): Fact => [name, `${formatNumber(value, i18n.language)} ${unit}`.trim()]);
  return (
    <FactList
      title={t('library:record.measurement')}
      facts={[
        [t('files:technique-label'), t(`files:technique.${technique}`)],
        ...(ofMasses
          ? ([
              [t('library:spectra.ionisation'), t(`library:ionisation.${ionisation}`)],
              [t('library:spectra.ms-level'), String(msLevel)],
            ] as const)
          : []),
        [t('library:spectra.retention-index'), retentionIndex === null ? null : formatNumber(retentionIndex, i18n.language)],
        [t('library:spectra.instrument'), instrument],
        ...stated.filter(([label]) => !named.has(label)),
        ...places,
      ]}
    />
  );
}

/** Where it comes from, who brought it in, what it corrects or is corrected by, and what may be done with it. */
export function ProvenanceFacts({ spectrum }: Props) {
  const { t } = useTranslation();
  const { collectionId, collectionName, origin, licence, originalFile, added } = spectrum;
  const addedFacts: readonly Fact[] =
    added === null
      ? []
      : [
          [
            added.corrects === null ? t('library:record.added') : t('library:record.corrected'),
            <span key="added">
              <DateText instant={added.at} />, <bdi>{added.by}</bdi>
            </span>,
          ],
          [added.corrects === null ? t('library:record.note') : t('frame:reason.label'), added.reason],
          [
            t('library:record.taken-from'),
            added.openedFileId === null ? null : (
              <AnchorLink
                key="taken-from"
                to="/library/files/$fileId"
                params={{ fileId: added.openedFileId }}
                search={added.openedItem === null ? {} : { item: added.openedItem }}
              >
                {originalFile ?? t('library:record.opened-file')}
              </AnchorLink>
            ),
          ],
          [
            t('library:record.corrects'),
            added.corrects === null ? null : (
              <AnchorLink key="corrects" to="/library" search={{ spectrum: added.corrects }}>
                {t('library:record.earlier')}
              </AnchorLink>
            ),
          ],
        ];
  return (
    <FactList
      title={t('library:record.provenance')}
      facts={[
        [
          t('library:spectra.collection'),
          <AnchorLink key="collection" to="/library" search={{ tab: 'collections', collection: collectionId }}>
            <bdi>{collectionName}</bdi>
          </AnchorLink>,
        ],
        ...addedFacts,
        [t('library:spectra.origin'), origin],
        [t('library:spectra.licence'), licence === '' ? t('library:not-stated') : licence],
        [t('library:collections.file'), added === null || added.openedFileId === null ? originalFile : null],
      ]}
    />
  );
}

/** Everything else that the file says, word for word. */
export function OtherFacts({ spectrum }: Props) {
  const { t } = useTranslation();
  if (spectrum.otherFields.length === 0) return null;
  return (
    <FactList title={t('library:spectra.other-fields')} facts={[]}>
      <Text size="sm" c="dimmed" mb={4}>
        {t('library:spectra.other-fields-hint')}
      </Text>
      <OtherFields fields={spectrum.otherFields} />
    </FactList>
  );
}
