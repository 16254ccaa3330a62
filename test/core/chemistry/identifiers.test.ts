import { describe, expect, it } from 'vitest';
import { readCas, readInchikey, skeletonOf } from '../../../src/core/chemistry/identifiers';

describe('readCas', () => {
  it.each(['437-38-7', '50-36-2', '57-27-2', '7732-18-5', ' 103-90-2 '])('takes %s', (cas) => {
    expect(readCas(cas)).toEqual({ ok: true, cas: cas.trim() });
  });

  it('finds any single wrong digit', () => {
    for (let digit = 0; digit < 10; digit++) {
      expect(readCas(`43${digit}-38-7`).ok).toBe(digit === 7);
      expect(readCas(`437-38-${digit}`).ok).toBe(digit === 7);
    }
  });

  it.each(['', '437-38', '437387', '1-38-7', '12345678-38-7', 'a437-38-7'])('calls %j no CAS number', (text) => {
    expect(readCas(text)).toEqual({ ok: false, fault: 'syntax' });
  });
});

describe('readInchikey', () => {
  it('takes the parts of a key', () => {
    expect(readInchikey(' pjmphniqzubgli-uhfffaoysa-n')).toEqual({
      inchikey: 'PJMPHNIQZUBGLI-UHFFFAOYSA-N',
      skeleton: 'PJMPHNIQZUBGLI',
      layers: 'UHFFFAOY',
      standard: true,
      protonation: 'N',
    });
    expect(readInchikey('PJMPHNIQZUBGLI-UHFFFAOYNA-N')?.standard).toBe(false);
    expect(skeletonOf('BQJCRHHNABKAKU-KBQPJGBKSA-N')).toBe('BQJCRHHNABKAKU');
  });

  it.each(['', 'PJMPHNIQZUBGLI', 'PJMPHNIQZUBGLI-UHFFFAOYSA', 'PJMPHNIQZUBGL1-UHFFFAOYSA-N', 'PJMPHNIQZUBGLI-UHFFFAOYXA-N'])(
    'calls %j no InChIKey',
    (text) => {
      expect(readInchikey(text)).toBeUndefined();
      expect(skeletonOf(text)).toBeUndefined();
    },
  );
});
