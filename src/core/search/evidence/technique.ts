/** The kinds of evidence that one exhibit's candidates are compared by. `ri`: retention index or time. */
export const EVIDENCE_TECHNIQUES = ['ei', 'ms2', 'ri', 'ir', 'raman', 'uv', 'colour'] as const;
export type EvidenceTechnique = (typeof EVIDENCE_TECHNIQUES)[number];

interface TechniqueTraits {
  /** Lines of one basis are correlated and count once: the property of the substance that is looked at. */
  readonly basis: 'mass' | 'separation' | 'vibration' | 'electrons' | 'reaction';
  /** Discriminating power by SWGDRUG Part III B. */
  readonly category: 'A' | 'B' | 'C';
  /** Sees the whole sample at once: what it does not show may hide under something else. */
  readonly wholeSample: boolean;
}

/** How the joint list treats each technique. The laboratory's own criteria decide conclusions; these only order a list. */
export const TECHNIQUE_TRAITS: Readonly<Record<EvidenceTechnique, TechniqueTraits>> = {
  ei: { basis: 'mass', category: 'A', wholeSample: false },
  ms2: { basis: 'mass', category: 'A', wholeSample: false },
  ri: { basis: 'separation', category: 'B', wholeSample: false },
  ir: { basis: 'vibration', category: 'A', wholeSample: true },
  raman: { basis: 'vibration', category: 'A', wholeSample: true },
  uv: { basis: 'electrons', category: 'B', wholeSample: true },
  colour: { basis: 'reaction', category: 'C', wholeSample: true },
};
