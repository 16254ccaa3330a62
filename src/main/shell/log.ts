import { appendFileSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { LogData, LogLevel } from '../shell-channel';

export type Log = (level: LogLevel, code: string, data?: LogData) => void;

const files = 5;
const bytesPerFile = 1024 * 1024;

const asData = (value: unknown): unknown =>
  value instanceof Error ? { name: value.name, message: value.message, stack: value.stack, cause: value.cause } : value;

/**
 * A log of one JSON object per line in `aliquot.log`; the four before it are `aliquot.1.log` (newest) to `aliquot.4.log`, 1 MB each at most.
 * Only the shell writes it, the engine sends its lines here: two writers would rotate each other's files.
 */
export function openLog(folder: string, now: () => Date = () => new Date()): Log {
  mkdirSync(folder, { recursive: true });
  const path = (age: number) => join(folder, age === 0 ? 'aliquot.log' : `aliquot.${age}.log`);
  let size = existsSync(path(0)) ? statSync(path(0)).size : 0;
  const rotate = () => {
    for (let age = files - 2; age >= 0; age -= 1) if (existsSync(path(age))) renameSync(path(age), path(age + 1));
    size = 0;
  };
  return (level, code, data) => {
    const line = `${JSON.stringify({ at: now().toISOString(), level, code, ...(data === undefined ? {} : { data }) }, (_key, value) => asData(value))}\n`;
    const bytes = Buffer.byteLength(line);
    try {
      if (size > 0 && size + bytes > bytesPerFile) rotate();
      appendFileSync(path(0), line);
      size += bytes;
    } catch (error) {
      // A full disk must not end the program because of its log; the terminal is what is left.
      process.stderr.write(`${line}log not written: ${String(error)}\n`);
    }
  };
}
