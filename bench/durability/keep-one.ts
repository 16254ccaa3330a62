// One kept file and the change that records it, for strace: node keep-one.mjs <folder>. The words on stdout mark the part to look at.
import { createAttachmentsService } from '../../src/main/engine/attachments/service';
import { createAttachmentFiles } from '../../src/main/engine/attachments/store';
import { createCommands } from '../../src/main/engine/command/commands';
import { migrations } from '../../src/main/engine/database/migrations';
import { openLaboratory } from '../../src/main/engine/database/open';
import { randomIds, systemClock } from '../../src/main/engine/system-clock';

const folder = process.argv[2] ?? '';
const database = openLaboratory({ folder, migrations, now: new Date().toISOString() });
const quiet = () => undefined;
const commands = createCommands({
  database,
  clock: systemClock,
  ids: randomIds,
  onChanged: quiet,
  onClockWentBack: quiet,
  onStorageRefused: quiet,
});
const attachments = createAttachmentsService(createAttachmentFiles(folder, () => 'half-done'));

process.stdout.write('MARK begin\n');
const kept = await attachments.keep({ bytes: Buffer.from('the bytes of an instrument file') });
await commands.run({ actor: null, permission: null, action: 'attachment.keep' }, (change) =>
  attachments.record(change, kept, { originalName: 'a.jdx', mediaType: 'chemical/x-jcamp-dx' }),
);
process.stdout.write('MARK end\n');
database.close();
