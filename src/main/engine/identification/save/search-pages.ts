import type { Content } from 'pdfmake/interfaces';
import type { Candidate, StoredSearch } from '../../../../contract/identify';
import type { SearchMethod } from '../../../../contract/search-method';
import { describeStep } from '../../../../core/processing/chain/describe-step';
import type { ProcessingStep } from '../../../../core/processing/chain/processing-step';
import { isStepName } from '../../../../core/processing/chain/step-definitions';
import { methodFacts, preparationSentences } from '../../../../i18n/method-words';
import { withNamedCodes } from '../../../../i18n/named-codes';
import { caption, facts, heading, ruled, type Writer } from '../../reports/document/writer';
import type { SearchPaper } from './paper';
import { paperFigure } from './paper-figure';
import { scoreOnPaper, warningLines } from './paper-words';

const LISTED = 15;

/** Figure, list and facts of one search. No probability: it guides the analyst and stands on no paper. */
export function searchPages(paper: SearchPaper, writer: Writer): Content[] {
  const { search, card, fit } = paper;
  const { t, typed } = writer;
  const figure = paperFigure(paper, t);
  const shown = search.candidates.filter(({ rank }) => rank <= LISTED || rank === card?.rank);
  return [
    { stack: [typed(search.queryName === '' ? t('identify:unnamed') : search.queryName)], style: 'title' },
    { text: t('identify:tentative'), bold: true, margin: [0, 2, 0, 4] },
    ...warningLines(search.judgement.warnings, writer),
    ...(figure === null
      ? []
      : [
          { svg: figure, margin: [0, 6, 0, 2] } satisfies Content,
          ...(card === null || fit !== null ? [] : [typed(t('search:paper.figure', { rank: card.rank, name: card.name }), 'small')]),
          ...(fit === null ? [] : [{ text: t('search:judgement.no-mass-fraction'), style: 'small' } satisfies Content]),
        ]),
    heading(t('identify:candidates.title')),
    ...(search.candidates.length === 0 ? [{ text: t('identify:candidates.none') }] : [list(search, shown, writer)]),
    ...(shown.length < search.candidates.length
      ? [{ text: t('search:paper.more', { shown: shown.length, count: search.candidates.length }), style: 'small' } satisfies Content]
      : []),
    heading(t('identify:facts.title')),
    about(paper, writer),
    caption(t('search:paper.parameters')),
    parametersInWords(paper, writer),
  ];
}

function list({ method, score }: StoredSearch, candidates: readonly Candidate[], { t, typed, orDash, number }: Writer): Content {
  const extra = method.family === 'mixture' ? t('search:paper.interval') : t('identify:candidates.peaks');
  const beside = ({ component, matchedPeaks, libraryPeaks, coverage }: Candidate): string => {
    if (component !== null) return `${number(component.low, 3)} – ${number(component.high, 3)}`;
    if (matchedPeaks !== null) return `${matchedPeaks} / ${libraryPeaks ?? '–'}`;
    return coverage === null ? '–' : `${number(100 * coverage, 0)} %`;
  };
  return ruled(
    [
      t('identify:candidates.rank'),
      t('identify:candidates.name'),
      t('identify:card.formula'),
      t('identify:card.cas'),
      t('identify:card.collection'),
      method.family === 'mixture' ? t('identify:candidates.share') : t(`identify:score.${score}.name`),
      method.family === 'trace' ? t('identify:candidates.coverage') : extra,
    ],
    candidates.map((candidate) => [
      String(candidate.rank),
      typed(candidate.name),
      candidate.formula ?? '–',
      candidate.cas ?? '–',
      orDash(candidate.collectionName),
      scoreOnPaper(score, candidate.score, number),
      beside(candidate),
    ]),
    [26, '*', 66, 60, 90, 56, 56],
  );
}

function about({ search }: SearchPaper, writer: Writer): Content {
  const { t, typed, instant, number } = writer;
  const { librarySnapshot: snapshot, filters } = search;
  const narrowed = [
    filters.ionisation.length === 0 ? null : filters.ionisation.map((value) => t(`library:ionisation.${value}`)).join(', '),
    filters.nominalMassFrom === null && filters.nominalMassTo === null
      ? null
      : t('identify:facts.mass', { from: filters.nominalMassFrom ?? '…', to: filters.nominalMassTo ?? '…' }),
    filters.formula === '' ? null : filters.formula,
  ].filter((part) => part !== null);
  return facts([
    [t('identify:facts.at'), typed(`${instant(search.at)}, ${search.by}`)],
    [t('search:paper.method'), familyName(search.method, writer)],
    [
      t('identify:facts.score'),
      t('identify:facts.version', {
        score: t(`identify:score.${search.score}.name`),
        version: search.algorithmVersion.replace(/ (.+)$/, ' ($1)'),
      }),
    ],
    [t('search:paper.program'), search.programVersion ?? t('search:paper.not-recorded')],
    [
      t('identify:facts.library'),
      {
        stack: [
          t('identify:facts.spectra', { count: snapshot.spectra, shown: number(snapshot.spectra) }),
          ...snapshot.collections.map(({ name, spectra }) => typed(`${name} (${number(spectra)})`, 'small')),
        ],
      },
    ],
    [t('identify:facts.snapshot'), { text: snapshot.id, style: 'hash' }],
    [t('identify:facts.filters'), narrowed.length === 0 ? t('identify:facts.no-filters') : typed(narrowed.join(' · '))],
  ]);
}

const numbered = (sentences: readonly string[]): Content => ({ ol: [...sentences] });

/** As the window says them; what a score fixes itself is in the JSON under its stored names. */
function parametersInWords({ search, language }: SearchPaper, { t }: Writer): Content {
  const { method } = search;
  const chain = ('steps' in method ? method.steps : []).flatMap((step) => {
    if (!isStepName(step.step)) return [];
    const { key, params } = describeStep(step as ProcessingStep);
    return [t(key, withNamedCodes(params, t, language))];
  });
  const prepared = preparationSentences(search, chain, t);
  return facts([
    ...methodFacts(search, t, language),
    ...(prepared.length === 0 ? [] : [[t('search:words.preparation'), numbered(prepared)] as const]),
    [t('search:words.listed'), t('search:words.listed-at-most', { count: Number(search.parameters.top) })],
  ]);
}

function familyName(method: SearchMethod, { t }: Writer): string {
  const family = t(`search:family.${method.family}`);
  return 'technique' in method ? `${family}, ${t(`files:technique.${method.technique}`)}` : family;
}
