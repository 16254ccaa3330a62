const MINUTES_IN: Readonly<Record<string, number>> = {
  s: 1 / 60,
  sec: 1 / 60,
  second: 1 / 60,
  seconds: 1 / 60,
  min: 1,
  mins: 1,
  minute: 1,
  minutes: 1,
  m: 1,
  h: 60,
};

/**
 * Minutes of a retention time as a file states it: `6.115 min`, `367 s`, `(6.1 minutes)`, ISO 8601 `PT6M7S`. Null without a unit
 * (files disagree whether a bare number means minutes or seconds) and for what is no positive time.
 */
export function minutesStated(stated: string | undefined): number | null {
  if (stated === undefined) return null;
  const iso = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?$/.exec(stated.trim());
  if (iso !== null) return positive(Number(iso[1] ?? 0) * 60 + Number(iso[2] ?? 0) + Number(iso[3] ?? 0) / 60);
  const plain = /^\(?\s*(\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)\s*\[?\(?\s*([A-Za-z]+)\.?\s*\]?\)?$/.exec(stated.trim());
  const factor = MINUTES_IN[plain?.[2]?.toLowerCase() ?? ''];
  return plain === null || factor === undefined ? null : positive(Number(plain[1]) * factor);
}

const positive = (minutes: number): number | null => (Number.isFinite(minutes) && minutes > 0 ? minutes : null);
