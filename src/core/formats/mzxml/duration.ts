const DURATION = /^P(?:(\d+(?:\.\d*)?)D)?(?:T(?:(\d+(?:\.\d*)?)H)?(?:(\d+(?:\.\d*)?)M)?(?:(\d*\.?\d+(?:[eE][+-]?\d+)?)S)?)?$/;

/** Seconds of a duration of XML Schema (`PT353.43S`, `PT5M53.43S`); NaN where it is none. Years and months are none: they have no fixed length. */
export function secondsOf(duration: string): number {
  const parts = DURATION.exec(duration.trim());
  if (parts === null || parts.slice(1).every((part) => part === undefined)) return Number.NaN;
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = parts.slice(1).map((part) => (part === undefined ? 0 : Number(part)));
  return ((days * 24 + hours) * 60 + minutes) * 60 + seconds;
}
