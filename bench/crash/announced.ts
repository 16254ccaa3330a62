import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Files are announced to the engine's process through a folder beside its laboratory: there is no shell that could. */
const announcements = (laboratory: string) => `${laboratory}.announced`;

export function announce(laboratory: string, path: string): string {
  const token = randomUUID();
  mkdirSync(announcements(laboratory), { recursive: true });
  writeFileSync(join(announcements(laboratory), token), path);
  return token;
}

export function announcedPath(laboratory: string, token: string): string | null {
  const announcement = join(announcements(laboratory), token);
  return existsSync(announcement) ? readFileSync(announcement, 'utf8') : null;
}
