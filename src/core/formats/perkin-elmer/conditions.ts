import type { Conditions } from '../../spectrum/conditions';
import type { BinaryFile } from '../binary/binary-file';
import { type ConditionDraft, isoDate } from '../binary/condition-draft';
import type { Member } from './members';
import { numberOf, textOf } from './values';

type Row = readonly [term: keyof Conditions | undefined, name: string];

/** Members of a step of the history (container 121). */
const STEP = { operator: 35698, action: 35699, date: 35700, comment: 35702 } as const;

/** Members of the instrument (123) and the measurement (124). */
const ROWS: Readonly<Record<string, Row>> = {
  '123/35837': ['instrument', 'instrument'],
  '123/35838': ['instrumentSerial', 'serial number'],
  '123/35839': ['software', 'instrument software'],
  '124/35840': ['accumulations', 'accumulations'],
  '124/35841': ['detector', 'detector'],
  '124/35842': ['source', 'source'],
  '124/35843': ['beamsplitter', 'beamsplitter'],
  '124/35844': ['resolution', 'resolution'],
  '124/35845': ['apodisation', 'apodisation'],
  '124/35846': [undefined, 'spectrum type'],
  '124/35847': [undefined, 'beam type'],
  '124/35849': [undefined, 'phase correction'],
  '124/35854': ['accessory', 'accessory'],
  '124/35856': [undefined, 'interferogram type'],
  '124/35857': [undefined, 'scan direction'],
  '124/35882': [undefined, 'laser wavenumber'],
};

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** `Thu Mar 09 09:17:56 2006`. */
const DATE = /^\w{3} (\w{3}) +(\d{1,2}) (\d\d):(\d\d):(\d\d) (\d{4})$/;

/** A date of the history as ISO 8601, as written when it is in another form. */
export function dateOf(text: string): string {
  const parts = DATE.exec(text);
  if (parts === null) return text;
  const month = MONTHS.findIndex((name) => name.toLowerCase() === parts[1]?.toLowerCase()) + 1;
  return isoDate(Number(parts[6]), month, Number(parts[2]), Number(parts[3]), Number(parts[4]), Number(parts[5])) ?? text;
}

/** Takes up a member of the history, the instrument or the measurement. */
export function sortMember(file: BinaryFile, member: Member, draft: ConditionDraft): void {
  const text = textOf(file, member);
  if (member.container === 121) {
    if (text !== undefined) sortStep(member, text, draft);
    return;
  }
  const [term, name] = ROWS[`${member.container}/${member.id}`] ?? [undefined, `${member.container}/${member.id}`];
  const value = text ?? numberOf(file, member);
  if (value !== undefined && (member.container === 123 || member.container === 124)) draft.put(term, name, String(value));
}

/** The first step is the measurement; later ones are what was done with its result. */
function sortStep(member: Member, text: string, draft: ConditionDraft): void {
  if (member.id === STEP.date) draft.put(member.measured ? 'measuredAt' : undefined, 'date', member.measured ? dateOf(text) : text);
  else if (member.id === STEP.operator) draft.put(member.measured ? 'operator' : undefined, 'operator', text);
  else if (member.id === STEP.comment) draft.put(member.measured ? 'comment' : undefined, 'comment', text);
  else if (member.id === STEP.action) draft.keep('history', text);
}
