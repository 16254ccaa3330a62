import { useTranslation } from 'react-i18next';
import type { CandidateCard } from '../../../../contract/identify';
import { formatNumber } from '../../../../i18n/formats/numbers';
import { CodeText } from '../../../components/code-text';
import classes from './card.module.css';

/** Formula, mass, CAS, InChIKey, SMILES and the reference's retention index, each copied by a click, as far as they are known. */
export function Identifiers({ card, retentionIndex }: { readonly card: CandidateCard; readonly retentionIndex: number | null }) {
  const { t, i18n } = useTranslation();
  const rows = [
    [t('identify:card.formula'), card.formula],
    [t('identify:card.nominal-mass'), card.nominalMass === null ? null : String(card.nominalMass)],
    [t('identify:card.cas'), card.cas],
    [t('identify:card.inchikey'), card.inchikey],
    [t('identify:card.smiles'), card.smiles],
    [t('identify:card.retention-index'), retentionIndex === null ? null : formatNumber(retentionIndex, i18n.language, 0)],
  ] as const;
  const known = rows.filter(([, value]) => value !== null && value !== '');
  return (
    <dl className={classes.facts}>
      {known.map(([label, value]) => (
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
