/** One step of the schema; numbers go in tens, so that a repair can go between. */
export interface Migration {
  readonly number: number;
  /** A verb phrase, as in the file's name. */
  readonly name: string;
  readonly sql: string;
}
