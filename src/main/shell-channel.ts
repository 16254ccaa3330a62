/** What the shell (the Electron main process) and the engine (the laboratory's own process) say to each other, and the guards for it. */

export type FileFilter = { readonly name: string; readonly extensions: readonly string[] };

export type StartMessage = {
  readonly type: 'start';
  /** the laboratory folder; it may not exist yet */
  readonly folder: string;
  readonly demo: boolean;
  readonly logFolder: string;
  readonly resourcesFolder: string;
  readonly appVersion: string;
  /** BCP 47, as the system says it */
  readonly locale: string;
};

export type ShellToEngine =
  | StartMessage
  /** comes with one port, the window's */
  | { readonly type: 'window-port' }
  | { readonly type: 'file-token'; readonly token: string; readonly path: string }
  | { readonly type: 'shell-reply'; readonly id: number; readonly value: ShellReplyValue }
  /** finish what is being written, close the database, end with code 0 */
  | { readonly type: 'stop' };

export type ShellRequest =
  /** reply: '' or the system's own error text */
  | { readonly kind: 'open-path'; readonly path: string }
  /** reply: the path, or null when the person cancelled */
  | { readonly kind: 'save-dialog'; readonly suggestedName: string; readonly filters: readonly FileFilter[] }
  /** reply: the paths, none when the person cancelled */
  | { readonly kind: 'open-dialog'; readonly directory: boolean; readonly filters: readonly FileFilter[] }
  /** reply: null */
  | { readonly kind: 'set-title'; readonly title: string };

export type ShellReplyValue = string | null | readonly string[];

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';
export type LogData = Readonly<Record<string, unknown>>;

export type EngineToShell =
  | { readonly type: 'ready' }
  | { readonly type: 'log'; readonly level: LogLevel; readonly code: string; readonly data?: LogData }
  /** the engine cannot serve this laboratory; it stays alive only if it can show why through the contract */
  | { readonly type: 'fatal'; readonly code: string; readonly params?: LogData }
  | { readonly type: 'shell-request'; readonly id: number; readonly request: ShellRequest };

type Loose = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Loose => typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string';
const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);
const isFilter = (value: unknown) => isObject(value) && isText(value.name) && isList(value.extensions) && value.extensions.every(isText);
const levels: readonly unknown[] = ['debug', 'info', 'warn', 'error'] satisfies LogLevel[];

function isShellRequest(value: unknown): value is ShellRequest {
  if (!isObject(value)) return false;
  switch (value.kind) {
    case 'open-path':
      return isText(value.path);
    case 'set-title':
      return isText(value.title);
    case 'save-dialog':
      return isText(value.suggestedName) && isList(value.filters) && value.filters.every(isFilter);
    case 'open-dialog':
      return typeof value.directory === 'boolean' && isList(value.filters) && value.filters.every(isFilter);
    default:
      return false;
  }
}

export function isEngineToShell(value: unknown): value is EngineToShell {
  if (!isObject(value)) return false;
  switch (value.type) {
    case 'ready':
      return true;
    case 'log':
      return levels.includes(value.level) && isText(value.code);
    case 'fatal':
      return isText(value.code);
    case 'shell-request':
      return typeof value.id === 'number' && isShellRequest(value.request);
    default:
      return false;
  }
}

export function isShellToEngine(value: unknown): value is ShellToEngine {
  if (!isObject(value)) return false;
  switch (value.type) {
    case 'start':
      return ['folder', 'logFolder', 'resourcesFolder', 'appVersion', 'locale'].every((name) => isText(value[name]));
    case 'file-token':
      return isText(value.token) && isText(value.path);
    case 'shell-reply':
      return typeof value.id === 'number';
    case 'window-port':
    case 'stop':
      return true;
    default:
      return false;
  }
}
