/** The colour words of the colour-test table (resources/colour-tests): a seen colour is one of them, so that it can be compared. */
export const COLOUR_WORDS = [
  'none',
  'colourless',
  'yellow',
  'orange',
  'red',
  'pink',
  'purple',
  'violet',
  'blue',
  'green',
  'brown',
  'grey',
  'black',
] as const;

interface Reaction {
  readonly substance: string;
  readonly colour: string;
  readonly source: string;
}

/** The reactions whose colour, in the words of its source, speaks of a colour that was seen. No conclusion: others give it too. */
export function reactionsLike(reactions: readonly Reaction[], seen: readonly string[]): readonly Reaction[] {
  const wanted = seen.filter((word) => word !== '' && word !== 'none' && word !== 'colourless');
  return reactions.filter(({ colour }) => {
    const words = colour.toLowerCase().split(/[^a-z]+/);
    return wanted.some((word) => words.includes(word) || words.includes(`${word}ish`));
  });
}
