/** The number of charges that a file states, with or without sign; undefined for 0, which some programs write for an unknown one, and for anything else. */
export function chargeOf(text: string): number | undefined {
  const charge = Number(/^\s*[+-]?(\d{1,3})\s*$/.exec(text)?.[1]);
  return charge > 0 ? charge : undefined;
}
