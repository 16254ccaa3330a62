import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newProject, type PlantedProject, projectRoot, runTool } from './planted-project';

let project: PlantedProject;
beforeEach(() => {
  project = newProject();
});
afterEach(() => project.remove());

const tool = (...path: readonly string[]) => join(projectRoot, 'node_modules', ...path);
const biome = () =>
  runTool(project.root, [tool('@biomejs/biome/bin/biome'), 'ci', '--error-on-warnings', '--vcs-enabled=false', '--colors=off', 'src']);
const tsc = () => runTool(project.root, [tool('typescript/bin/tsc'), '-p', 'tsconfig.json']);
const knip = () => runTool(project.root, [tool('knip/bin/knip.js'), '--no-progress', '--no-config-hints']);

describe('Biome', () => {
  it.each([
    ['noExplicitAny', 'export const a: any = 1;\n'],
    ['noUnusedImports', "import { join } from 'node:path';\n\nexport const a = 1;\n"],
    ['noUnusedVariables', 'const a = 1;\nexport const b = 2;\n'],
    ['noNonNullAssertion', 'export const first = (list: readonly number[]) => list[0]!;\n'],
    ['noEmptyBlockStatements', 'export function a() {\n  try {\n    JSON.parse("");\n  } catch {}\n}\n'],
    ['useImportType', "import { Server } from 'node:http';\n\nexport type A = Server;\n"],
    ['useNodejsImportProtocol', "import { join } from 'path';\n\nexport const a = join;\n"],
    ['noParameterAssign', 'export function a(b: number) {\n  b = 2;\n  return b;\n}\n'],
    ['noEnum', 'export enum A {\n  b = 1,\n}\n'],
    ['noGlobalEval', "export const a = eval('1');\n"],
    ['noBarrelFile', "export { a } from './a';\n"],
    ['noTsIgnore', '// @ts-ignore\nexport const a: number = 1;\n'],
    ['format', 'export const a = {b:1}\n'],
  ])('names %s', async (rule, source) => {
    project.plant('src/main/planted.ts', source);
    const { code, output } = await biome();
    expect(output).toContain(rule === 'format' ? 'File content differs from formatting output' : `/${rule} `);
    expect(code).not.toBe(0);
  });

  it.each([
    ['noDangerouslySetInnerHtml', 'export const A = () => <p dangerouslySetInnerHTML={{ __html: "<b>" }} />;\n'],
    [
      'useHookAtTopLevel',
      "import { useState } from 'react';\n\nexport function A(props: { readonly b: boolean }) {\n  if (props.b) useState(1);\n  return null;\n}\n",
    ],
    [
      'useExhaustiveDependencies',
      "import { useEffect } from 'react';\n\nexport function A(props: { readonly b: string }) {\n  useEffect(() => {\n    document.title = props.b;\n  }, []);\n  return null;\n}\n",
    ],
    ['useAltText', 'export const A = () => <img src="a.png" />;\n'],
  ])('names %s', async (rule, source) => {
    project.plant('src/renderer/planted.tsx', source);
    const { code, output } = await biome();
    expect(output).toContain(`/${rule} `);
    expect(code).not.toBe(0);
  });
});

describe('the types', () => {
  it.each([
    ['TS2322', 'export const a: number = "b";\n'],
    ['TS18048', 'export const a = (list: readonly string[]) => {\n  const first = list[0];\n  return first.length;\n};\n'],
    ['TS7006', 'export const a = (b) => b;\n'],
    ['TS7030', 'export function a(b: boolean) {\n  if (b) return 1;\n}\n'],
    ['TS1484', "import { IncomingHttpHeaders } from 'node:http';\nexport type A = IncomingHttpHeaders;\n"],
  ])('are refused with %s', async (code, source) => {
    project.plant('src/core/planted.ts', source);
    const result = await tsc();
    expect(result.output).toContain(code);
    expect(result.code).not.toBe(0);
  });
});

describe('knip', () => {
  beforeEach(() => project.plant('src/main/index.ts', "import { used } from './used';\n\nused();\n"));

  it('names a file that nothing imports', async () => {
    project.plant('src/main/used.ts', 'export const used = () => 1;\n');
    project.plant('src/main/forgotten.ts', 'export const a = 1;\n');
    const { code, output } = await knip();
    expect(output).toMatch(/Unused files[\s\S]*src\/main\/forgotten\.ts/);
    expect(code).not.toBe(0);
  });

  it('names an export that nothing uses and a package that package.json lacks', async () => {
    project.plant('src/main/used.ts', "import 'left-pad';\n\nexport const used = () => 1;\nexport const forgotten = 2;\n");
    const { output } = await knip();
    expect(output).toMatch(/Unused exports[\s\S]*forgotten/);
    expect(output).toMatch(/Unlisted dependencies[\s\S]*left-pad/);
    expect(output).toMatch(/Unused dependencies[\s\S]*better-sqlite3/);
  });
});
