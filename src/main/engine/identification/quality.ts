import type { Message } from '../../../contract/base';
import type { ReferenceSpectrum } from '../../../contract/library';
import { prepareNominal } from '../../../core/search/scores/nominal-spectrum';

/** Fewer peaks carry too little to rank isomers and homologues by. */
export const FEW_PEAKS = 10;

/** What is good and bad about a reference spectrum; codes are keys of the namespace `quality`. */
export function qualityOf(spectrum: Omit<ReferenceSpectrum, 'substanceId' | 'quality'>, ionisationStated: boolean): Message[] {
  const says = (code: string, params: Message['params'] = {}): Message => ({ code, params });
  const ofMasses = spectrum.technique === 'mass-spectrometry';
  const molecularIon = ofMasses ? molecularIonOf(spectrum) : null;
  return [
    ...(spectrum.collectionKind === 'starter' ? [says('orientation-only')] : []),
    ...(spectrum.collectionKind === 'practice' ? [says('practice')] : []),
    ...(ofMasses ? [says(spectrum.peakCount < FEW_PEAKS ? 'few-peaks' : 'peaks', { count: spectrum.peakCount })] : []),
    ...(molecularIon === null ? [] : [says(molecularIon.seen ? 'molecular-ion-seen' : 'molecular-ion-absent', { mz: molecularIon.mz })]),
    ...(spectrum.inchikey === null && spectrum.cas === null ? [says('no-identifiers')] : []),
    ...(spectrum.inchikey === null && spectrum.cas !== null ? [says('no-structure')] : []),
    ...(spectrum.licence === '' ? [says('no-licence')] : []),
    ...(ofMasses && spectrum.ionisation === 'unknown' ? [says('ionisation-unknown')] : []),
    ...(spectrum.ionisation !== 'unknown' && !ionisationStated ? [says('ionisation-assumed', { ionisation: spectrum.ionisation })] : []),
  ];
}

function molecularIonOf({
  nominalMass,
  peaks,
}: Pick<ReferenceSpectrum, 'nominalMass' | 'peaks'>): { readonly seen: boolean; readonly mz: number } | null {
  if (nominalMass === null) return null;
  const { mz, intensity } = prepareNominal(peaks);
  const at = mz.indexOf(nominalMass);
  // At least 1 % of the base peak; what is less may be noise.
  return { seen: at >= 0 && (intensity[at] ?? 0) >= 10, mz: nominalMass };
}
