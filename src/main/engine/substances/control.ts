import { z } from 'zod';
import type { ControlInterval, ControlListRow } from '../../../contract/substances';
import { notFound, refused } from '../failures';
import type { Foundation } from '../foundation';
import { SHIPPED_CONTROL_LIST } from '../reference-data/seed';
import { requireActor, type Session } from '../session/access';
import { asControl, type ControlListing, countControls, findControl, findShippedTable, listControls } from './store';

export interface ControlListHeader {
  readonly title: string;
  readonly version: string;
  readonly date: string;
  readonly rows: number;
  readonly verified: number;
  readonly sources: Record<string, string>;
}

export interface ControlEdit {
  readonly id: string;
  readonly rowVersion: number;
  readonly schedule: string;
  readonly fromDate: string | null;
  readonly fromPrecision: ControlInterval['fromPrecision'];
  readonly toDate: string | null;
  readonly toPrecision: ControlInterval['toPrecision'];
  readonly scope: string;
  readonly reason: string;
}

export interface ControlService {
  header(session: Session): Promise<ControlListHeader>;
  list(session: Session, listing: ControlListing): Promise<{ items: ControlListRow[]; total: number }>;
  /** An edited row is no longer the one that was compared: its verification goes. */
  update(session: Session, edit: ControlEdit): Promise<ControlInterval>;
  verify(
    session: Session,
    verification: { readonly id: string; readonly rowVersion: number; readonly against: string; readonly comparedOn: string },
  ): Promise<ControlInterval>;
}

const sourceCodes = z.record(z.string(), z.string());

export function createControlService({ read, commands, clock }: Pick<Foundation, 'read' | 'commands' | 'clock'>): ControlService {
  async function shown(id: string): Promise<ControlInterval> {
    const row = await findControl(read, id);
    if (row === undefined) throw notFound('control_interval', id);
    return asControl(row);
  }

  return {
    header: async (session) => {
      await requireActor(read, session, null);
      const table = await findShippedTable(read, SHIPPED_CONTROL_LIST);
      const { rows, verified } = await countControls(read);
      return {
        title: table?.title ?? '',
        version: table?.version ?? '',
        date: table?.dated ?? '',
        rows,
        verified,
        sources: table === undefined ? {} : sourceCodes.parse(JSON.parse(table.sources_json)),
      };
    },
    list: async (session, listing) => {
      await requireActor(read, session, null);
      const { rows, total } = await listControls(read, listing);
      const items = rows.map((row) => ({
        ...asControl(row),
        substanceName: row.preferred_name,
        substanceClass: row.substance_class,
        cas: row.cas,
      }));
      return { items, total };
    },
    update: async (session, { id, rowVersion, reason, ...edit }) => {
      refuseImpossible(edit);
      await commands.run(
        { actor: session, permission: 'substances.edit', action: 'control.update', reason, subject: { type: 'control_interval', id } },
        (change) =>
          change.update('control_interval', id, rowVersion, {
            schedule: edit.schedule,
            from_date: edit.fromDate,
            from_precision: edit.fromPrecision,
            ...(edit.fromPrecision === 'unknown' ? {} : { listed_by_year: null }),
            to_date: edit.toDate,
            to_precision: edit.toPrecision,
            scope: edit.scope,
            confidence: 'laboratory',
            verified_by: null,
            verified_at: null,
            verified_against: null,
          }),
      );
      return shown(id);
    },
    verify: async (session, { id, rowVersion, against, comparedOn }) => {
      if (comparedOn > new Date(clock.now()).toISOString().slice(0, 10))
        throw refused('control.compared-in-the-future', { day: comparedOn });
      await commands.run(
        { actor: session, permission: 'control.verify', action: 'control.verify', subject: { type: 'control_interval', id } },
        (change) =>
          change.update('control_interval', id, rowVersion, {
            verified_by: change.actor?.id ?? null,
            verified_at: change.now,
            verified_against: `${against} (${comparedOn})`,
          }),
      );
      return shown(id);
    },
  };
}

const FORMS = { day: /^\d{4}-\d{2}-\d{2}$/, year: /^\d{4}$/ } as const;

/** A date has the form its precision says, is a day of the calendar, and the end is not before the beginning. */
function refuseImpossible(edit: Pick<ControlEdit, 'fromDate' | 'fromPrecision' | 'toDate' | 'toPrecision'>): void {
  refuseForm(edit.fromDate, edit.fromPrecision);
  refuseForm(edit.toDate, edit.toPrecision);
  const { fromDate, toDate } = edit;
  if (fromDate === null || toDate === null) return;
  const comparable = Math.min(fromDate.length, toDate.length);
  if (toDate.slice(0, comparable) < fromDate.slice(0, comparable))
    throw refused('control.ends-before-it-begins', { from: fromDate, to: toDate });
}

function refuseForm(date: string | null, precision: ControlInterval['toPrecision']): void {
  const form = precision === 'day' || precision === 'year' ? FORMS[precision] : null;
  const fits = form === null ? date === null : date !== null && form.test(date) && !Number.isNaN(Date.parse(date));
  if (!fits) throw refused('control.date', { date: date ?? '', precision });
}
