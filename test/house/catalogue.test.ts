import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newProject, type PlantedProject, projectRoot, runTool } from './planted-project';

const english = {
  reading: { title: 'Reading {{file}}', peaks_one: '{{count}} peak', peaks_other: '{{count}} peaks', warning: { cut: 'Cut short' } },
};
const french = {
  reading: {
    title: 'Lecture de {{file}}',
    peaks_one: '{{count}} pic',
    peaks_many: '{{count}} de pics',
    peaks_other: '{{count}} pics',
    warning: { cut: 'Tronqué' },
  },
};
const screen = [
  "import { t } from '../t';",
  'export const Screen = (props: { readonly code: string; readonly count: number }) => (',
  "  <p aria-label={t('reading:title')}>",
  "    {t('reading:peaks', { count: props.count })} {t(`reading:warning.${props.code}`)} 12 %",
  '  </p>',
  ');',
  '',
].join('\n');

let project: PlantedProject;
const messages = (language: string, namespace: string, content: unknown) =>
  project.plant(`src/i18n/locales/${language}/${namespace}.json`, JSON.stringify(content));
const check = () => runTool(project.root, [join(projectRoot, 'scripts/check-catalogue.mjs'), project.root]);

async function finding(): Promise<string> {
  const { code, output } = await check();
  expect(code).not.toBe(0);
  return output;
}

beforeEach(() => {
  project = newProject();
  messages('en', 'reading', english.reading);
  messages('fr', 'reading', french.reading);
  messages('en', 'frame', { rail: 'Bench' });
  messages('fr', 'frame', { rail: 'Paillasse' });
  messages('ar', 'frame', { rail: 'المختبر' });
  project.plant('src/renderer/rail.ts', "export const rail = 'frame:rail';\n");
  project.plant('src/renderer/screen.tsx', screen);
});
afterEach(() => project.remove());

describe('the catalogue check', () => {
  it('passes a whole catalogue: plurals, keys by their beginning, keys kept as data, a language that owes the frame alone', async () => {
    const { code, output } = await check();
    expect(output).toContain('0 findings');
    expect(code).toBe(0);
  });

  it('names a message that does not exist', async () => {
    project.plant('src/renderer/other.tsx', "import { t } from '../t';\nexport const a = t('reading:nothing');\n");
    expect(await finding()).toContain('message reading:nothing does not exist');
  });

  it('names a beginning that no message has', async () => {
    project.plant('src/renderer/other.tsx', "import { t } from '../t';\nexport const a = (b: string) => t(`reading:errors.${b}`);\n");
    expect(await finding()).toContain('no message begins with reading:errors.');
  });

  it('names a message that nothing uses', async () => {
    messages('en', 'frame', { rail: 'Bench', unused: 'Nobody reads this' });
    expect(await finding()).toContain('message frame:unused is not used');
  });

  it.each([
    ['text between tags', '<p>Weigh it again</p>'],
    ['a string in braces', "<p>{'Weigh it again'}</p>"],
    ['either side of a choice', "<p>{props.b ? 'Weigh it again' : null}</p>"],
    ['a template', '<p>{`Weigh it ${props.b}`}</p>'],
    ['aria-label', '<p aria-label="Weigh it again" />'],
    ['placeholder', '<input placeholder="Weigh it again" />'],
    ['title', '<p title={"Weigh it again"} />'],
    ['label', '<option label={props.b ? "Weigh it" : "again"} />'],
  ])('names a text outside the catalogue: %s', async (_where, element) => {
    project.plant('src/renderer/other.tsx', `export const A = (props: { readonly b: boolean }) => ${element};\n`);
    expect(await finding()).toMatch(/src\/renderer\/other\.tsx:1: text outside the catalogue: "Weigh it/);
  });

  it('names what a language owes: a message, a plural form, the frame', async () => {
    messages('fr', 'reading', { title: 'Lecture de {{file}}', peaks_one: '{{count}} pic', peaks_other: '{{count}} pics' });
    messages('ar', 'frame', {});
    const output = await finding();
    expect(output).toContain('fr: missing message reading:warning.cut');
    expect(output).toContain('fr: missing message reading:peaks_many');
    expect(output).toContain('ar: missing message frame:rail');
    expect(output).not.toContain('ar: missing message reading');
  });

  it('names what a translation has too much, and parameters that do not agree', async () => {
    messages('fr', 'reading', { ...french.reading, title: 'Lecture de {{fichier}}', more: 'De trop' });
    const output = await finding();
    expect(output).toContain('fr: message reading:more does not exist in English');
    expect(output).toContain('fr: reading:title has a parameter {{fichier}} that English lacks');
    expect(output).toContain('fr: reading:title lacks the parameter {{file}}');
  });
});
