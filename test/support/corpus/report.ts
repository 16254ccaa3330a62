import { type Check, checksOf } from './checks';
import { type Facts, factsOf } from './facts';
import { type CorpusFile, corpusFiles, explained } from './files';
import { checkTwin } from './twins';

export interface Judged extends CorpusFile {
  readonly facts: Facts;
  readonly read: boolean;
  readonly checks: readonly Check[];
  readonly mismatches: readonly (Omit<Check, 'why'> & { readonly why: string | undefined })[];
}

/** Reads every file of the corpus and holds it against its manifest and its judgement. */
export function judgeCorpus(files: readonly CorpusFile[] = corpusFiles()): readonly Judged[] {
  const reasons = explained();
  return files.map((file) => {
    const facts = factsOf(file.file);
    const read = facts.refusal === undefined && facts.spectra + facts.records + facts.runs > 0;
    const checks = read ? [...checksOf(facts, file.expected), ...checkTwin(file.file, facts)] : [];
    const mismatches = checks
      .filter(({ holds }) => !holds)
      .map((check) => ({ ...check, why: check.why ?? reasons.get(`${file.file} ${check.what}`) }));
    return { ...file, facts, read, checks, mismatches };
  });
}

const column = (value: string | number, width: number): string => String(value).padStart(width);

/** The table of `npm run corpus`: one line for each format, then every refusal and every mismatch. */
export function corpusTable(judged: readonly Judged[]): readonly string[] {
  const formats = [...new Set(judged.map(({ facts }) => facts.format))].sort();
  const lines = [
    `${'format'.padEnd(16)}${['files', 'read', 'refused', 'warned', 'checks', 'hold', 'explained', 'open'].map((head) => column(head, 10)).join('')}`,
  ];
  for (const format of [...formats, 'all']) {
    const of = judged.filter(({ facts }) => format === 'all' || facts.format === format);
    const mismatches = of.flatMap((file) => file.mismatches);
    const checks = of.reduce((sum, file) => sum + file.checks.length, 0);
    const open = mismatches.filter(({ why }) => why === undefined).length;
    const numbers = [
      of.length,
      of.filter(({ read }) => read).length,
      of.filter(({ read }) => !read).length,
      of.filter(({ read, facts }) => read && facts.warnings.length > 0).length,
      checks,
      checks - mismatches.length,
      mismatches.length - open,
      open,
    ];
    lines.push(format.padEnd(16) + numbers.map((number) => column(number, 10)).join(''));
  }
  const readable = judged.filter((file) => file.readable);
  const held = readable.filter(({ read }) => read);
  lines.push(
    '',
    `called readable by a person: ${readable.length}, of these read: ${held.length} (${((100 * held.length) / readable.length).toFixed(1)} %)`,
  );
  lines.push('', 'refused:');
  for (const file of judged.filter(({ read }) => !read)) {
    const params = Object.entries(file.facts.refusalParams)
      .filter(([name]) => name !== 'file')
      .map(([name, value]) => `${name}=${value}`);
    lines.push(
      `  ${file.readable ? 'READABLE ' : ''}${file.file}: ${file.facts.refusal} ${params.join(' ')}${file.whyNot === '' ? '' : ` (${file.whyNot})`}`,
    );
  }
  lines.push('', 'read although no person would call it a spectrum:');
  for (const file of judged.filter(({ read, readable: asked }) => read && !asked))
    lines.push(`  ${file.file}: as ${file.facts.format} (${file.whyNot})`);
  lines.push('', 'mismatches with the manifest:');
  for (const file of judged) {
    for (const { what, found, why } of file.mismatches)
      lines.push(`  ${why === undefined ? 'OPEN ' : ''}${file.file}: ${what}, found ${found}${why === undefined ? '' : ` (${why})`}`);
  }
  return lines;
}
