import type { Curves, Trace } from '../spectrum/curves';
import type { MassSpectrum } from '../spectrum/mass-spectrum';
import type { Place, ReadEvent } from '../spectrum/reading';
import type { Run, Scan } from '../spectrum/run';
import { type WarningCode, type WarningParams, warningEvent } from './codes';
import { limits } from './limits';

/**
 * Collects the events of one file in order. Of the warnings the first of each kind are given one by one, the rest counted, so that a damaged
 * file cannot flood its reader.
 */
export class ReadLog {
  readonly #counts = new Map<WarningCode, number>();
  #pending: ReadEvent[] = [];
  /** Spectra, records of curves, runs and scans given so far. */
  records = 0;
  /** Records and warnings so far, with those only counted. */
  findings = 0;

  get hasPending(): boolean {
    return this.#pending.length > 0;
  }

  warn<C extends WarningCode>(code: C, at: Place, params: WarningParams<C>): void {
    const count = (this.#counts.get(code) ?? 0) + 1;
    this.#counts.set(code, count);
    this.findings++;
    if (count <= limits.warningsPerCode) this.#pending.push(warningEvent(code, at, params));
  }

  spectrum(spectrum: MassSpectrum, at: Place): void {
    this.#found({ type: 'spectrum', spectrum, at });
  }

  curves(curves: Curves, at: Place): void {
    this.#found({ type: 'curves', curves, at });
  }

  run(run: Run, at: Place): void {
    this.#found({ type: 'run', run, at });
  }

  scan(scan: Scan, at: Place): void {
    this.#found({ type: 'scan', scan, at });
  }

  chromatogram(trace: Trace, at: Place): void {
    this.#found({ type: 'chromatogram', trace, at });
  }

  #found(event: ReadEvent): void {
    this.records++;
    this.findings++;
    this.#pending.push(event);
  }

  /** As `warn`, but once in a file. */
  warnOnce<C extends WarningCode>(code: C, at: Place, params: WarningParams<C>): void {
    if (!this.#counts.has(code)) this.warn(code, at, params);
  }

  /** The events not yet handed out, oldest first. */
  take(): readonly ReadEvent[] {
    const taken = this.#pending;
    this.#pending = [];
    return taken;
  }

  /** What was only counted, one event for each kind; to be given at the end. */
  remainder(): readonly ReadEvent[] {
    return [...this.#counts]
      .filter(([, count]) => count > limits.warningsPerCode)
      .map(([code, count]) => warningEvent('further-warnings', {}, { code, count: count - limits.warningsPerCode }));
  }
}
