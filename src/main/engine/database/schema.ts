import type { Selectable } from 'kysely';
import type { ReadonlyKysely } from 'kysely/readonly';
import type { CaseworkTables } from './schema/casework';
import type { FoundationTables } from './schema/foundation';
import type { LibraryTables } from './schema/library';
import type { MeasurementTables } from './schema/measurements';
import type { ReportTables } from './schema/reports';

/** Every table of a laboratory file. Each part of the engine adds its own interface of tables here. */
export interface Database extends FoundationTables, LibraryTables, CaseworkTables, ReportTables, MeasurementTables {}

/**
 * Tables the audit trail accounts for: those with a column `id TEXT`. The verifier goes by the same rule, reading sqlite_master,
 * so that nobody can leave a table out by a list. Bulk rows have an integer `key`, bookkeeping rows a key of another name.
 */
export type AuditedTable = { [Table in keyof Database]: Database[Table] extends { id: string } ? Table : never }[keyof Database];
export type BookkeepingTable = Exclude<keyof Database, AuditedTable | 'audit_event'>;
export type Row<Table extends keyof Database> = Selectable<Database[Table]>;

/** What a store is given: it can select and nothing else. Inside a change it sees the change's own transaction. */
export type Readable = Pick<ReadonlyKysely<Database>, 'selectFrom' | 'selectNoFrom' | 'fn' | 'case' | 'dynamic'>;
