import { useTranslation } from 'react-i18next';
import { formatMass, formatMassValue, type MassUnit } from '../../i18n/formats/masses';

/** A mass held in micrograms. In a column give `unit` and `bare`: the unit stands in the header then. */
export function MassText({
  micrograms,
  unit,
  bare = false,
}: {
  readonly micrograms: number;
  readonly unit?: MassUnit;
  readonly bare?: boolean;
}) {
  const { i18n } = useTranslation();
  const text = bare && unit !== undefined ? formatMassValue(micrograms, unit, i18n.language) : formatMass(micrograms, i18n.language, unit);
  return <bdi title={formatMass(micrograms, i18n.language, 'µg')}>{text}</bdi>;
}
