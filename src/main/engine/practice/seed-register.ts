import type { PracticeLaboratory } from './documents';
import type { Seeding } from './seed';

/** Customers, substances, lots, methods and instruments, each entered by whoever may. */
export async function seedRegister(
  { as, ids, times, laboratory, substances, registry }: Seeding,
  documents: PracticeLaboratory,
): Promise<void> {
  const [head, custodian] = [as('samir'), as('mara')];
  for (const { key, ...customer } of documents.customers) ids.set(key, (await laboratory.createCustomer(head, customer)).id);
  for (const { key, name, inchikey, cas, smiles } of documents.substances) {
    const known = await substances.lookUp.idOf({ inchikey, cas });
    const id =
      known ??
      (
        await substances.create(custodian, {
          preferredName: name,
          substanceClass: '',
          inchikey,
          cas,
          smiles,
          note: 'Entered for the practice laboratory.',
        })
      ).id;
    ids.set(key, id);
  }
  for (const { key, substance, receivedOn, expiresOn, ...lot } of documents.lots) {
    const entered = await registry.create(custodian, {
      ...lot,
      substanceId: ids.id(substance),
      receivedOn: times.day(receivedOn),
      expiresOn: times.day(expiresOn),
    });
    ids.set(key, entered.id);
  }
  for (const { key, validatedOn, ...method } of documents.methods)
    ids.set(key, (await laboratory.createMethod(head, { ...method, validatedOn: times.day(validatedOn) })).id);
  for (const { key, calibratedOn, calibrationDueOn, ...instrument } of documents.instruments)
    ids.set(
      key,
      (
        await laboratory.createInstrument(head, {
          ...instrument,
          calibratedOn: times.day(calibratedOn),
          calibrationDueOn: times.day(calibrationDueOn),
        })
      ).id,
    );
}
