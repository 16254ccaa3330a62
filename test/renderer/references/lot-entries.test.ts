import { describe, expect, it } from 'vitest';
import { contract } from '../../../src/contract';
import { inputSchema } from '../../../src/renderer/app/errors/input-schema';
import { entriesOf, type LotEntries, lotOf } from '../../../src/renderer/screens/reference-samples/lots/lot-entries';

const schema = inputSchema(contract.lots.create);
const whole: LotEntries = {
  ...entriesOf(null),
  substanceId: '01a1ffcb-bfab-759a-b537-c204acc8fe47',
  producer: 'Producer',
  lotNumber: 'L-1',
  receivedOn: '2026-11-02',
};

describe('the entries of a lot', () => {
  it('take the comma as the decimal sign and keep every digit', () => {
    const read = schema.parse(
      lotOf({ ...whole, certifiedPurityPercent: ' 99,10 ', expandedUncertaintyPercent: '0.40', coverageFactor: 2 }),
    );
    expect(read).toMatchObject({ certifiedPurityPercent: '99.10', expandedUncertaintyPercent: '0.40', coverageFactor: 2 });
  });

  it('leave absent what was not entered', () => {
    expect(schema.parse(lotOf(whole))).toMatchObject({
      certifiedPurityPercent: null,
      coverageFactor: null,
      expiresOn: null,
      receivedMassMicrograms: null,
    });
  });

  it('refuse a lot without a day of receipt, and a purity that is no number', () => {
    const paths = (entries: LotEntries) => schema.safeParse(lotOf(entries)).error?.issues.map((issue) => issue.path.join('.'));
    expect(paths({ ...whole, receivedOn: null })).toEqual(['receivedOn']);
    expect(paths({ ...whole, certifiedPurityPercent: 'ninety' })).toEqual(['certifiedPurityPercent']);
  });
});
