import { describe, expect, it } from 'vitest';
import { isEngineToShell, isShellToEngine } from '../../src/main/shell-channel';

const filters = [{ name: 'PDF', extensions: ['pdf'] }];
const start = { type: 'start', folder: 'f', demo: false, logFolder: 'l', resourcesFolder: 'r', appVersion: '1', locale: 'en' };
const request = (content: unknown, id: unknown = 1) => ({ type: 'shell-request', id, request: content });

describe('what the engine may say', () => {
  it.each([
    { type: 'ready' },
    { type: 'log', level: 'warn', code: 'engine.slow' },
    { type: 'fatal', code: 'laboratory-locked', params: { by: 'host' } },
    request({ kind: 'open-path', path: '/a' }),
    request({ kind: 'save-dialog', suggestedName: 'a.pdf', filters }),
    request({ kind: 'open-dialog', directory: true, filters: [] }),
    request({ kind: 'set-title', title: 'C-2026-0001' }),
  ])('%j', (message) => {
    expect(isEngineToShell(message)).toBe(true);
  });

  it.each([
    null,
    'ready',
    [],
    { type: 'start' },
    { type: 'log', level: 'loud', code: 'a' },
    { type: 'fatal' },
    request({ kind: 'run', path: '/a' }),
    request({ kind: 'open-path', path: 1 }),
    request({ kind: 'open-path', path: '/a' }, '1'),
    request({ kind: 'save-dialog', suggestedName: 'a', filters: [{ name: 'a', extensions: [1] }] }),
    request({ kind: 'open-dialog', filters }),
  ])('but not %j', (message) => {
    expect(isEngineToShell(message)).toBe(false);
  });
});

describe('what the shell may say', () => {
  it.each([
    start,
    { type: 'window-port' },
    { type: 'stop' },
    { type: 'file-token', token: 't', path: 'p' },
    { type: 'shell-reply', id: 1, value: null },
  ])('%j', (message) => {
    expect(isShellToEngine(message)).toBe(true);
  });

  it.each([undefined, { ...start, folder: 1 }, { type: 'file-token', token: 't' }, { type: 'shell-reply', id: '1' }, { type: 'ready' }])(
    'but not %j',
    (message) => {
      expect(isShellToEngine(message)).toBe(false);
    },
  );
});
