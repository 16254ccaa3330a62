import type { Message } from '../../../contract/base';

/** What the last start found and did; the window shows it until a person has read it. Codes are keys under `notices`. */
export interface Notices {
  add(code: string, params?: Message['params']): void;
  all(): Message[];
  /** Takes away those that a person has read, and not what came meanwhile. */
  dismiss(seen: readonly Message[]): void;
}

export function createNotices(onChange: () => void): Notices {
  let held: readonly Message[] = [];
  return {
    add: (code, params = {}) => {
      held = [...held, { code, params }];
      onChange();
    },
    all: () => [...held],
    dismiss: (seen) => {
      held = held.filter((notice) => !seen.includes(notice));
      onChange();
    },
  };
}
