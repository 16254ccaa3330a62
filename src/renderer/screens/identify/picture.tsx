import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CandidateCard } from '../../../contract/identify';
import type { Peaks } from '../../../contract/library';
import { abscissaValues } from '../../../core/spectrum/axis';
import type { Trace } from '../../../core/spectrum/curves';
import type { CurveTrace } from '../../charts/curve-traces';
import { CurvesView } from '../../charts/curves-view';
import { MassSpectrumView } from '../../charts/mass-spectrum-view';
import { MirrorView } from '../../charts/mirror-view';

export interface Unknown {
  readonly name: string;
  readonly peaks: Peaks;
  readonly trace: Trace | null;
}

/** The unknown, and the candidate against it: mirrored peaks, or two curves as they were compared. */
export function Picture(props: {
  readonly unknown: Unknown;
  readonly card: CandidateCard | undefined;
  readonly name: string;
  readonly heading: ReactNode;
}) {
  const { unknown, card, name, heading } = props;
  if (unknown.trace !== null) return <Curves {...props} trace={unknown.trace} />;
  if (card === undefined) return <MassSpectrumView peaks={unknown.peaks} title={unknown.name} heading={heading} />;
  return <MirrorView query={unknown} reference={{ name, peaks: card.referencePeaks }} heading={heading} />;
}

function Curves(props: {
  readonly unknown: Unknown;
  readonly trace: Trace;
  readonly card: CandidateCard | undefined;
  readonly name: string;
  readonly heading: ReactNode;
}) {
  const { t } = useTranslation();
  const { unknown, trace, card, name, heading } = props;
  const compared = card?.compared ?? null;
  const first = compared?.query ?? trace;
  const label = t('identify:plot.unknown');
  const traces = useMemo(
    () => [drawn('unknown', label, first, 0), ...(compared === null ? [] : [drawn('reference', name, compared.reference, 1)])],
    [first, compared, label, name],
  );
  return (
    <CurvesView
      title={unknown.name}
      recordKey={`${unknown.name} ${compared === null}`}
      heading={heading}
      xAxis={first.x.axis}
      yAxis={first.y.axis}
      traces={traces}
    />
  );
}

export function drawn(key: string, label: string, { x, y, form }: Trace, colour: number): CurveTrace {
  return { key, label, form, colour, x: abscissaValues(x), y: y.values };
}
