import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { contract } from '../../src/contract';
import { reports } from '../../src/contract/reports';

type Node = Readonly<Record<string, unknown>>;
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** Every use-case's input by its path in the contract. */
function inputs(node: Node, path: string): (readonly [string, z.ZodType])[] {
  const own = node['~orpc'];
  if (isNode(own)) return own.inputSchema instanceof z.ZodType ? [[path, own.inputSchema]] : [];
  return Object.entries(node).flatMap(([name, value]) => (isNode(value) ? inputs(value, path === '' ? name : `${path}.${name}`) : []));
}

/** Texts, lists and maps of a JSON Schema that nothing bounds. */
function unbounded(schema: unknown, path: string): string[] {
  if (Array.isArray(schema)) return schema.flatMap((one, index) => unbounded(one, `${path}[${index}]`));
  if (!isNode(schema)) return [];
  const free =
    (schema.type === 'string' &&
      ['maxLength', 'enum', 'const', 'format'].every((key) => !(key in schema)) &&
      !/^\^[^+*]*\$$/.test(String(schema.pattern ?? ''))) ||
    (schema.type === 'array' && !('maxItems' in schema)) ||
    isNode(schema.additionalProperties);
  return [...(free ? [path] : []), ...Object.entries(schema).flatMap(([key, value]) => unbounded(value, `${path}.${key}`))];
}

describe('what a window may send', () => {
  const all = inputs(contract, '');

  it('is known for every use-case', () => {
    expect(all.length).toBeGreaterThan(50);
    expect(
      unbounded(z.toJSONSchema(z.object({ text: z.string(), list: z.array(z.string().max(3)), map: z.record(z.string(), z.int()) })), ''),
    ).toEqual(['.properties.text', '.properties.list', '.properties.map', '.properties.map.propertyNames']);
  });

  it.each(all)('has a bound: %s', (path, schema) => {
    expect(unbounded(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), path)).toEqual([]);
  });

  it('waives an item of a report once', () => {
    const schema = reports.draft['~orpc'].inputSchema;
    const waiver = { item: 'b', reason: 'not asked for' };
    const draft = { caseId: '0196d0c0-0000-7000-8000-000000000001', language: 'en' };
    expect(schema?.safeParse({ ...draft, waivers: [waiver] }).success).toBe(true);
    expect(schema?.safeParse({ ...draft, waivers: [waiver, waiver] }).success).toBe(false);
  });
});
