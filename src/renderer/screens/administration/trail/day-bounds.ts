/** The first instant of a local calendar day YYYY-MM-DD, as UTC. */
export function startOfDay(day: string): string {
  return new Date(`${day}T00:00:00.000`).toISOString();
}

/** The last millisecond of a local calendar day YYYY-MM-DD, as UTC. */
export function endOfDay(day: string): string {
  return new Date(`${day}T23:59:59.999`).toISOString();
}
