import { randomBytes } from 'node:crypto';
import type { Clock, IdSource } from './surroundings';

export const systemClock: Clock = { now: () => Date.now(), monotonic: () => performance.now() };

/** UUIDv7 (RFC 9562 §5.7): 48 bits of milliseconds, then random bits. The time part is never an order; codes and row versions are. */
export function uuidV7(atMilliseconds: number, random: Uint8Array): string {
  const bytes = Buffer.from(random.subarray(0, 16));
  bytes.writeUIntBE(atMilliseconds, 0, 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

export const randomIds: IdSource = {
  uuid: (at) => uuidV7(at, randomBytes(16)),
  randomBytes: (count) => randomBytes(count),
};
