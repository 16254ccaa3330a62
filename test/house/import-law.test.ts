import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newProject, type PlantedProject, projectRoot, runTool } from './planted-project';

const { forbidden } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as {
  readonly forbidden: readonly { readonly name: string }[];
};

type Violation = { readonly rule: string; readonly files: Readonly<Record<string, string>> };

const value = 'export const value = 1;\n';

const violations: readonly Violation[] = [
  { rule: 'core-is-pure', files: { 'src/core/a.ts': "import '../main/b';\n", 'src/main/b.ts': value } },
  { rule: 'core-is-pure', files: { 'src/core/a.ts': "import { readFileSync } from 'node:fs';\nexport const a = readFileSync;\n" } },
  {
    rule: 'core-is-pure',
    files: {
      'src/core/a.ts': "import type { B } from '../contract/b';\nexport type A = B;\n",
      'src/contract/b.ts': 'export type B = 1;\n',
    },
  },
  { rule: 'core-packages', files: { 'src/core/a.ts': "import { z } from 'zod';\nexport const a = z;\n" } },
  { rule: 'core-packages', files: { 'src/core/a.ts': "import { Molecule } from 'openchemlib';\nexport const a = Molecule;\n" } },
  { rule: 'structure-adapter-packages', files: { 'src/core/chemistry/structure.ts': "import { z } from 'zod';\nexport const a = z;\n" } },
  { rule: 'inflate-adapter-packages', files: { 'src/core/formats/zip/inflate.ts': "import { z } from 'zod';\nexport const a = z;\n" } },
  {
    rule: 'contract-imports',
    files: { 'src/contract/a.ts': "import { value } from '../i18n/b';\nexport const a = value;\n", 'src/i18n/b.ts': value },
  },
  { rule: 'contract-imports', files: { 'src/contract/a.ts': "import { Kysely } from 'kysely';\nexport const a = Kysely;\n" } },
  {
    rule: 'i18n-is-alone',
    files: { 'src/i18n/a.ts': "import { value } from '../core/b';\nexport const a = value;\n", 'src/core/b.ts': value },
  },
  {
    rule: 'renderer-imports',
    files: { 'src/renderer/a.ts': "import type { value } from '../main/b';\nexport type A = typeof value;\n", 'src/main/b.ts': value },
  },
  { rule: 'renderer-without-node', files: { 'src/renderer/a.ts': "import { join } from 'node:path';\nexport const a = join;\n" } },
  {
    rule: 'preload-imports-electron-alone',
    files: { 'src/preload/index.ts': "import { value } from '../core/b';\nexport const a = value;\n", 'src/core/b.ts': value },
  },
  { rule: 'electron-only-in-the-shell', files: { 'src/main/engine/a.ts': "import { app } from 'electron';\nexport const a = app;\n" } },
  { rule: 'electron-only-in-the-shell', files: { 'src/main/engine/a.ts': "import type { App } from 'electron';\nexport type A = App;\n" } },
  {
    rule: 'engine-apart-from-shell',
    files: { 'src/main/engine/a.ts': "import { value } from '../shell/b';\nexport const a = value;\n", 'src/main/shell/b.ts': value },
  },
  {
    rule: 'shell-apart-from-engine',
    files: { 'src/main/shell/a.ts': "import { value } from '../engine/b';\nexport const a = value;\n", 'src/main/engine/b.ts': value },
  },
  {
    rule: 'store-is-private',
    files: {
      'src/main/engine/casework/service.ts': "import { value } from '../people/store';\nexport const a = value;\n",
      'src/main/engine/people/store.ts': value,
    },
  },
  {
    rule: 'threads-from-roots-only',
    files: {
      'src/main/engine/library/service.ts': "import { value } from '../threads/search';\nexport const a = value;\n",
      'src/main/engine/threads/search.ts': value,
    },
  },
  {
    rule: 'no-circle',
    files: {
      'src/core/a.ts': "import { b } from './b';\nexport const a = () => b;\n",
      'src/core/b.ts': "import { a } from './a';\nexport const b = () => a;\n",
    },
  },
  { rule: 'resolves', files: { 'src/core/a.ts': "import { nothing } from './nowhere';\nexport const a = nothing;\n" } },
  {
    rule: 'nothing-from-tests',
    files: { 'src/core/a.ts': "import { value } from '../../test/b';\nexport const a = value;\n", 'test/b.ts': value },
  },
];

const checkImportLaw = (root: string) => runTool(root, [join(projectRoot, 'scripts/check-import-law.mjs'), root]);

describe('the import law', () => {
  let project: PlantedProject;
  beforeEach(() => {
    project = newProject();
  });
  afterEach(() => project.remove());

  it.each(violations)('names $rule when it is broken: $files', async ({ rule, files }) => {
    for (const [file, source] of Object.entries(files)) project.plant(file, source);
    const { code, output } = await checkImportLaw(project.root);
    expect(output).toContain(`error ${rule}: `);
    expect(code).not.toBe(0);
  });

  it('has a planted violation for every rule', () => {
    expect(new Set(violations.map(({ rule }) => rule))).toEqual(new Set(forbidden.map(({ name }) => name)));
  });

  it('lets what is allowed pass', async () => {
    project.plant('src/core/a.ts', value);
    project.plant(
      'src/contract/b.ts',
      "import { z } from 'zod';\nimport { value } from '../core/a';\nexport const b = z.literal(value);\n",
    );
    project.plant('src/renderer/c.ts', "import { b } from '../contract/b';\nexport const c = b;\n");
    const { code, output } = await checkImportLaw(project.root);
    expect(output).toContain('no dependency violations found');
    expect(output).not.toContain('import law: 0 modules');
    expect(code).toBe(0);
  });

  it('does not pass when it sees no module', async () => {
    project.plant('src/empty/README.md', 'nothing to read here\n');
    const { code, output } = await checkImportLaw(project.root);
    expect(output).toContain('nothing was seen');
    expect(code).not.toBe(0);
  });
});
