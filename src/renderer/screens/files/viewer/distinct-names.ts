/** A shared start shorter than this is no burden, unless it is a folder. */
const LEAST_SHARED = 8;
/** Ends of words in names and paths. */
const BOUNDARY = /[\s/\\._:;,#-]/;

/** How many characters all names begin with alike, up to the end of a word; 0 where that saves nothing, or where two names are the same but for it. */
export function sharedStart(names: readonly string[]): number {
  const [first, ...others] = names;
  if (first === undefined || others.length === 0) return 0;
  let length = first.length;
  for (const name of others) {
    let same = 0;
    while (same < length && same < name.length && name[same] === first[same]) same++;
    length = same;
  }
  if (names.some((name) => name.length <= length)) return 0;
  while (length > 0 && !BOUNDARY.test(first[length - 1] ?? '')) length--;
  return length >= LEAST_SHARED || first[length - 1] === '/' ? length : 0;
}

/** What tells a name from the others of its list: `…102.spa` of forty that begin alike. */
export function distinctName(name: string, shared: number): string {
  return shared === 0 ? name : `…${name.slice(shared)}`;
}
