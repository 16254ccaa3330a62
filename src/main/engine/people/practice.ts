import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { language } from '../../../contract/base';
import { role } from '../../../contract/permissions';
import type { SystemState } from '../../../contract/system';
import type { Commands } from '../command/commands';
import type { IdSource } from '../surroundings';
import { rolesJson } from './accounts';
import { hashPassword } from './password';
import { nameKey } from './store';

/** Of resources/practice/laboratory.json: the invented laboratory and its invented people (resources/practice/README.md). */
const practiceFile = z.object({
  practice: z.literal(true),
  laboratory: z.object({
    name: z.string(),
    address: z.string(),
    country: z.string(),
    language,
    phone: z.string(),
    email: z.string(),
    accreditation: z.string(),
    timeZone: z.string(),
    lockAfterMinutes: z.int(),
  }),
  people: z.array(
    z.object({
      signInName: z.string(),
      fullName: z.string(),
      initials: z.string(),
      title: z.string(),
      roles: z.array(role),
      language,
      practicePassword: z.string(),
    }),
  ),
});

export type PracticeFile = z.infer<typeof practiceFile>;

export async function readPracticeFile(resourcesFolder: string): Promise<PracticeFile> {
  return practiceFile.parse(JSON.parse(await readFile(join(resourcesFolder, 'practice', 'laboratory.json'), 'utf8')));
}

/** Their passwords are shown on the sign-in screen of the practice laboratory and protect nothing. */
export function practicePeople({ people }: PracticeFile): SystemState['practicePeople'] {
  return people.map(({ signInName, practicePassword, fullName, roles }) => ({ signInName, password: practicePassword, fullName, roles }));
}

/** The practice laboratory and its people, in one recorded change. */
export async function seedPracticeLaboratory(commands: Commands, ids: IdSource, { laboratory: of, people }: PracticeFile): Promise<void> {
  // They share one password, so they may share its hash: hashing takes a fifth of a second each.
  const hashes = new Map<string, string>();
  for (const { practicePassword } of people)
    if (!hashes.has(practicePassword)) hashes.set(practicePassword, await hashPassword(practicePassword, ids.randomBytes(16)));
  await commands.run({ actor: null, permission: null, action: 'laboratory.set-up-practice' }, async (change) => {
    const laboratory = await change.insert('laboratory', {
      id: change.newId(),
      name: of.name,
      address: of.address,
      country: of.country,
      language: of.language,
      phone: of.phone,
      email: of.email,
      accreditation: of.accreditation,
      time_zone: of.timeZone,
      lock_after_minutes: of.lockAfterMinutes,
      practice: 1,
      created_at: change.now,
    });
    change.subject({ type: 'laboratory', id: laboratory.id });
    for (const person of people)
      await change.insert('person', {
        id: change.newId(),
        sign_in_name: person.signInName,
        sign_in_key: nameKey(person.signInName),
        full_name: person.fullName,
        initials: person.initials,
        title: person.title,
        roles_json: rolesJson(person.roles),
        language: person.language,
        password_hash: hashes.get(person.practicePassword) ?? '',
        must_change_password: 0,
        disabled_at: null,
        created_at: change.now,
      });
  });
}
