import { implement } from '@orpc/server';
import { backup } from '../../../contract/backup';
import type { EngineContext } from '../session/context';
import type { BackupService } from './service';

export function backupRoutes(service: BackupService) {
  const os = implement(backup).$context<EngineContext>();
  return os.router({
    create: os.create.handler(({ context }) => service.create(context.session)),
    inspect: os.inspect.handler(({ context }) => service.inspect(context.session)),
    restore: os.restore.handler(({ input, context }) => service.restore(context.session, input)),
  });
}
