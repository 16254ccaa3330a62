import type { Conclusion } from '../../src/contract/casework';
import type { Role } from '../../src/contract/permissions';
import type { Client, TestEngine } from '../../test/support/engine';

/** A change that a full disk is injected into, at every one of its writes. */
export interface DiskChange {
  readonly name: string;
  /** Does the change with a number that makes it different from the last; prepared on a disk with room. */
  readonly prepare: (engine: TestEngine) => Promise<(attempt: number) => Promise<unknown>>;
}

const createCustomer: DiskChange = {
  name: 'create a customer',
  prepare: async (engine) => {
    const { client } = await signedIn(engine, 'custodian');
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

/** Drawn on the practice case. Before and after each the chain is looked at: what was refused is not in it, and it is one line. */
const drawConclusion: DiskChange = {
  name: 'draw a conclusion',
  prepare: async (engine) => {
    const { client } = await signedIn(engine, 'technician');
    const { exhibitId, componentId, level } = await firstJudged(client);
    const chain = async () => {
      const { conclusions } = await client.casework.exhibits.get({ id: exhibitId });
      return inOneLine(conclusions.filter((conclusion) => conclusion.componentId === componentId));
    };
    const before = await chain();
    return async (attempt) => {
      requireSame(await chain(), before);
      const { id } = await client.casework.conclusions.draw({ exhibitId, componentId, expectedLevel: level, note: `Attempt ${attempt}` });
      requireSame(await chain(), [...before, id]);
    };
  },
};

/** A component of the practice case that something was tested of, and its level. */
async function firstJudged(client: Client) {
  const { items } = await client.casework.cases.list({ offset: 0, limit: 20, status: 'open' });
  for (const { id } of items)
    for (const { id: exhibitId } of (await client.casework.cases.get({ id })).exhibitList)
      for (const { componentId, level } of await client.casework.checklist({ exhibitId }))
        if (level !== 'not-tested') return { exhibitId, componentId, level };
  throw new Error('nothing of the practice case can be concluded on');
}

/** The ids from the first conclusion to the last. */
function inOneLine(conclusions: readonly Conclusion[]): readonly string[] {
  const after = new Map(conclusions.map((conclusion) => [conclusion.supersedesId, conclusion.id]));
  const ids: string[] = [];
  for (let id = after.get(null); id !== undefined; id = after.get(id)) ids.push(id);
  if (ids.length !== conclusions.length) throw new Error(`${ids.length} of ${conclusions.length} conclusions are in one line`);
  return ids;
}

function requireSame(found: readonly string[], expected: readonly string[]): void {
  if (found.join() !== expected.join()) throw new Error(`the chain is ${found.join()} and not ${expected.join()}`);
}

async function signedIn(engine: TestEngine, role: Role) {
  const { client } = engine.window();
  const { practicePeople } = await client.system.state();
  const person = practicePeople.find(({ roles }) => roles.includes(role));
  if (person === undefined) throw new Error(`the practice laboratory has no ${role}`);
  await client.people.signIn(person);
  return { client };
}

/** Every change the bench walks through. */
export const DISK_CHANGES: readonly DiskChange[] = [createCustomer, keepFile, drawConclusion];
