import { z } from 'zod';
import type { ControlPeriod } from '../../../core/control/status';
import type { Row } from '../database/schema';

const period = z.object({
  convention: z.enum(['1961', '1971', '1988', 'national']),
  fromDate: z.string().nullable(),
  fromPrecision: z.enum(['day', 'year', 'unknown']),
  listedByYear: z.string().nullable(),
  toDate: z.string().nullable(),
  toPrecision: z.enum(['day', 'year', 'unknown', 'in-force']),
});

/** A stored interval as far as time goes. */
export function asPeriod(row: Row<'control_interval'>): ControlPeriod {
  return period.parse({
    convention: row.convention,
    fromDate: row.from_date,
    fromPrecision: row.from_precision,
    listedByYear: row.listed_by_year,
    toDate: row.to_date,
    toPrecision: row.to_precision,
  });
}
