import { FINDING_KINDS } from '../comparison/comparison';
import type { HyphenatedTechnique, KnowledgeFlag, Technique } from '../technique';
import { type Artefact, type IsomerGroup, RULE_IDS, type Rule, type TableSubstance } from './criteria-tables';
import type { FieldReader } from './field-reader';

const FLAGS: readonly KnowledgeFlag[] = ['R', 'S', 'K'];

function texts(reader: FieldReader, value: unknown, path: string): readonly string[] {
  return reader.list(value, path).map((one, index) => reader.text(one, `${path}[${index}]`));
}

/** Where a row's fact was found and how well it is known; every row of every table has both. */
function provenance(reader: FieldReader, row: Readonly<Record<string, unknown>>, path: string) {
  return { source: reader.text(row.source, `${path}.source`), flag: reader.oneOf(row.flag, FLAGS, `${path}.flag`) };
}

export function readTechnique(reader: FieldReader, value: unknown, path: string): Technique {
  const row = reader.object(value, path);
  return {
    id: reader.text(row.id, `${path}.id`),
    category: reader.oneOf(row.category, ['A', 'B', 'C'], `${path}.category`),
    basis: texts(reader, row.basis, `${path}.basis`),
    appliesTo: reader.oneOf(row.appliesTo, ['any', 'botanical'], `${path}.appliesTo`),
    wholeSample: reader.flag(row.wholeSample, `${path}.wholeSample`),
    tellsSalt: reader.flag(row.tellsSalt, `${path}.tellsSalt`),
    comparedWith: reader.oneOf(row.comparedWith, ['reference material', 'documented description'], `${path}.comparedWith`),
    requires: reader.list(row.requires, `${path}.requires`).map((kind, i) => reader.oneOf(kind, FINDING_KINDS, `${path}.requires[${i}]`)),
    ...provenance(reader, row, path),
  };
}

export function readHyphenated(reader: FieldReader, value: unknown, path: string): HyphenatedTechnique {
  const row = reader.object(value, path);
  return { id: reader.text(row.id, `${path}.id`), parts: texts(reader, row.parts, `${path}.parts`) };
}

export function readRule(reader: FieldReader, value: unknown, path: string): Rule {
  const row = reader.object(value, path);
  return { id: reader.oneOf(row.id, RULE_IDS, `${path}.id`), ...provenance(reader, row, path) };
}

export function readArtefact(reader: FieldReader, value: unknown, path: string): Artefact {
  const row = reader.object(value, path);
  return {
    id: reader.text(row.id, `${path}.id`),
    from: reader.text(row.from, `${path}.from`),
    to: reader.text(row.to, `${path}.to`),
    inlet: reader.oneOf(row.inlet, ['gc', 'any'], `${path}.inlet`),
    solvents: texts(reader, row.solvents, `${path}.solvents`),
    effect: reader.oneOf(row.effect, ['block', 'warn'], `${path}.effect`),
    ...provenance(reader, row, path),
  };
}

export function readIsomerGroup(reader: FieldReader, value: unknown, path: string): IsomerGroup {
  const row = reader.object(value, path);
  return {
    id: reader.text(row.id, `${path}.id`),
    name: reader.text(row.name, `${path}.name`),
    members: texts(reader, row.members, `${path}.members`),
    separatedBy: texts(reader, row.separatedBy, `${path}.separatedBy`),
    ...provenance(reader, row, path),
  };
}

export function readTableSubstance(reader: FieldReader, value: unknown, path: string): TableSubstance {
  const row = reader.object(value, path);
  const known = {
    key: reader.text(row.key, `${path}.key`),
    name: reader.text(row.name, `${path}.name`),
    aliases: texts(reader, row.aliases, `${path}.aliases`),
  };
  return row.inchikey === undefined ? known : { ...known, inchikey: reader.text(row.inchikey, `${path}.inchikey`) };
}
