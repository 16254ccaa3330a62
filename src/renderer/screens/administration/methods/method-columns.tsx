import type { TFunction } from 'i18next';
import type { Method } from '../../../../contract/laboratory';
import { CodeText } from '../../../components/code-text';
import type { Column } from '../../../components/data-list/column';
import { DateText } from '../../../components/date-text';
import { StatusBadge, type Tone } from '../../../components/status-badge';

type Standing = 'validated' | 'not-validated' | 'replaced';

const TONES: Readonly<Record<Standing, Tone>> = { validated: 'good', 'not-validated': 'attention', replaced: 'neutral' };

export function standingOf({ retiredAt, validatedOn }: Method): Standing {
  if (retiredAt !== null) return 'replaced';
  return validatedOn === null ? 'not-validated' : 'validated';
}

export function methodColumns(t: TFunction): readonly Column<Method>[] {
  const kind = ({ kind: name }: Method): string => t(`administration:method-kind.${name}`);
  return [
    {
      id: 'code',
      header: t('administration:code'),
      value: ({ code }) => code,
      cell: ({ code }) => <CodeText code={code} plain />,
      width: 130,
    },
    { id: 'version', header: t('administration:methods.version'), value: ({ version }) => version, align: 'end', width: 80 },
    { id: 'title', header: t('administration:methods.title'), value: ({ title }) => title, width: { grow: 3, least: 200 } },
    { id: 'kind', header: t('administration:methods.kind'), value: kind, width: { grow: 1, least: 130 }, filter: { kind: 'choice' } },
    {
      id: 'procedure',
      header: t('administration:methods.procedure'),
      value: ({ procedureReference }) => procedureReference,
      width: { grow: 1, least: 130 },
    },
    {
      id: 'from',
      header: t('administration:methods.valid-from'),
      value: ({ validFrom }) => validFrom,
      cell: ({ validFrom }) => <DateText instant={validFrom} />,
      width: 165,
    },
    {
      id: 'standing',
      header: t('administration:state'),
      value: (method) => t(`administration:standing.${standingOf(method)}`),
      cell: (method) => <StatusBadge tone={TONES[standingOf(method)]} label={t(`administration:standing.${standingOf(method)}`)} />,
      width: 150,
      filter: { kind: 'choice' },
    },
  ];
}
