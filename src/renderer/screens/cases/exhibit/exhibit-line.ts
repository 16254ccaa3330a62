import { useTranslation } from 'react-i18next';
import type { Exhibit } from '../../../../contract/casework';
import { formatMass, formatMassValue, naturalMassUnit } from '../../../../i18n/formats/masses';

/** The exhibit in a line: units, net mass with its uncertainty, seal. */
export function useExhibitLine(exhibit: Exhibit): string {
  const { t, i18n } = useTranslation();
  const { netMassMicrograms: net, grossMassMicrograms: gross, massUncertaintyMicrograms: uncertainty } = exhibit;
  return [
    exhibit.unitCount === null ? null : t('casework:exhibit-form.units-count', { count: exhibit.unitCount }),
    net === null ? null : t('casework:exhibit-form.net-is', { mass: massWithUncertainty(net, uncertainty, i18n.language) }),
    gross === null ? null : t('casework:exhibit-form.gross-is', { mass: formatMass(gross, i18n.language) }),
    [t('casework:exhibit-form.seal-state'), exhibit.sealNumber, t(`casework:exhibit.seal.${exhibit.sealState}`)].filter(Boolean).join(' '),
  ]
    .filter((part) => part !== null)
    .join(' · ');
}

/** `5.5123 ± 0.0006 g (k = 2)`; without an uncertainty the mass alone. */
export function massWithUncertainty(mass: number, uncertainty: number | null, language: string): string {
  if (uncertainty === null) return formatMass(mass, language);
  const unit = naturalMassUnit(mass);
  return `${formatMassValue(mass, unit, language)} ± ${formatMassValue(uncertainty, unit, language)}\u00a0${unit} (k\u00a0=\u00a02)`;
}
