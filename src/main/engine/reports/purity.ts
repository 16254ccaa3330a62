import type { ReportLanguage } from '../../../contract/base';
import type { Row } from '../database/schema';

/** A certified value digit by digit as the certificate states it, never rounded: `99.1 ± 0.6 % (k = 2)`; '' when it states none. */
export function purityOf(lot: Row<'reference_lot'>, language: ReportLanguage): string {
  const { certified_purity_percent: value, expanded_uncertainty_percent: uncertainty, coverage_factor: factor } = lot;
  if (value === null) return '';
  const written = (digits: string) => (language === 'fr' ? digits.replace('.', ',') : digits);
  if (uncertainty === null || factor === null) return `${written(value)}\u00a0%`;
  return `${written(value)} ± ${written(uncertainty)}\u00a0% (k\u00a0=\u00a0${written(String(factor))})`;
}
