/** What answers about the library hang on. */
export const LIBRARY_TOPICS = ['collection', 'added_spectrum', 'withdrawn_spectrum', 'library_examination'] as const;
