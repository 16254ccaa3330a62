import type { BinaryFile } from '../binary/binary-file';
import { fixedText } from '../binary/text';
import type { Member } from './members';

/** Types of values. */
const TYPE = {
  text: 29987,
  double: 29979,
  range: 29981,
  doubles: 29974,
  count: 29995,
  flaggedDouble: 29980,
  flaggedCount: 29996,
  pairs: 29971,
} as const;

/** Pairs taken of an accessory; those seen have two. */
const MOST_PAIRS = 256;
/** Longest text taken; the longest seen has 70 characters. */
const LONGEST_TEXT = 65_535;

export function textOf(file: BinaryFile, member: Member): string | undefined {
  return member.type === TYPE.text ? textAt(file, member.at, member.length) : undefined;
}

/** A text with its length before it, as far as the member reaches. */
function textAt(file: BinaryFile, at: number, available: number): string | undefined {
  if (available < 2) return undefined;
  const length = Math.min(file.view(at, 2, 'text').getUint16(0, true), available - 2, LONGEST_TEXT);
  return fixedText(file.bytes(at + 2, length, 'text'), 0, length);
}

/** A number, alone or with a flag whether it was set; undefined when it was not, or the member is no number. */
export function numberOf(file: BinaryFile, member: Member): number | undefined {
  const { type, at, length } = member;
  if (type === TYPE.count && length >= 8) return set(file, at + 6) ? file.view(at, 4, 'number').getInt32(0, true) : undefined;
  if (type === TYPE.count && length >= 4) return file.view(at, 4, 'number').getInt32(0, true);
  if (type === TYPE.double && length >= 8) return file.view(at, 8, 'number').getFloat64(0, true);
  if (type === TYPE.flaggedCount && length >= 6) return set(file, at + 4) ? file.view(at, 2, 'number').getUint16(0, true) : undefined;
  if (type === TYPE.flaggedDouble && length >= 12) return set(file, at + 10) ? file.view(at, 8, 'number').getFloat64(0, true) : undefined;
  return undefined;
}

/** The flag is a value of its own: its type and one 16-bit number. */
function set(file: BinaryFile, at: number): boolean {
  return file.view(at, 2, 'number').getUint16(0, true) !== 0;
}

export function rangeOf(file: BinaryFile, member: Member): readonly [number, number] | undefined {
  if (member.type !== TYPE.range || member.length < 16) return undefined;
  const view = file.view(member.at, 16, 'range');
  return [view.getFloat64(0, true), view.getFloat64(8, true)];
}

/** Where the doubles of a member lie, and how many it says it has. */
export function doublesOf(file: BinaryFile, member: Member): { readonly at: number; readonly count: number } | undefined {
  if (member.type !== TYPE.doubles || member.length < 4) return undefined;
  return { at: member.at + 4, count: Math.floor(file.view(member.at, 4, 'values').getUint32(0, true) / 8) };
}

/** Pairs of name and value: a count, then for each a number and two texts, every one behind its type. */
export function pairsOf(file: BinaryFile, member: Member): readonly (readonly [name: string, value: string])[] {
  if (member.type !== TYPE.pairs || member.length < 4) return [];
  const end = member.at + member.length;
  const pairs: [string, string][] = [];
  let at = member.at + 4;
  for (let left = Math.min(MOST_PAIRS, file.view(member.at, 4, 'pairs').getUint32(0, true)); left > 0; left--) {
    const name = taggedText(file, at + 6, end);
    const value = name === undefined ? undefined : taggedText(file, name.end, end);
    if (name === undefined || value === undefined) break;
    pairs.push([name.text, value.text]);
    at = value.end;
  }
  return pairs;
}

function taggedText(file: BinaryFile, at: number, end: number): { readonly text: string; readonly end: number } | undefined {
  if (at + 4 > end) return undefined;
  const view = file.view(at, 4, 'text');
  const length = view.getUint16(2, true);
  if (view.getUint16(0, true) !== TYPE.text || at + 4 + length > end) return undefined;
  return { text: fixedText(file.bytes(at + 4, length, 'text'), 0, length), end: at + 4 + length };
}
