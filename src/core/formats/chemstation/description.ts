import type { Run } from '../../spectrum/run';
import type { ReadLog } from '../read-log';
import { readChemstationDate } from './date';
import type { MsHeader } from './header';

/** Local time and the clock of the file may differ by its zone and by the minute of the text. */
const ZONE_HOURS = 14;

/** The run of a header: times in milliseconds, abundances as counts. */
export function describeRun(header: MsHeader, file: string, log: ReadLog): Run {
  const record = header.sample === '' ? file : header.sample;
  return {
    identity: { name: header.sample, synonyms: [] },
    conditions: {
      ...text('sample', header.sample),
      ...text('measuredAt', measuredAt(header, record, log)),
      ...text('instrument', header.instrument),
      ...text('operator', header.operator),
      ...text('method', header.method),
      ...text('vial', numberText(header.vial)),
      ...text('injection', numberText(header.sequence)),
      ...text('comment', header.description),
    },
    timeAxis: { quantity: 'time', unit: 'ms', written: '' },
    intensityAxis: { quantity: 'intensity', unit: 'counts', written: '' },
    ...(header.scans > 0 ? { scansStated: header.scans } : {}),
    otherFields: [
      { field: 'file type', value: header.kind },
      { field: 'inlet', value: header.inlet },
      { field: 'replicate', value: numberText(header.replicate) },
      { field: 'signal', value: header.signal },
    ].filter(({ value }) => value !== ''),
  };
}

/** Local time, with the stated zone unless the clock of the file (seconds since 1970) contradicts it: Windows tells the zone without its summer time. */
function measuredAt(header: MsHeader, record: string, log: ReadLog): string {
  const stated = readChemstationDate(header.date);
  if (stated === undefined) {
    if (header.date !== '') log.warn('date-ambiguous', { byte: 0xb2 }, { record, text: header.date });
    return header.date;
  }
  if (stated.zone === undefined) return stated.local;
  const whole = `${stated.local}${stated.zone}`;
  const local = Date.parse(`${stated.local}Z`) / 1000;
  const isClock = Math.abs(header.epoch - local) <= ZONE_HOURS * 3600;
  if (!isClock || Math.abs(header.epoch - Date.parse(whole) / 1000) < 1200) return whole;
  const found = `${new Date(header.epoch * 1000).toISOString().slice(0, 19)}Z`;
  log.warn('value-differs', { byte: 0xb2 }, { record, field: 'date', stated: header.date, found });
  return stated.local;
}

function text<K extends string>(key: K, value: string): { readonly [P in K]?: string } {
  return value === '' ? {} : ({ [key]: value } as { readonly [P in K]?: string });
}

function numberText(value: number): string {
  return value === 0 ? '' : String(value);
}
