/**
 * Under what conditions something was measured, in the field's terms. Every value is text as the file writes it (with the unit where the file
 * gives one); what has no term here stays in `otherFields`.
 */
export interface Conditions {
  readonly sample?: string;
  /** Date and time of measurement: ISO 8601 where the file's own form is unambiguous, else as written. */
  readonly measuredAt?: string;
  readonly instrument?: string;
  readonly instrumentSerial?: string;
  readonly software?: string;
  readonly operator?: string;
  readonly method?: string;
  /** Vial or tray position of the autosampler. */
  readonly vial?: string;
  /** Place of the injection in its sequence. */
  readonly injection?: string;
  readonly injectionVolume?: string;
  readonly resolution?: string;
  /** ATR crystal, cell, probe, objective: what the sample stood in or under. */
  readonly accessory?: string;
  readonly laser?: string;
  readonly laserPower?: string;
  readonly exposure?: string;
  readonly accumulations?: string;
  readonly detector?: string;
  readonly beamsplitter?: string;
  readonly source?: string;
  readonly apodisation?: string;
  readonly temperature?: string;
  readonly pathLength?: string;
  readonly state?: string;
  readonly solvent?: string;
  readonly nucleus?: string;
  readonly frequency?: string;
  readonly ionisation?: string;
  readonly column?: string;
  readonly comment?: string;
}
