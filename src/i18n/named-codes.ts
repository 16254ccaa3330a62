import { formatReading } from './formats/numbers';
import type { SentenceParams, Translate } from './translate';

const parameterNameKey = (code: string): string => `processing:parameter.${code}.name`;
const choiceKey = (code: string): string => `processing:choice.${code}`;
const saturationFindingKey = (code: string): string => `processing:saturation.${code}`;
const quantityKey = (code: string): string => `plot:quantity.${code}`;
const unitKey = (code: string): string => `plot:unit.${code}`;
const techniqueKey = (code: string): string => `files:technique.${code}`;

/** The words that a parameter may stand for, tried in turn: no code is in two of them with two meanings. */
const KEYS: Readonly<Record<string, readonly ((code: string) => string)[]>> = {
  parameter: [parameterNameKey],
  choices: [choiceKey],
  value: [choiceKey],
  unit: [unitKey],
  quantity: [quantityKey],
  technique: [techniqueKey],
  finding: [saturationFindingKey],
  score: [(code) => `identify:score.${code}.name`],
  needed: [quantityKey, unitKey, techniqueKey],
  first: [quantityKey, unitKey, (code) => `search:difference.${code}`, (code) => `search:part.${code}`],
  second: [quantityKey, unitKey, (code) => `search:difference.${code}`, (code) => `search:part.${code}`],
};

/** A code that stands in a sentence, in the reader's words; several with commas between. What is no code (a name, say) stays as it is. */
export function namedCode(name: string, value: string, t: Translate): string {
  if (name === 'step') return t(`processing:step.${value}.name`, { defaultValue: '' }) || value;
  const keys = KEYS[name];
  if (keys === undefined) return value;
  const named = value.split(/,\s*/).map((code) => keys.reduceRight((otherwise, key) => t(key(code), { defaultValue: otherwise }), ''));
  return named.includes('') ? value : named.join(', ');
}

/** What fills a sentence of the core or the engine: codes in words, numbers as the reader writes them; `count` chooses the plural and stays a number. */
export function withNamedCodes(params: SentenceParams, t: Translate, language: string): Record<string, string | number> {
  const said = (name: string, value: string | number): string | number => {
    if (typeof value === 'number') return name === 'count' ? value : formatReading(value, language);
    const word = namedCode(name, value, t);
    const times = params[`${name}Count`];
    return typeof times === 'number' && times > 1 ? `${times} × ${word}` : word;
  };
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, said(name, value)]));
}

/** The same where the reader's language is not at hand: numbers short enough to read. */
export function withNamedStrings(params: SentenceParams, t: Translate): Record<string, string | number> {
  const said = (name: string, value: string | number): string | number => {
    if (typeof value === 'string') return namedCode(name, value, t);
    if (Number.isInteger(value)) return value;
    return name === 'percent' ? Math.round(value) : Number(value.toPrecision(4));
  };
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, said(name, value)]));
}
