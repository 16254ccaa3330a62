import type { SessionPerson } from '../../../contract/people';
import type { Readable } from '../database/schema';
import { type AccountsService, createAccountsService } from './accounts';
import { createAttempts } from './attempts';
import type { PeopleDependencies } from './dependencies';
import { createFirstRunService, type FirstRunService } from './first-run';
import { createSignInService, type SignInService } from './sign-in';
import { asSessionPerson, findById } from './store';

export interface PeopleService {
  readonly doors: SignInService;
  readonly accounts: AccountsService;
  readonly firstRun: FirstRunService;
}

export function createPeopleService(dependencies: Omit<PeopleDependencies, 'attempts'>): PeopleService {
  const whole: PeopleDependencies = { ...dependencies, attempts: createAttempts(dependencies) };
  return { doors: createSignInService(whole), accounts: createAccountsService(whole), firstRun: createFirstRunService(whole) };
}

export async function findSessionPerson(read: Readable, id: string): Promise<SessionPerson | null> {
  const row = await findById(read, id);
  return row === undefined || row.disabled_at !== null ? null : asSessionPerson(row);
}
