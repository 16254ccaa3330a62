import type { Message } from '../../../contract/base';
import { type ReportItem, reportItem } from '../../../contract/reports';
import { refused } from '../failures';
import { undrawable } from './document/script-runs';
import type { CaseRecords } from './gather';

type Item = ReportItem['item'];
export interface Waiver {
  readonly item: Item;
  readonly reason: string;
}

/** Items without which nobody could tell what was tested, how, with what result and by whom (ISO/IEC 17025:2017, 7.8.2.1). */
const NEVER_WAIVED: ReadonlySet<Item> = new Set(['d', 'f', 'g', 'l', 'm', 'o']);

const said = (code: string, params: Message['params'] = {}): Message => ({ code, params });

/**
 * Item by item of 7.8.2.1, whether the records hold what the draft must say. a, c, d, j, l, n, o and p are written by the template
 * itself; a present item may carry a note of characters that the embedded fonts cannot draw.
 */
export function readiness(records: CaseRecords, waivers: readonly Waiver[]): readonly ReportItem[] {
  const missing = missingByItem(records);
  const notes = undrawableByItem(records);
  return reportItem.shape.item.options.map((item): ReportItem => {
    const lacks = missing[item] ?? [];
    const waivable = !NEVER_WAIVED.has(item);
    const waiver = waivers.find((one) => one.item === item);
    const waived = lacks.length > 0 && waivable && waiver !== undefined;
    return {
      item,
      state: lacks.length === 0 ? 'present' : waived ? 'waived' : 'missing',
      missing: [...lacks, ...(notes[item] ?? [])],
      waivable,
      waiverReason: waived ? waiver.reason : null,
    };
  });
}

/** @throws Failure REFUSED `report.item-not-waivable` */
export function requireWaivable(waivers: readonly Waiver[]): void {
  const wrong = waivers.find(({ item }) => NEVER_WAIVED.has(item));
  if (wrong !== undefined) throw refused('report.item-not-waivable', { item: wrong.item });
}

function missingByItem({ laboratory, customer, exhibits }: CaseRecords): Partial<Record<Item, readonly Message[]>> {
  const address = laboratory.address.trim() === '' ? [said('laboratory-address')] : [];
  const contact = [customer.address, customer.contact_person, customer.email, customer.phone].every((part) => part.trim() === '');
  const tested = exhibits.some(
    ({ exhibit }) =>
      exhibit.colourTests.some(({ voidedReason }) => voidedReason === null) ||
      exhibit.comparisons.some(({ voidedReason }) => voidedReason === null),
  );
  const perExhibit = (code: string, lacks: (records: CaseRecords['exhibits'][number]) => boolean) =>
    exhibits.filter(lacks).map(({ exhibit }) => said(code, { exhibit: exhibit.code }));
  const none = exhibits.length === 0 ? [said('exhibit')] : [];
  const changed = exhibits.flatMap(({ exhibit, concluded }) =>
    concluded
      .filter(({ conclusion, levelNow }) => conclusion.level !== levelNow)
      .map(({ conclusion }) => said('conclusion-changed', { exhibit: exhibit.code, substance: conclusion.substanceName })),
  );
  return {
    b: address,
    e: contact ? [said('customer-contact')] : [],
    f: tested ? [] : [said('method')],
    g: [...none, ...perExhibit('custody', ({ exhibit }) => exhibit.custody.length === 0)],
    i: tested ? [] : [said('performed')],
    k: perExhibit('sampling', ({ exhibit }) => exhibit.samples.length === 0),
    m: [...none, ...perExhibit('conclusion', ({ concluded }) => concluded.length === 0), ...changed],
  };
}

function undrawableByItem({ laboratory, customer, caseFile, exhibits }: CaseRecords): Partial<Record<Item, readonly Message[]>> {
  const note = (texts: readonly string[]): readonly Message[] => {
    const characters = undrawable(texts.join(''));
    return characters.length === 0 ? [] : [said('undrawable', { characters: characters.slice(0, MOST_NAMED).join(' ') })];
  };
  return {
    b: note([laboratory.name, laboratory.address, laboratory.accreditation]),
    e: note([customer.name, customer.address, customer.contact_person, caseFile.customer_reference, caseFile.title, caseFile.request]),
    g: note(
      exhibits.flatMap(({ exhibit }) => [
        ...[exhibit.description, exhibit.packaging, exhibit.conditionOnReceipt, exhibit.appearance, exhibit.sealNumber],
        ...exhibit.custody.flatMap(({ fromParty, toParty, location, note: text }) => [fromParty, toParty, location, text]),
        ...exhibit.samples.map(({ description }) => description),
      ]),
    ),
    m: note(exhibits.flatMap(({ concluded }) => concluded.map(({ conclusion }) => `${conclusion.substanceName}${conclusion.note}`))),
  };
}

const MOST_NAMED = 20;
