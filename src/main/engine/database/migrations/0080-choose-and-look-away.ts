import { appendOnly } from '../append-only';
import type { Migration } from '../migration';

/** Several candidates of one search chosen at once, where the unknown is a mixture; and who looked away from the law until a choice was made. */
export const migration: Migration = {
  number: 80,
  name: 'choose-and-look-away',
  sql: `
/* Every choice, in the order of choosing; the last choice of a search stands, and all its ranks. Earlier searches have their rank in search.chosen_rank alone. */
CREATE TABLE search_choice (
  id TEXT PRIMARY KEY,
  search_id TEXT NOT NULL REFERENCES search (id),
  ranks_json TEXT NOT NULL,
  at TEXT NOT NULL,
  by_person TEXT NOT NULL REFERENCES person (id)
) STRICT;
CREATE INDEX search_choice_search ON search_choice (search_id, at);
${appendOnly('search_choice')}

/* Each turn of a person's switch; without a row class and status are hidden. */
CREATE TABLE blind_choice (
  id TEXT PRIMARY KEY,
  by_person TEXT NOT NULL REFERENCES person (id),
  at TEXT NOT NULL,
  blind INTEGER NOT NULL CHECK (blind IN (0, 1))
) STRICT;
CREATE INDEX blind_choice_person ON blind_choice (by_person, at);
${appendOnly('blind_choice')}
`,
};
