import type { TestEngine } from '../../test/support/engine';

/** A change that a full disk is injected into, at every one of its writes. */
export interface DiskChange {
  readonly name: string;
  /** Does the change with a number that makes it different from the last; prepared on a disk with room. */
  readonly prepare: (engine: TestEngine) => Promise<(attempt: number) => Promise<unknown>>;
}

const createCustomer: DiskChange = {
  name: 'create a customer',
  prepare: async (engine) => {
    const { client } = await signedIn(engine);
    return (attempt) =>
      client.laboratory.customers.create({
        name: `Customer ${attempt}`,
        address: 'x'.repeat(1500),
        contactPerson: '',
        email: '',
        phone: '',
      });
  },
};

const keepFile: DiskChange = {
  name: 'keep a file and its row',
  prepare: async (engine) => {
    const foundation = engine.engine.foundation();
    if (foundation === null) throw new Error('no laboratory is open');
    return async (attempt) => {
      const kept = await foundation.attachments.keep({ bytes: Buffer.alloc(20_000, attempt) });
      await foundation.commands.run({ actor: null, permission: null, action: 'attachment.keep' }, (change) =>
        foundation.attachments.record(change, kept, { originalName: `${attempt}.bin`, mediaType: 'application/octet-stream' }),
      );
    };
  },
};

async function signedIn(engine: TestEngine) {
  const { client } = engine.window();
  const { practicePeople } = await client.system.state();
  const [person] = practicePeople;
  if (person === undefined) throw new Error('the practice laboratory has no people');
  await client.people.signIn(person);
  return { client };
}

/** Every change the bench walks through. Drawing a conclusion belongs here, prepared on the practice case. */
export const DISK_CHANGES: readonly DiskChange[] = [createCustomer, keepFile];
