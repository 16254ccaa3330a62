import type { Role } from '../../../contract/permissions';
import type { SystemState } from '../../../contract/system';
import type { Commands } from '../command/commands';
import type { IdSource } from '../surroundings';
import { rolesJson } from './accounts';
import { hashPassword } from './password';
import { nameKey } from './store';

interface PracticePerson {
  readonly signInName: string;
  readonly password: string;
  readonly fullName: string;
  readonly initials: string;
  readonly title: string;
  readonly roles: readonly Role[];
}

/** Invented people. Their passwords are shown on the sign-in screen of the practice laboratory and protect nothing. */
const PEOPLE: readonly PracticePerson[] = [
  {
    signInName: 'ada',
    password: 'practice-ada',
    fullName: 'Ada Example',
    initials: 'AE',
    title: 'Head of laboratory',
    roles: ['manager', 'administrator'],
  },
  {
    signInName: 'tariq',
    password: 'practice-tariq',
    fullName: 'Tariq Sample',
    initials: 'TS',
    title: 'Forensic chemist',
    roles: ['technician', 'custodian'],
  },
  { signInName: 'rosa', password: 'practice-rosa', fullName: 'Rosa Specimen', initials: 'RS', title: 'Reviewer', roles: ['reviewer'] },
];

export const practicePeople: SystemState['practicePeople'] = PEOPLE.map(({ signInName, password, fullName, roles }) => ({
  signInName,
  password,
  fullName,
  roles: [...roles],
}));

/** The practice laboratory and its people, in one recorded change. */
export async function seedPracticeLaboratory(commands: Commands, ids: IdSource): Promise<void> {
  const hashed = await Promise.all(
    PEOPLE.map(async (person) => ({ ...person, password_hash: await hashPassword(person.password, ids.randomBytes(16)) })),
  );
  await commands.run({ actor: null, permission: null, action: 'laboratory.set-up-practice' }, async (change) => {
    const laboratory = await change.insert('laboratory', {
      id: change.newId(),
      name: 'Practice laboratory (invented)',
      address: '1 Example Street, Sampleton',
      country: 'XX',
      language: 'en',
      phone: '',
      email: '',
      accreditation: '',
      time_zone: 'UTC',
      lock_after_minutes: 60,
      practice: 1,
      created_at: change.now,
    });
    change.subject({ type: 'laboratory', id: laboratory.id });
    for (const person of hashed)
      await change.insert('person', {
        id: change.newId(),
        sign_in_name: person.signInName,
        sign_in_key: nameKey(person.signInName),
        full_name: person.fullName,
        initials: person.initials,
        title: person.title,
        roles_json: rolesJson(person.roles),
        language: 'en',
        password_hash: person.password_hash,
        must_change_password: 0,
        disabled_at: null,
        created_at: change.now,
      });
  });
}
