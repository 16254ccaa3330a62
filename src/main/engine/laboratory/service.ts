import type { Customer, Instrument, LaboratoryRecord, Method } from '../../../contract/laboratory';
import type { Commands } from '../command/commands';
import type { Readable } from '../database/schema';
import { notFound, refused } from '../failures';
import { requireActor, type Session } from '../session/access';
import { asCustomer, asInstrument, asLaboratory, asMethod, findLaboratory, listCustomers, listInstruments, listMethods } from './store';

type Fields<Whole extends { readonly id: string }, Own extends keyof Whole> = Omit<Whole, 'id' | 'rowVersion' | Own>;
export type CustomerFields = Fields<Customer, 'retiredAt'>;
export type MethodFields = Fields<Method, 'code' | 'version' | 'validFrom' | 'retiredAt'>;
export type InstrumentFields = Fields<Instrument, 'code'>;
interface Revision {
  readonly id: string;
  readonly rowVersion: number;
  readonly reason: string;
}

export interface LaboratoryService {
  get(session: Session): Promise<LaboratoryRecord>;
  update(session: Session, input: LaboratoryRecord & { readonly reason: string }): Promise<LaboratoryRecord>;
  customers(session: Session): Promise<readonly Customer[]>;
  createCustomer(session: Session, fields: CustomerFields): Promise<Customer>;
  updateCustomer(session: Session, input: CustomerFields & Revision): Promise<Customer>;
  methods(session: Session): Promise<readonly Method[]>;
  createMethod(session: Session, fields: MethodFields): Promise<Method>;
  reviseMethod(session: Session, input: MethodFields & Revision): Promise<Method>;
  instruments(session: Session): Promise<readonly Instrument[]>;
  createInstrument(session: Session, fields: InstrumentFields): Promise<Instrument>;
  updateInstrument(session: Session, input: InstrumentFields & Revision): Promise<Instrument>;
}

export function createLaboratoryService({
  read,
  commands,
  stateChanged,
}: {
  readonly read: Readable;
  readonly commands: Commands;
  readonly stateChanged: () => void;
}): LaboratoryService {
  const signedIn = (session: Session) => requireActor(read, session, null);

  return {
    get: async (session) => {
      await signedIn(session);
      const row = await findLaboratory(read);
      if (row === undefined) throw notFound('laboratory', '');
      return asLaboratory(row);
    },
    update: async (session, input) => {
      const changed = await commands.run(
        { actor: session, permission: 'laboratory.edit', action: 'laboratory.update', reason: input.reason },
        async (change) => {
          const row = await findLaboratory(change.read);
          if (row === undefined) throw notFound('laboratory', '');
          change.subject({ type: 'laboratory', id: row.id });
          return change.update('laboratory', row.id, input.rowVersion, {
            name: input.name,
            address: input.address,
            country: input.country,
            language: input.language,
            phone: input.phone,
            email: input.email,
            accreditation: input.accreditation,
            time_zone: input.timeZone,
            lock_after_minutes: input.lockAfterMinutes,
          });
        },
      );
      stateChanged();
      return asLaboratory(changed);
    },
    customers: async (session) => {
      await signedIn(session);
      return listCustomers(read);
    },
    createCustomer: (session, fields) =>
      commands.run({ actor: session, permission: 'customers.edit', action: 'customer.create' }, async (change) => {
        const row = await change.insert('customer', { id: change.newId(), ...customerColumns(fields), retired_at: null });
        change.subject({ type: 'customer', id: row.id });
        return asCustomer(row);
      }),
    updateCustomer: (session, { id, rowVersion, reason, ...fields }) =>
      commands.run(
        { actor: session, permission: 'customers.edit', action: 'customer.update', reason, subject: { type: 'customer', id } },
        async (change) => asCustomer(await change.update('customer', id, rowVersion, customerColumns(fields))),
      ),
    methods: async (session) => {
      await signedIn(session);
      return listMethods(read);
    },
    createMethod: (session, fields) =>
      commands.run({ actor: session, permission: 'methods.edit', action: 'method.create' }, async (change) => {
        requireValidation(fields, change.now);
        const code = await change.nextCode('method');
        const row = await change.insert('method', {
          id: change.newId(),
          code,
          version: 1,
          ...methodColumns(fields),
          valid_from: change.now,
          retired_at: null,
        });
        change.subject({ type: 'method', id: row.id, code });
        return asMethod(row);
      }),
    reviseMethod: (session, { id, rowVersion, reason, ...fields }) =>
      commands.run({ actor: session, permission: 'methods.edit', action: 'method.revise', reason }, async (change) => {
        requireValidation(fields, change.now);
        const old = await change.update('method', id, rowVersion, { retired_at: change.now });
        const newer = await change.read
          .selectFrom('method')
          .select('id')
          .where('code', '=', old.code)
          .where('version', '>', old.version)
          .executeTakeFirst();
        if (newer !== undefined) throw refused('method.already-revised', { code: old.code });
        const row = await change.insert('method', {
          id: change.newId(),
          code: old.code,
          version: old.version + 1,
          ...methodColumns(fields),
          valid_from: change.now,
          retired_at: null,
        });
        change.subject({ type: 'method', id: row.id, code: row.code });
        return asMethod(row);
      }),
    instruments: async (session) => {
      await signedIn(session);
      return listInstruments(read);
    },
    createInstrument: (session, fields) =>
      commands.run({ actor: session, permission: 'instruments.edit', action: 'instrument.create' }, async (change) => {
        const code = await change.nextCode('instrument');
        const row = await change.insert('instrument', { id: change.newId(), code, ...instrumentColumns(fields) });
        change.subject({ type: 'instrument', id: row.id, code });
        return asInstrument(row);
      }),
    updateInstrument: (session, { id, rowVersion, reason, ...fields }) =>
      commands.run({ actor: session, permission: 'instruments.edit', action: 'instrument.update', reason }, async (change) => {
        const row = await change.update('instrument', id, rowVersion, instrumentColumns(fields));
        change.subject({ type: 'instrument', id, code: row.code });
        return asInstrument(row);
      }),
  };
}

/** The day may have begun elsewhere before it has in UTC: the first time zone is 14 hours ahead. */
const FIRST_ZONE_MILLISECONDS = 14 * 3_600_000;

/** @throws Failure REFUSED `method.validated-in-the-future`, `method.validation-without-reference` */
function requireValidation({ validatedOn, validationReference }: MethodFields, now: string): void {
  if (validatedOn === null) return;
  const today = new Date(Date.parse(now) + FIRST_ZONE_MILLISECONDS).toISOString().slice(0, 10);
  if (validatedOn > today) throw refused('method.validated-in-the-future', { day: validatedOn });
  if (validationReference === '') throw refused('method.validation-without-reference');
}

const customerColumns = (fields: CustomerFields) => ({
  name: fields.name,
  address: fields.address,
  contact_person: fields.contactPerson,
  email: fields.email,
  phone: fields.phone,
});

const methodColumns = (fields: MethodFields) => ({
  title: fields.title,
  kind: fields.kind,
  procedure_reference: fields.procedureReference,
  solvent: fields.solvent,
  stationary_phase: fields.stationaryPhase,
  validated_on: fields.validatedOn,
  validation_reference: fields.validationReference,
  tolerances_json: fields.tolerances === null ? null : JSON.stringify(fields.tolerances),
});

const instrumentColumns = (fields: InstrumentFields) => ({
  name: fields.name,
  maker: fields.maker,
  model: fields.model,
  serial_number: fields.serialNumber,
  kind: fields.kind,
  in_service: fields.inService ? 1 : 0,
  calibrated_on: fields.calibratedOn,
  calibration_due_on: fields.calibrationDueOn,
});

/** The laboratory's own row as stored, undefined before the first run: for the state of the window and for reports. */
export const laboratoryRow = (read: Readable) => findLaboratory(read);
