import { describe, expect, it } from 'vitest';
import { createShellLine } from '../../../../src/main/engine/shell-line';
import type { EngineToShell } from '../../../../src/main/shell-channel';

describe('the line to the shell', () => {
  const said: EngineToShell[] = [];
  const line = createShellLine((message) => void said.push(message));

  it('knows a file by its token, also when the window’s request is here before the shell’s announcement', async () => {
    expect(line.receive({ type: 'file-token', token: 'a', path: '/a.msp' })).toBe(true);
    expect(await line.files.path('a')).toBe('/a.msp');
    const early = line.files.path('b');
    setImmediate(() => line.receive({ type: 'file-token', token: 'b', path: '/b.msp' }));
    expect(await early).toBe('/b.msp');
  });

  it('does not know what was never announced', async () => {
    await expect(line.files.path('nothing')).rejects.toMatchObject({ code: 'NOT_FOUND', data: { subject: 'file', id: 'nothing' } });
  });

  it('gives each question its own answer, in whatever order they come', async () => {
    const [first, second, third] = [
      line.shell.openDialog({ directory: true, filters: [] }),
      line.shell.saveDialog({ suggestedName: 'r.pdf', filters: [] }),
      line.shell.openPath('/r.pdf'),
    ];
    const ids = said.flatMap((message) => (message.type === 'shell-request' ? [message.id] : []));
    expect(ids).toHaveLength(3);
    line.receive({ type: 'shell-reply', id: ids[1]!, value: null });
    line.receive({ type: 'shell-reply', id: ids[2]!, value: '' });
    line.receive({ type: 'shell-reply', id: ids[0]!, value: ['/folder'] });
    expect(await Promise.all([first, second, third])).toEqual([['/folder'], null, '']);
    expect(line.receive({ type: 'stop' })).toBe(false);
  });
});
