import { describe, expect, it } from 'vitest';
import { scriptLines, undrawable } from '../../../../src/main/engine/reports/document/script-runs';

const words = (text: string): readonly string[] => scriptLines(text).map((line) => line.map((run) => run.text).join(''));

describe('scriptLines', () => {
  it('leaves Latin text to the page as one run', () => {
    expect(scriptLines('Evidence room, shelf 4')).toEqual([[{ text: 'Evidence room, shelf 4', font: 'NotoSans' }]]);
  });

  it('puts Arabic words in the order they stand on paper, spaces apart from shaped words', () => {
    expect(words('شرطة المدينة')).toEqual(['المدينة شرطة']);
    expect(scriptLines('شرطة المدينة')[0]?.map((run) => run.font)).toEqual(['NotoSansArabic', 'NotoSans', 'NotoSansArabic']);
  });

  it('keeps a code inside Arabic text readable from left to right', () => {
    expect(words('عينة C-2026-0007 من المختبر')).toEqual(['المختبر من C-2026-0007 عينة']);
  });

  it('breaks long right-to-left text before ordering, so that the first words stand on the first line', () => {
    const lines = words('شرطة المدينة قسم مكافحة المخدرات والجريمة المنظمة');
    expect(lines.length).toBeGreaterThan(1);
    expect(lines[0]).toContain('شرطة');
    expect(lines.at(-1)).toContain('المنظمة');
  });

  it('names a character that no embedded font draws', () => {
    expect(words('吗啡 5 mg')).toEqual(['[U+5417][U+5561] 5 mg']);
    expect(undrawable('吗啡 → 5 mg é Ω а')).toEqual(['吗', '啡', '→']);
  });
});
