import { Zip, ZipPassThrough } from 'fflate/browser';
import type { AttachmentsService } from '../attachments/service';
import type { OpenedFileRow } from './store';

/** An instrument's folder again, its files byte for byte under their names, as the parts of a zip. */
export async function* folderAsZip(
  attachments: Pick<AttachmentsService, 'parts'>,
  { name, main_path, sha256, opened_at }: Pick<OpenedFileRow, 'name' | 'main_path' | 'sha256' | 'opened_at'>,
  companions: readonly { readonly path: string; readonly sha256: string }[],
): AsyncGenerator<Uint8Array, void> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, part) => {
    if (error !== null) throw error;
    ready.push(part);
  });
  for (const file of [{ path: main_path ?? name, sha256 }, ...companions]) {
    const entry = new ZipPassThrough(`${name}/${file.path}`);
    entry.mtime = opened_at;
    zip.add(entry);
    for await (const part of attachments.parts(file.sha256)) {
      entry.push(part);
      yield* ready.splice(0);
    }
    entry.push(new Uint8Array(0), true);
  }
  zip.end();
  yield* ready.splice(0);
}
