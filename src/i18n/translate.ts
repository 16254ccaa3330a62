/** What fills the places of a sentence; `defaultValue` is said where the key has no words. */
export type SentenceParams = Readonly<Record<string, string | number>>;

/** Words for a key, in the reader's language: i18next's `t`, or what is as narrow. */
export interface Translate {
  (key: string): string;
  (key: string, params: SentenceParams): string;
}
