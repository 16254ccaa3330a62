/** About one label for every 60 px: more would stand in each other's way. */
export function labelsFor(width: number): number {
  return Math.max(6, Math.floor(width / 60));
}
