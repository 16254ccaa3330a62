import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openFileSource } from '../../../../src/main/engine/threads/file-source';
import { temporaryFolder } from '../../../support/engine';

describe('a file as a source of bytes', () => {
  const folder = temporaryFolder();
  afterEach(() => folder.remove());

  it('ends where it ended when it was opened', () => {
    const path = join(folder.path, 'growing.msp');
    writeFileSync(path, 'Name: A\n');
    const source = openFileSource(path, 'growing.msp');
    appendFileSync(path, 'Name: B\n');
    const into = new Uint8Array(100);
    expect([source.size, source.read(0, into), source.read(4, into), source.read(8, into), source.read(20, into)]).toEqual([8, 8, 4, 0, 0]);
    source.close();
  });
});
