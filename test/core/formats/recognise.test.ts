import { describe, expect, it } from 'vitest';
import { recognise } from '../../../src/core/formats/recognise';
import { memorySource } from '../../../src/core/spectrum/byte-source';

function of(content: string | Uint8Array): unknown {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const found = recognise(memorySource('f', bytes));
  return typeof found === 'string' ? found : [found.code, found.params.format ?? found.params.byte ?? ''];
}

describe('recognising by content', () => {
  it.each([
    ['Name: a\nNum Peaks: 1\n1 1\n', 'msp'],
    ['# made by hand\n\n  NAME:a\n', 'msp'],
    ['Synon: a\nNum Peaks: 1\n1 1\n', 'msp'],
    ['\ufeffname: a\n', 'msp'],
    ['Title: film of paracetamol\nWavenumber,Absorbance\n400,0.1\n401,0.2\n402,0.3\n403,0.2\n404,0.1\n405,0.1\n', 'delimited-text'],
    ['Name: benzene\nMW: 78\n50 10\n51 20\n', 'msp'],
    ['Name: benzene\nCAS#: 71-43-2\na line of words\nNum Peaks: 2\n50 10\n51 20\n', 'msp'],
    [
      `Name: film 7\nDate: 2020-01-02\n${Array.from({ length: 20 }, (_, i) => `${4000 - 2 * i} 0.${10 + i}`).join('\n')}\n`,
      'delimited-text',
    ],
    [`#Acq. time (s)=\t10\n#Laser=\t532\n#Date=\t\n${'100.5\t1.5\n'.repeat(20)}`, 'labspec'],
    [
      `#Acq. time (s)=\t10\n#Laser=\t532\n#Date=\t\n${Array.from({ length: 20 }, (_, i) => `${100 + i},5\t1,5`).join('\n')}\n`,
      'delimited-text',
    ],
    ['##TITLE=a\n', 'jcamp-dx'],
    ['\ufeff\r\n$$ remark\r\n  ##TITLE= a\r\n', 'jcamp-dx'],
    ['BEGIN IONS\nTITLE=x\n', 'mgf'],
    ['<?xml version="1.0"?><mzML>', 'mzml'],
    ['CDF\x01\0\0', 'andi'],
  ])('takes %j for %s', (content, format) => expect(of(content)).toBe(format));

  it.each([
    ['', 'file-empty', ''],
    [' \n\r\n\t', 'file-empty', ''],
    ['hello world\n', 'format-unknown', ''],
    ['export interface Peak {\n  name: string;\n  comment: string;\n}\n', 'format-unknown', ''],
    ['class Show:\n    name: str = ""\n    print(1, 2)\n    101 102\n', 'format-unknown', ''],
    ['name: Continuous Integration\non: push\njobs:\n  build:\n    - uses: checkout\n', 'format-unknown', ''],
    ['const COUNTS = {\n  name: 12,\n  "Num Peaks": ["numpeaks"],\n};\n', 'format-unknown', ''],
    [`ORDER = (\n${'671, 1469, 1046, 1362, 5500,\n'.repeat(40)})\n`, 'format-unknown', ''],
    [`const TABLE = [\n${'  671, 1469, 1046, 1362,\n'.repeat(40)}];\n`, 'format-unknown', ''],
    ['<?xml version="1.0"?><svg>', 'format-unsupported', 'XML'],
    ['%PDF-1.7', 'format-unsupported', 'PDF'],
    ['ab\0', 'file-binary', 2],
  ])('refuses %j as %s', (content, code, detail) => expect(of(content)).toEqual([code, detail]));

  it('answers for 64 KiB of line ends without going astray', () => expect(of('\n'.repeat(65_536))).toEqual(['file-empty', '']));
});
