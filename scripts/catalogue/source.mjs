// What the sources say: message keys, beginnings of keys, and texts that should have been keys.
import { readFileSync } from 'node:fs';
import { parseSync } from '@swc/core';

/** @typedef {{ readonly file: string, readonly text: string }} Mention */
/** @typedef {{ keys: Mention[], prefixes: Mention[], literals: Mention[] }} Mentions */
/** @typedef {{ readonly type: string, readonly [name: string]: unknown }} Node */

const keyLike = /^([a-z][\w-]*):([\w-]+(?:\.[\w-]+)*)$/i;
const prefixLike = /^([a-z][\w-]*):((?:[\w-]+\.)*[\w-]*)$/i;
const letters = /\p{L}/u;

/** Attributes whose text a person reads or hears. */
const spokenAttributes = new Set([
  'aria-label',
  'aria-description',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
  'placeholder',
  'title',
  'label',
  'description',
  'alt',
  'error',
  'nothingFoundMessage',
  'searchPlaceholder',
  'closeButtonLabel',
]);

const isNode = (/** @type {unknown} */ value) =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

/**
 * The fixed text of an expression that ends up on the screen: a string, a template, either side of a choice.
 * @param {unknown} value
 * @returns {string[]}
 */
function textsOf(value) {
  if (!isNode(value)) return [];
  const node = /** @type {any} */ (value);
  switch (node.type) {
    case 'StringLiteral':
      return [node.value];
    case 'TemplateLiteral':
      return node.quasis.map((/** @type {{ cooked: string }} */ quasi) => quasi.cooked);
    case 'ConditionalExpression':
      return [...textsOf(node.consequent), ...textsOf(node.alternate)];
    case 'ParenthesisExpression':
    case 'JSXExpressionContainer':
      return textsOf(node.expression);
    case 'BinaryExpression':
      return node.operator === '&&' || node.operator === '||' || node.operator === '??'
        ? [...textsOf(node.left), ...textsOf(node.right)]
        : [];
    default:
      return [];
  }
}

/**
 * @param {string} path of a .ts or .tsx file
 * @param {string} name to report it by
 * @param {ReadonlySet<string>} namespaces
 * @returns {Mentions}
 */
export function readMentions(path, name, namespaces) {
  const source = readFileSync(path, 'utf8');
  const tree = parseSync(source, { syntax: 'typescript', tsx: path.endsWith('.tsx'), target: 'es2022' });
  /** @type {Mentions} */
  const found = { keys: [], prefixes: [], literals: [] };
  const lines = source.split('\n');
  // swc counts bytes over all files it ever read, so the line is looked up by the text itself.
  const place = (/** @type {string} */ text) => `${name}:${lines.findIndex((line) => line.includes(text.trim().split('\n')[0] ?? '')) + 1}`;
  const mention = (/** @type {string} */ text) => ({ file: place(text), text });

  /** @param {string} text */
  const literal = (text) => {
    if (letters.test(text) && !keyLike.test(text)) found.literals.push(mention(text.trim()));
  };

  /** @param {unknown} value */
  const walk = (value) => {
    if (Array.isArray(value)) {
      for (const item of value) walk(item);
      return;
    }
    if (typeof value !== 'object' || value === null) return;
    const node = /** @type {any} */ (value);
    if (node.type === 'ImportDeclaration' || node.type === 'TsLiteralType') return;
    if (node.type === 'StringLiteral') {
      const [, namespace] = keyLike.exec(node.value) ?? [];
      if (namespace !== undefined && namespaces.has(namespace)) found.keys.push(mention(node.value));
      return;
    }
    if (node.type === 'TemplateLiteral') {
      const head = node.quasis[0]?.cooked ?? '';
      const [, namespace] = prefixLike.exec(head) ?? [];
      if (namespace !== undefined && namespaces.has(namespace))
        (node.expressions.length === 0 ? found.keys : found.prefixes).push(mention(head));
    }
    if (node.type === 'JSXText') literal(node.value);
    if (node.type === 'JSXElement' || node.type === 'JSXFragment')
      for (const child of node.children) if (child.type === 'JSXExpressionContainer') textsOf(child).forEach(literal);
    if (node.type === 'JSXAttribute' && spokenAttributes.has(node.name.value)) textsOf(node.value).forEach(literal);
    for (const part of Object.values(node)) if (typeof part === 'object') walk(part);
  };
  walk(tree.body);
  return found;
}
