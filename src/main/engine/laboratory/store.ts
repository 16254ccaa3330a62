import { language } from '../../../contract/base';
import {
  type Customer,
  comparisonTolerances,
  customer,
  type Instrument,
  instrument,
  type LaboratoryRecord,
  type Method,
  method,
} from '../../../contract/laboratory';
import type { Readable, Row } from '../database/schema';

export function findLaboratory(read: Readable): Promise<Row<'laboratory'> | undefined> {
  return read.selectFrom('laboratory').selectAll().executeTakeFirst();
}

export async function listCustomers(read: Readable): Promise<readonly Customer[]> {
  return (await read.selectFrom('customer').selectAll().orderBy('name').execute()).map(asCustomer);
}

/** Every version, newest first. */
export async function listMethods(read: Readable): Promise<readonly Method[]> {
  return (await read.selectFrom('method').selectAll().orderBy('code', 'desc').orderBy('version', 'desc').execute()).map(asMethod);
}

export async function listInstruments(read: Readable): Promise<readonly Instrument[]> {
  return (await read.selectFrom('instrument').selectAll().orderBy('code').execute()).map(asInstrument);
}

export function asLaboratory(row: Row<'laboratory'>): LaboratoryRecord {
  return {
    rowVersion: row.row_version,
    name: row.name,
    address: row.address,
    country: row.country,
    language: language.parse(row.language),
    phone: row.phone,
    email: row.email,
    accreditation: row.accreditation,
    timeZone: row.time_zone,
    lockAfterMinutes: row.lock_after_minutes,
  };
}

export function asCustomer(row: Row<'customer'>): Customer {
  return customer.parse({
    id: row.id,
    rowVersion: row.row_version,
    name: row.name,
    address: row.address,
    contactPerson: row.contact_person,
    email: row.email,
    phone: row.phone,
    retiredAt: row.retired_at,
  });
}

export function asMethod(row: Row<'method'>): Method {
  return method.parse({
    id: row.id,
    rowVersion: row.row_version,
    code: row.code,
    version: row.version,
    title: row.title,
    kind: row.kind,
    procedureReference: row.procedure_reference,
    solvent: row.solvent,
    stationaryPhase: row.stationary_phase,
    validatedOn: row.validated_on,
    validationReference: row.validation_reference,
    tolerances: row.tolerances_json === null ? null : comparisonTolerances.parse(JSON.parse(row.tolerances_json)),
    validFrom: row.valid_from,
    retiredAt: row.retired_at,
  });
}

export function asInstrument(row: Row<'instrument'>): Instrument {
  return instrument.parse({
    id: row.id,
    rowVersion: row.row_version,
    code: row.code,
    name: row.name,
    maker: row.maker,
    model: row.model,
    serialNumber: row.serial_number,
    kind: row.kind,
    inService: row.in_service === 1,
    calibratedOn: row.calibrated_on,
    calibrationDueOn: row.calibration_due_on,
  });
}
