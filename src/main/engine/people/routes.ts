import { implement } from '@orpc/server';
import { people } from '../../../contract/people';
import type { EngineContext } from '../session/context';
import type { PeopleService } from './service';

export function peopleRoutes({ doors, accounts, firstRun }: PeopleService) {
  const os = implement(people).$context<EngineContext>();
  return os.router({
    setUp: os.setUp.handler(({ input, context }) => firstRun.setUp(context.session, input)),
    signIn: os.signIn.handler(({ input, context }) => doors.signIn(context.session, input)),
    signOut: os.signOut.handler(({ context }) => doors.signOut(context.session)),
    lock: os.lock.handler(({ context }) => doors.lock(context.session)),
    unlock: os.unlock.handler(({ input, context }) => doors.unlock(context.session, input.password)),
    changeOwnPassword: os.changeOwnPassword.handler(({ input, context }) => doors.changeOwnPassword(context.session, input)),
    setOwnLanguage: os.setOwnLanguage.handler(({ input, context }) => doors.setOwnLanguage(context.session, input.language)),
    recover: os.recover.handler(({ input }) => firstRun.recover(input)),
    list: os.list.handler(async ({ context }) => [...(await accounts.list(context.session.require()))]),
    create: os.create.handler(({ input, context }) => accounts.create(context.session.require(), input)),
    update: os.update.handler(({ input, context }) => accounts.update(context.session.require(), input)),
    setDisabled: os.setDisabled.handler(({ input, context }) => accounts.setDisabled(context.session.require(), input)),
    resetPassword: os.resetPassword.handler(({ input, context }) => accounts.resetPassword(context.session.require(), input)),
  });
}
