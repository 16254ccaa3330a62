import { useTranslation } from 'react-i18next';
import type { CandidateCard } from '../../../../contract/identify';
import { formatNumber } from '../../../../i18n/formats/numbers';
import { CodeText } from '../../../components/code-text';
import classes from './card.module.css';

/** Formula, mass, CAS, InChIKey, SMILES and the reference's retention index, each copied by a click, as far as they are known. */
export function Identifiers({
  known,
  retentionIndex,
}: {
  readonly known: Pick<CandidateCard, 'formula' | 'nominalMass' | 'cas' | 'inchikey' | 'smiles'>;
  readonly retentionIndex: number | null;
}) {
  const { t, i18n } = useTranslation();
  const rows = [
    [t('identify:card.formula'), known.formula],
    [t('identify:card.nominal-mass'), known.nominalMass === null ? null : String(known.nominalMass)],
    [t('identify:card.cas'), known.cas],
    [t('identify:card.inchikey'), known.inchikey],
    [t('identify:card.smiles'), known.smiles],
    [t('identify:card.retention-index'), retentionIndex === null ? null : formatNumber(retentionIndex, i18n.language, 0)],
  ] as const;
  const shown = rows.filter(([, value]) => value !== null && value !== '');
  return (
    <dl className={classes.facts}>
      {shown.map(([label, value]) => (
        <div key={label} className={classes.fact}>
          <dt>{label}</dt>
          <dd>
            <CodeText code={value ?? ''} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
