import { describe, expect, it } from 'vitest';
import { readBytes, readText } from '../../../support/read-text';

const TEXT = 'Name: α-Méthylfentanyl™\nNum Peaks: 2\n44 10; 245 999;\n\n';

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(2 * text.length);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(2 * i, text.charCodeAt(i), littleEndian);
  return bytes;
}

describe('encodings', () => {
  it.each([
    ['UTF-8', new TextEncoder().encode(TEXT)],
    ['UTF-8 with a mark', new TextEncoder().encode(`\ufeff${TEXT}`)],
    ['UTF-16 LE with a mark', utf16(`\ufeff${TEXT}`, true)],
    ['UTF-16 BE with a mark', utf16(`\ufeff${TEXT}`, false)],
  ])('reads %s', (_, bytes) => {
    const { spectra, codes, refusal } = readBytes(bytes);
    expect(spectra[0]?.identity.name).toBe('α-Méthylfentanyl™');
    expect(spectra[0]?.mz.length).toBe(2);
    expect([codes, refusal]).toEqual([[], undefined]);
  });

  it('reads what is not UTF-8 as Windows-1252, field by field, and says so once', () => {
    const head = new TextEncoder().encode('Name: 1\nSynon: caféine\nSynon: ');
    const tail = new TextEncoder().encode('\nNum Peaks: 1\n1 1\n\n');
    const bytes = new Uint8Array([...head, 0xb5, 0x20, 0xe9, 0x20, 0x80, 0x93, ...tail]);
    const { spectra, codes } = readBytes(bytes);
    expect(spectra[0]?.identity.synonyms).toEqual(['caféine', 'µ é €“']);
    expect(codes).toEqual(['encoding-assumed']);
  });

  it('refuses UTF-16 without a mark as binary, at the first NUL', () => {
    expect(readBytes(utf16(TEXT, true)).refusal).toMatchObject({ code: 'file-binary', at: { byte: 1 } });
  });

  it('keeps surrogate pairs and survives half a pair', () => {
    expect(readBytes(utf16('\ufeffName: 𝛼\nNum Peaks: 1\n1 1\n\n', true)).spectra[0]?.identity.name).toBe('𝛼');
    expect(readBytes(utf16('\ufeffName: \ud835x\nNum Peaks: 1\n1 1\n\n', true)).spectra[0]?.identity.name).toBe('\ufffdx');
  });

  it('reads the same with CR and CRLF line ends', () => {
    for (const end of ['\r', '\r\n']) {
      const { spectra, codes } = readText(TEXT.replaceAll('\n', end));
      expect([spectra.length, spectra[0]?.mz.length, codes]).toEqual([1, 2, []]);
    }
  });
});
