import type { CandidateCard } from '../../../contract/identify';

/** The candidate's name in the reader's language, else as the reference spectrum has it. */
export function nameFor({ names, name }: Pick<CandidateCard, 'names' | 'name'>, language: string): string {
  return names.find((known) => known.language === language)?.name ?? name;
}
