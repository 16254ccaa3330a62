import type { CaseSummary, ExhibitSummary } from '../../../../contract/casework';
import { foldedKey } from '../../../../core/names/folded-key';
import type { Change } from '../../command/change';
import { notFound, refused } from '../../failures';
import type { Session } from '../../session/access';
import { type CaseworkDependencies, mayLook } from '../dependencies';
import { exhibitsOfCase } from '../exhibits/store';
import { casesOf, findCase, searchableCases } from './store';

export type CaseFields = Pick<
  CaseSummary,
  'title' | 'customerId' | 'customerReference' | 'receivedAt' | 'seizedOn' | 'seizurePlace' | 'request'
>;
interface CaseFilter {
  readonly offset: number;
  readonly limit: number;
  readonly text: string;
  readonly status: 'open' | 'closed' | null;
}
type CaseUpdate = CaseFields & Pick<CaseSummary, 'id' | 'rowVersion' | 'status'> & { readonly reason: string };

export interface CasesService {
  list(session: Session, filter: CaseFilter): Promise<{ items: CaseSummary[]; total: number }>;
  get(session: Session, id: string): Promise<CaseSummary & { exhibitList: ExhibitSummary[] }>;
  create(session: Session, fields: CaseFields): Promise<CaseSummary>;
  update(session: Session, input: CaseUpdate): Promise<CaseSummary>;
}

export function createCasesService({ read, commands }: CaseworkDependencies): CasesService {
  return {
    list: async (session, { offset, limit, text, status }) => {
      await mayLook(read, session);
      const wanted = foldedKey(text);
      const found = (await searchableCases(read, status)).filter(
        ({ id: _, ...words }) => wanted === '' || Object.values(words).some((word) => foldedKey(word).includes(wanted)),
      );
      const shown = found.slice(offset, offset + limit).map(({ id }) => id);
      return { items: [...(await casesOf(read, shown))], total: found.length };
    },
    get: async (session, id) => {
      await mayLook(read, session);
      const found = await findCase(read, id);
      if (found === undefined) throw notFound('case', id);
      return { ...found, exhibitList: [...(await exhibitsOfCase(read, id))] };
    },
    create: (session, fields) =>
      commands.run({ actor: session, permission: 'cases.receive', action: 'case.create' }, async (change) => {
        await requireCustomer(change, fields.customerId);
        const code = await change.nextCode('case');
        const row = await change.insert('case_file', {
          id: change.newId(),
          code,
          ...columns(fields),
          status: 'open',
          created_by: change.actor?.id ?? session.personId,
          created_at: change.now,
        });
        change.subject({ type: 'case', id: row.id, code });
        return stored(change, row.id);
      }),
    update: (session, { id, rowVersion, reason, status, ...fields }) =>
      commands.run({ actor: session, permission: 'cases.receive', action: 'case.update', reason }, async (change) => {
        const row = await change.update('case_file', id, rowVersion, { ...columns(fields), status });
        change.subject({ type: 'case', id, code: row.code });
        return stored(change, id);
      }),
  };
}

async function requireCustomer(change: Change, id: string): Promise<void> {
  const customer = await change.read.selectFrom('customer').select(['name', 'retired_at']).where('id', '=', id).executeTakeFirst();
  if (customer === undefined) throw notFound('customer', id);
  if (customer.retired_at !== null) throw refused('case.customer-retired', { customer: customer.name });
}

async function stored(change: Change, id: string): Promise<CaseSummary> {
  const found = await findCase(change.read, id);
  if (found === undefined) throw notFound('case', id);
  return found;
}

const columns = (fields: CaseFields) => ({
  title: fields.title,
  customer_id: fields.customerId,
  customer_reference: fields.customerReference,
  received_at: fields.receivedAt,
  seized_on: fields.seizedOn,
  seizure_place: fields.seizurePlace,
  request: fields.request,
});
