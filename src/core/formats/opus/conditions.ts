import type { Conditions } from '../../spectrum/conditions';
import type { BinaryFile } from '../binary/binary-file';
import { type ConditionDraft, isoDate } from '../binary/condition-draft';
import { fixedText } from '../binary/text';
import { limits } from '../limits';
import type { OpusBlock } from './directory';
import type { OpusParameter } from './parameters';

/** Parameters with a term of the model. The rest stay under their three letters. */
const TERMS: Readonly<Record<string, keyof Conditions>> = {
  SNM: 'sample',
  INS: 'instrument',
  SRN: 'instrumentSerial',
  CNM: 'operator',
  EXP: 'method',
  RES: 'resolution',
  ACC: 'accessory',
  NSS: 'accumulations',
  DTC: 'detector',
  BMS: 'beamsplitter',
  SRC: 'source',
  APF: 'apodisation',
  RLW: 'laser',
  RLP: 'laserPower',
};

const DAY_FIRST = /^(\d\d)\/(\d\d)\/(\d{4})$/;
const YEAR_FIRST = /^(\d{4})\/(\d\d)\/(\d\d)$/;
const TIME = /^(\d\d):(\d\d):(\d\d)(\.\d+)?(?:\s*\(GMT([+-]\d{1,2})\))?/;

/** Sorts the parameters of a block; those of the reference measurement stay verbatim, named as such. */
export function sortParameters(block: OpusBlock, parameters: readonly OpusParameter[], draft: ConditionDraft, seen: Set<string>): void {
  for (const { key, value } of parameters) {
    const text = String(value);
    const field = block.side === 2 ? `${key} (reference)` : key;
    if (text === '' || seen.has(`${field}=${text}`)) continue;
    seen.add(`${field}=${text}`);
    draft.put(block.side === 2 ? undefined : TERMS[key], field, text);
  }
}

/** The parameters DAT (day/month/year, or year/month/day of early versions) and TIM as ISO 8601, with the zone where it is given; undefined when they are no date. */
export function dateOf(date: string, time: string): string | undefined {
  const clock = TIME.exec(time);
  const day = DAY_FIRST.exec(date)?.slice(1).reverse() ?? YEAR_FIRST.exec(date)?.slice(1);
  if (day === undefined || clock === null) return undefined;
  const iso = isoDate(Number(day[0]), Number(day[1]), Number(day[2]), Number(clock[1]), Number(clock[2]), Number(clock[3]));
  if (iso === undefined) return undefined;
  const zone = clock[5] === undefined ? '' : `${clock[5][0]}${clock[5].slice(1).padStart(2, '0')}:00`;
  return `${iso}${clock[4] ?? ''}${zone}`;
}

/** The lines of a history block: texts ended by NUL between binary fields. Shorter runs of letters are no words. */
export function historyOf(file: BinaryFile, block: OpusBlock): string {
  const length = Math.min(block.length, limits.textPerRecord);
  if (!file.holds(block.at, length)) return '';
  const bytes = file.bytes(block.at, length, 'history');
  const lines: string[] = [];
  for (let at = 0; at < length; ) {
    const nul = bytes.indexOf(0, at);
    const end = nul < 0 ? length : nul;
    if (end - at >= 4) lines.push(fixedText(bytes, at, end - at));
    at = end + 1;
  }
  return lines.join('\n').trim();
}
