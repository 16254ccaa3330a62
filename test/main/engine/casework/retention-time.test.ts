import { describe, expect, it } from 'vitest';
import { minutesStated } from '../../../../src/main/engine/casework/injections/retention-time';

describe('a retention time as files state it', () => {
  it.each([
    ['6.115 min', 6.115],
    ['(6.1 minutes)', 6.1],
    ['12.660 [min]', 12.66],
    ['366 s', 6.1],
    ['366 sec.', 6.1],
    ['PT6M6S', 6.1],
    ['PT366S', 6.1],
    ['1.2e1 min', 12],
  ])('%s', (stated, minutes) => {
    expect(minutesStated(stated)).toBeCloseTo(minutes, 9);
  });

  it.each([undefined, '', '6.115', '-3 min', '0 min', '6 furlongs', 'about 6 min', 'PT', 'NaN min'])('%s is none', (stated) => {
    expect(minutesStated(stated)).toBeNull();
  });
});
