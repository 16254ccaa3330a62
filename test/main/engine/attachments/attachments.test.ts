import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AttachmentsService, createAttachmentsService } from '../../../../src/main/engine/attachments/service';
import { createAttachmentFiles } from '../../../../src/main/engine/attachments/store';
import { sha256 } from '../../../../src/main/engine/audit/event';
import { FOUNDATION_ALONE, startEngine, temporaryFolder } from '../../../support/engine';
import { type OpenRecords, openRecords, SYSTEM } from '../../../support/records';

describe('kept files', () => {
  const folder = temporaryFolder();
  let records: OpenRecords;
  let attachments: AttachmentsService;
  let name = 0;
  beforeEach(() => {
    records = openRecords(folder.path);
    attachments = createAttachmentsService(createAttachmentFiles(folder.path, () => `half-done-${++name}`));
  });
  afterEach(() => {
    if (records.database.writer.handle.open) records.database.close();
    folder.remove();
  });
  const record = (kept: { sha256: string; size: number }) =>
    records.commands.run({ ...SYSTEM, action: 'attachment.keep' }, (change) =>
      attachments.record(change, kept, { originalName: 'Ä é 吗.msp', mediaType: 'text/plain' }),
    );
  const halfDone = () => (existsSync(attachments.staging) ? readdirSync(attachments.staging) : []);

  it('lie byte for byte under their hash, from a path and from bytes, once', async () => {
    const bytes = Buffer.from(Array.from({ length: 3_000_000 }, (_, index) => index % 251));
    const source = join(folder.path, 'source.bin');
    writeFileSync(source, bytes);
    const copied: number[] = [];
    const kept = await attachments.keep({ path: source }, { onBytes: (count) => void copied.push(count) });
    expect(kept).toEqual({ sha256: sha256(bytes), size: bytes.byteLength });
    expect(copied.at(-1)).toBe(bytes.byteLength);
    expect(readFileSync(attachments.path(kept.sha256)).equals(bytes)).toBe(true);
    expect(await attachments.keep({ bytes })).toEqual(kept);
    expect(Buffer.from(await attachments.read(kept.sha256)).equals(bytes)).toBe(true);
    const row = await record(kept);
    expect(await attachments.get(records.database.read, row.id)).toMatchObject({
      sha256: kept.sha256,
      original_name: 'Ä é 吗.msp',
      kept_by: null,
    });
    expect(halfDone()).toEqual([]);
  });

  it('keeps nothing of a copy that was stopped or could not be read', async () => {
    const source = join(folder.path, 'source.bin');
    writeFileSync(source, Buffer.alloc(8 << 20, 1));
    const stop = new AbortController();
    await expect(attachments.keep({ path: source }, { signal: stop.signal, onBytes: () => stop.abort() })).rejects.toMatchObject({
      name: 'AbortError',
    });
    await expect(attachments.keep({ path: join(folder.path, 'nowhere') })).rejects.toMatchObject({
      code: 'UNREADABLE_FILE',
      data: { fileName: 'nowhere', params: { code: 'ENOENT' } },
    });
    expect(halfDone()).toEqual([]);
    expect(await attachments.sweep(records.database.read, 'today')).toEqual({ swept: [], missing: [] });
  });

  it('keep nothing of a file that is still being written', async () => {
    const source = join(folder.path, 'growing.bin');
    writeFileSync(source, Buffer.alloc(4 << 20, 1));
    const grow = () => appendFileSync(source, Buffer.alloc(1 << 20, 2));
    await expect(attachments.keep({ path: source }, { onBytes: grow })).rejects.toMatchObject({
      code: 'UNREADABLE_FILE',
      data: { fileName: 'growing.bin', code: 'growing' },
    });
    expect(halfDone()).toEqual([]);
  });

  it('are checked when read', async () => {
    const { sha256: hash } = await attachments.keep({ bytes: Buffer.from('as it was') });
    writeFileSync(attachments.path(hash), 'altered');
    await expect(attachments.read(hash)).rejects.toMatchObject({ code: 'STORAGE', data: { kind: 'corrupt' } });
    await expect(attachments.read('0'.repeat(64))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    // Keeping the same bytes again puts the file right.
    await attachments.keep({ bytes: Buffer.from('as it was') });
    expect(Buffer.from(await attachments.read(hash)).toString()).toBe('as it was');
  });

  it('are put aside at the start when no row names them, never deleted, and missed when a row does', async () => {
    const named = await attachments.keep({ bytes: Buffer.from('named') });
    const gone = await attachments.keep({ bytes: Buffer.from('gone') });
    const orphan = await attachments.keep({ bytes: Buffer.from('orphan') });
    await record(named);
    await record(gone);
    mkdirSync(attachments.staging, { recursive: true });
    writeFileSync(join(attachments.staging, 'half'), 'half');
    rmSync(attachments.path(gone.sha256));
    writeFileSync(join(folder.path, 'attachments', 'stray.txt'), 'stray');
    records.database.close();
    const engine = await startEngine(folder.path, FOUNDATION_ALONE);
    const { notices } = await engine.window().client.system.state();
    expect(notices).toEqual([
      { code: 'files-swept', params: { count: 2, folder: expect.stringMatching(/^swept\//), hashes: `${orphan.sha256}, stray.txt` } },
      { code: 'attachments-missing', params: { count: 1 } },
    ]);
    expect(existsSync(attachments.path(orphan.sha256))).toBe(false);
    const aside = join(folder.path, String(notices[0]?.params.folder));
    expect(readFileSync(join(aside, orphan.sha256.slice(0, 2), orphan.sha256.slice(2)), 'utf8')).toBe('orphan');
    expect(readFileSync(join(aside, 'stray.txt'), 'utf8')).toBe('stray');
    const { read } = engine.engine.foundation()!;
    const { detail_json } = await read
      .selectFrom('audit_event')
      .select('detail_json')
      .where('action', '=', 'engine.start')
      .executeTakeFirstOrThrow();
    expect(JSON.parse(detail_json)).toMatchObject({ filesSwept: [orphan.sha256, 'stray.txt'], attachmentsMissing: [gone.sha256] });
    expect(existsSync(attachments.path(named.sha256))).toBe(true);
    expect(halfDone()).toEqual([]);
    await engine.close();
  });
});
