import { IconCircleDashed, IconFileOff } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import type { Batch, Exhibit, Injection } from '../../../../../contract/casework';
import type { Column } from '../../../../components/data-list/column';
import { DateText } from '../../../../components/date-text';
import { StatusBadge, type Tone } from '../../../../components/status-badge';
import { SampleCode } from '../sample-code';

type Standing = 'no-file' | 'failed' | 'passed' | 'not-judged';

/** What the data say of one injection, worst first. */
export function standingOf(batch: Batch, injection: Injection): Standing {
  if (injection.spectra.length === 0) return 'no-file';
  const own = batch.findings.filter(({ injectionId }) => injectionId === injection.id);
  if (own.length === 0) return 'not-judged';
  return own.every(({ met }) => met) ? 'passed' : 'failed';
}

const TONES: Readonly<Record<Standing, Tone>> = {
  'no-file': 'neutral',
  failed: 'attention',
  passed: 'good',
  'not-judged': 'neutral',
};

function StandingBadge({ standing, label }: { readonly standing: Standing; readonly label: string }) {
  const icon = standing === 'no-file' ? IconFileOff : standing === 'not-judged' ? IconCircleDashed : undefined;
  return <StatusBadge tone={TONES[standing]} label={label} {...(icon === undefined ? {} : { icon })} />;
}

export function injectionColumns(t: TFunction, batch: Batch, exhibit: Pick<Exhibit, 'id' | 'code'>): readonly Column<Injection>[] {
  const standing = (injection: Injection): string => t(`casework:sequence.standing.${standingOf(batch, injection)}`);
  const what = ({ sampleCode, referenceLotCode }: Injection): string => sampleCode ?? referenceLotCode ?? '';
  return [
    { id: 'position', header: t('casework:sequence.position'), value: ({ position }) => position, align: 'end', width: 58 },
    { id: 'vial', header: t('casework:sequence.vial'), value: ({ vial }) => vial, width: 70, sortable: false },
    {
      id: 'kind',
      header: t('casework:sequence.kind'),
      value: ({ kind }) => t(`casework:sequence.kinds.${kind}`),
      width: 100,
      filter: { kind: 'choice' },
    },
    {
      id: 'what',
      header: t('casework:sequence.sample-or-lot'),
      value: what,
      cell: (injection) =>
        what(injection) === '' ? null : (
          <span style={{ fontWeight: injection.exhibitId === exhibit.id ? 600 : undefined }}>
            <SampleCode exhibitCode={exhibit.code} code={what(injection)} />
          </span>
        ),
      width: { grow: 1.5, least: 150 },
    },
    {
      id: 'spectra',
      header: t('casework:sequence.spectra'),
      value: ({ spectra }) => spectra.length,
      align: 'end',
      width: 80,
    },
    {
      id: 'standing',
      header: t('casework:sequence.data-say'),
      value: standing,
      cell: (injection) => <StandingBadge standing={standingOf(batch, injection)} label={standing(injection)} />,
      width: 166,
    },
    {
      id: 'at',
      header: t('casework:sequence.injected'),
      value: ({ injectedAt }) => injectedAt,
      cell: ({ injectedAt }) => <DateText instant={injectedAt} />,
      width: 172,
      hiddenAtFirst: true,
    },
  ];
}
