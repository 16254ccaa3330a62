/** How a curve of a fit looks: which of the theme's twenty looks, and whether wide behind the others. */
interface FitLook {
  readonly series: number;
  readonly broad?: boolean;
}

/** Measured is wide and behind, the fit dashed on top of it, in the last colour: where they agree, both are seen. */
export const MEASURED_LOOK: FitLook = { series: 0, broad: true };
export const FITTED_LOOK: FitLook = { series: 9 };

/** The three colours that are left, solid, then dotted, then dash and dot. */
const COMPONENTS = [1, 2, 3, 11, 12, 13, 16, 17, 18] as const;

/** @param place of the component, from 0 */
export function componentLook(place: number): FitLook {
  return { series: COMPONENTS[place % COMPONENTS.length] ?? COMPONENTS[0] };
}
