import type { PracticeCase } from './documents';
import type { Seeding } from './seed';

type PracticeExhibit = PracticeCase['exhibits'][number];

/** A case with its exhibits, their custody, samples, colour tests and what they are thought to contain. */
export async function receiveCase(
  seeding: Seeding,
  { key, customer, exhibits, receivedAt, seizedOn, ...fields }: PracticeCase,
): Promise<void> {
  const { as, ids, times, casework } = seeding;
  const opened = await casework.cases.create(as('mara'), {
    ...fields,
    customerId: ids.id(customer),
    receivedAt: times.moment(receivedAt),
    seizedOn: times.day(seizedOn),
  });
  ids.set(key, opened.id);
  for (const exhibit of exhibits) await receiveExhibit(seeding, opened.id, exhibit);
}

async function receiveExhibit(seeding: Seeding, caseId: string, exhibit: PracticeExhibit): Promise<void> {
  const { as, ids, times, casework } = seeding;
  const { key, balance, custody, samples, colourTests, components, ...fields } = exhibit;
  // The receipt is recorded with the exhibit itself.
  const receipt = custody.find(({ kind }) => kind === 'received');
  const { id: exhibitId } = await casework.exhibits.create(as('mara'), {
    ...fields,
    balanceId: ids.id(balance),
    caseId,
    receivedFrom: receipt?.fromParty ?? '',
    location: receipt?.location ?? '',
  });
  ids.set(key, exhibitId);
  for (const { by, witness, occurredAt, ...event } of custody.filter((one) => one !== receipt))
    await casework.custody.add(as(by), {
      ...event,
      exhibitId,
      occurredAt: times.moment(occurredAt),
      witnessId: witness === null ? null : as(witness).personId,
      correctsId: null,
    });
  for (const { key: sampleKey, parent, takenBy, takenAt, ...sample } of samples) {
    const parentId = parent === null ? null : ids.id(parent);
    const taken = await casework.samples.add(as(takenBy), { ...sample, exhibitId, parentId, takenAt: times.moment(takenAt) });
    ids.set(sampleKey, taken.id);
  }
  for (const { sample, analyst, performedAt, reagentExpiresOn, ...test } of colourTests)
    await casework.colourTests.record(as(analyst), {
      ...test,
      exhibitId,
      sampleId: ids.id(sample),
      methodId: null,
      performedAt: times.moment(performedAt),
      reagentExpiresOn: times.day(reagentExpiresOn),
    });
  for (const { substance, ...proposal } of components) {
    const component = await casework.components.propose(as('jonas'), { ...proposal, exhibitId, substanceId: ids.id(substance) });
    ids.set(`${key} ${substance}`, component.id);
  }
}
