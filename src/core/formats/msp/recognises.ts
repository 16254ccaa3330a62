import type { FileHead } from '../file-head';
import { mspField } from './fields';

/** NIST text format (MSP, MSL): some line near the beginning names a compound or announces peaks. */
export function recognisesMsp({ lines }: FileHead): boolean {
  for (const line of lines) {
    const colon = line.indexOf(':');
    if (colon <= 0 || colon > 40) continue;
    const field = mspField(line.slice(0, colon).trim());
    if (field === 'name' || field === 'peakCount') return true;
  }
  return false;
}
