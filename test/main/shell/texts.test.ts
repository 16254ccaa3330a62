import { describe, expect, it } from 'vitest';
import { textsFor } from '../../../src/main/shell/texts';

describe('the shell’s own sentences', () => {
  it('come in the language of the system, in English for one it does not speak', () => {
    expect(textsFor('fr-CA')('shell:menu.quit')).toBe('Quitter');
    expect(textsFor('ar')('shell:menu.quit')).toBe('إنهاء');
    expect(textsFor('de-DE')('shell:menu.quit')).toBe('Quit');
    expect(textsFor('')('shell:menu.quit')).toBe('Quit');
  });

  it('carry what they are given', () => {
    expect(textsFor('en')('shell:windowLost.detail', { code: 'crashed-11' })).toContain('crashed-11');
  });
});
