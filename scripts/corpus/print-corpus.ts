import { sharedIsHere } from '../../test/support/corpus/files';
import { corpusTable, judgeCorpus } from '../../test/support/corpus/report';

/** Prints the table of the corpus. */
export function run(print: (line: string) => void): void {
  if (!sharedIsHere) print('../shared/data is not here: there is nothing to read.');
  else for (const line of corpusTable(judgeCorpus())) print(line);
}
