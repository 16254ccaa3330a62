import type { AtomCount } from '../../../chemistry/formula';

/** One change of structure that analysts meet often: what the molecule gains, as nominal mass and as atoms. */
export interface CommonDifference {
  /** Key of the message catalogue; never renamed. */
  readonly code: string;
  /** Nominal mass gained, Da; the same change lost has the negative. */
  readonly mass: number;
  /** Atoms gained (negative: given up). */
  readonly atoms: readonly AtomCount[];
  /** How often it may stand in one difference. */
  readonly most: number;
  /** Order in which explanations of one mass are offered: 1 met daily, 3 rarely. */
  readonly commonness: 1 | 2 | 3;
}

const of = (code: string, mass: number, atoms: string, commonness: 1 | 2 | 3, most = 1): CommonDifference => ({
  code: `difference-${code}`,
  mass,
  atoms: atoms.split(' ').map((part) => {
    const [, massNumber, symbol, count] = /^(\d+)?([A-Z][a-z]?)(-?\d+)$/.exec(part) ?? [];
    return { symbol: symbol ?? '', count: Number(count), ...(massNumber === undefined ? {} : { massNumber: Number(massNumber) }) };
  }),
  most,
  commonness,
});

/** Facts of arithmetic: each mass is the sum of its atoms' nominal masses (a test adds them up). */
export const COMMON_DIFFERENCES: readonly CommonDifference[] = [
  of('methylene', 14, 'C1 H2', 1, 6),
  of('hydrogen-pair', 2, 'H2', 1, 2),
  of('fluorine-for-hydrogen', 18, 'F1 H-1', 1, 3),
  of('chlorine-for-hydrogen', 34, 'Cl1 H-1', 1, 2),
  of('bromine-for-hydrogen', 78, 'Br1 H-1', 1),
  of('iodine-for-hydrogen', 126, 'I1 H-1', 2),
  of('oxygen', 16, 'O1', 1, 2),
  of('methoxy-for-hydrogen', 30, 'C1 H2 O1', 1, 3),
  of('methylenedioxy', 44, 'C1 O2', 1),
  of('nitro-for-hydrogen', 45, 'N1 O2 H-1', 1),
  of('amino-for-hydrogen', 15, 'N1 H1', 2),
  of('nitrogen-for-ch', 1, 'N1 C-1 H-1', 1, 2),
  of('oxygen-for-nh', 1, 'O1 N-1 H-1', 2),
  of('methoxy-for-amino', 15, 'C1 H1 O1 N-1', 2),
  of('trifluoromethyl-for-hydrogen', 68, 'C1 F3 H-1', 2),
  of('cyano-for-hydrogen', 25, 'C1 N1 H-1', 2),
  of('carbonyl', 28, 'C1 O1', 2),
  of('carbonyl-for-methylene', 14, 'O1 H-2', 2),
  of('acetyl-for-hydrogen', 42, 'C2 H2 O1', 1),
  of('phenyl-for-hydrogen', 76, 'C6 H4', 2),
  of('fused-benzene', 50, 'C4 H2', 2),
  of('ring-closed-with-two-carbons', 26, 'C2 H2', 2),
  of('cyclohexyl-for-phenyl', 6, 'H6', 2),
  of('thienyl-for-phenyl', 6, 'C-2 H-2 S1', 2),
  of('furyl-for-phenyl', -10, 'C-2 H-2 O1', 2),
  of('sulphur-for-oxygen', 16, 'S1 O-1', 3),
  of('chlorine-for-fluorine', 16, 'Cl1 F-1', 2),
  of('bromine-for-chlorine', 44, 'Br1 Cl-1', 2),
  of('fluorobenzyl-for-pentyl', 38, 'C2 H-5 F1', 2),
  of('cyanobutyl-for-pentyl', 11, 'N1 H-3', 2),
  of('deuterium-for-hydrogen', 1, '2H1 H-1', 3, 12),
  of('trimethylsilyl-for-hydrogen', 72, 'Si1 C3 H8', 2, 3),
  of('trifluoroacetyl-for-hydrogen', 96, 'C2 F3 O1 H-1', 2),
  of('pentafluoropropionyl-for-hydrogen', 146, 'C3 F5 O1 H-1', 2),
  of('heptafluorobutyryl-for-hydrogen', 196, 'C4 F7 O1 H-1', 2),
];
