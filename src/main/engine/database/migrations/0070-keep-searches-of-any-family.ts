import type { Migration } from '../migration';

/** Searches by any technique. All columns are NULL in rows of before, which are read as the searches of EI peaks that they are and never rewritten. */
export const migration: Migration = {
  number: 70,
  name: 'keep-searches-of-any-family',
  sql: `
/* The method as asked for; what it leaves open stands in parameters_json. */
ALTER TABLE search ADD COLUMN method_json TEXT;
/* Version of Aliquot that searched. */
ALTER TABLE search ADD COLUMN program_version TEXT;
/* What was said of the search as a whole. */
ALTER TABLE search ADD COLUMN judgement_json TEXT;
/* Technique and acquisition of the unknown; where it was fragmented at several energies, how many of its peaks belong to each, in their order. */
ALTER TABLE search ADD COLUMN query_facts_json TEXT;
/* The unknown's trace without its numbers, and the numbers, as reference_curves keeps them. */
ALTER TABLE search ADD COLUMN query_traces_json TEXT;
ALTER TABLE search ADD COLUMN query_numbers BLOB;
`,
};
