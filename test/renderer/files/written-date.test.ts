import { describe, expect, it } from 'vitest';
import { writtenDate } from '../../../src/renderer/screens/files/panels/written-date';

describe('a date as a file states it', () => {
  it.each([
    ['2006-01-31T09:24:52+00:00', '31 Jan 2006, 09:24 (UTC)'],
    ['2016-07-06T19:43:13Z', '6 Jul 2016, 19:43 (UTC)'],
    ['1989-06-28T04:52:14-07:00', '28 Jun 1989, 04:52 (UTC−07:00)'],
    ['2017-10-05T11:17:36.123', '5 Oct 2017, 11:17'],
    ['2008-12-18T15:45', '18 Dec 2008, 15:45'],
    ['2023-08-28', '28 Aug 2023'],
  ])('%s reads %s: the instrument’s clock, moved nowhere', (written, told) => {
    expect(writtenDate(written, 'en')).toBe(told);
  });

  it.each(['1964', '12/03/98', 'Wed Jul 06 21:40:37 2016', '2023-13-45', ''])('%s stays as it is written', (written) => {
    expect(writtenDate(written, 'en')).toBe(written);
  });
});
