import { createHash } from 'node:crypto';
import { z } from 'zod';
import { axis, trace as wireTrace } from '../../../contract/curves';
import { readCas, readInchikey } from '../../../core/chemistry/identifiers';
import { foldedKey } from '../../../core/names/folded-key';
import { abscissaLength } from '../../../core/spectrum/axis';
import type { Curves, Trace } from '../../../core/spectrum/curves';
import { bytesOfNumbers, numbersInBytes } from '../peak-bytes';
import { nominalMass, type SpectrumMetadata, type SpectrumRow } from './spectrum-row';

/** A trace without its numbers, as `traces_json` of reference_curves lists them. */
const keptTrace = z.object({
  label: wireTrace.shape.label,
  role: wireTrace.shape.role,
  form: wireTrace.shape.form,
  x: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('regular'), axis, first: z.number(), last: z.number(), count: z.int() }),
    z.object({ kind: z.literal('explicit'), axis, count: z.int() }),
  ]),
  y: z.object({ axis }),
  notes: wireTrace.shape.notes,
});
const keptTraceList = z.array(keptTrace);

/** Curves as their rows: of the numbers none is altered; an identifier that is none by its form or check digit is kept as a verbatim field. */
export function curvesRow(curves: Curves): SpectrumRow {
  const { identity, conditions, traces, position } = curves;
  const cas = identity.cas === undefined ? undefined : readCas(identity.cas);
  const inchikey = identity.inchikey === undefined ? undefined : readInchikey(identity.inchikey);
  const unread = [
    ...(cas?.ok === false ? [{ field: 'CAS', value: identity.cas ?? '' }] : []),
    ...(identity.inchikey !== undefined && inchikey === undefined ? [{ field: 'InChIKey', value: identity.inchikey }] : []),
  ];
  const metadata: SpectrumMetadata = {
    synonyms: [...identity.synonyms],
    smiles: identity.smiles ?? null,
    inchi: identity.inchi ?? null,
    acquisition: identity.molecularMass === undefined ? {} : { molecularMass: String(identity.molecularMass) },
    otherFields: [...unread, ...curves.otherFields].map(({ field, value }) => ({ field, value })),
    conditions: { ...conditions },
    ...(position === undefined ? {} : { position }),
  };
  const none = Buffer.alloc(0);
  const { json, numbers } = keptTraces(traces);
  const row = {
    name: identity.name,
    folded: foldedKey(identity.name),
    cas: cas?.ok ? cas.cas : null,
    inchikey: inchikey?.inchikey ?? null,
    formula: identity.formula ?? null,
    nominal_mass: nominalMass(curves),
    exact_mass: identity.exactMass ?? null,
    ionisation: 'unknown',
    ionisation_stated: 0,
    ms_level: 0,
    precursor_mz: null,
    retention_index: null,
    accession: curves.accession ?? null,
    peak_count: traces[0] === undefined ? 0 : abscissaLength(traces[0].x),
    instrument: conditions.instrument ?? '',
    origin: curves.origin ?? '',
    licence: curves.licence ?? '',
    metadata_json: JSON.stringify(metadata),
    mz: none,
    intensity: none,
    technique: curves.technique,
    traces_json: json,
    numbers,
  } as const;
  const named = JSON.stringify([row.name, row.cas, row.inchikey, row.formula, row.technique, row.traces_json]);
  return { ...row, content_sha256: createHash('sha256').update(named).update(numbers).digest() };
}

/** Traces as columns keep them: all but the numbers, and the numbers; `tracesOf` reads them. */
export function keptTraces(traces: readonly Trace[]): { readonly json: string; readonly numbers: Buffer } {
  const numbers = Buffer.concat(
    traces.flatMap(({ x, y }) => [...(x.kind === 'explicit' ? [bytesOfNumbers(x.values)] : []), bytesOfNumbers(y.values)]),
  );
  return { json: JSON.stringify(traces.map(asKept)), numbers };
}

function asKept({ label, role, form, x, y, notes }: Trace): z.infer<typeof keptTrace> {
  const places =
    x.kind === 'regular'
      ? { kind: 'regular' as const, axis: x.axis, first: x.first, last: x.last, count: x.count }
      : { kind: 'explicit' as const, axis: x.axis, count: x.values.length };
  return { label, role, form, x: places, y: { axis: y.axis }, ...(notes === undefined ? {} : { notes: [...notes] }) };
}

/** The traces again, with the numbers that were kept. */
export function tracesOf(tracesJson: string, bytes: Uint8Array): Trace[] {
  const numbers = numbersInBytes(bytes);
  let at = 0;
  const take = (count: number) => {
    at += count;
    return numbers.slice(at - count, at);
  };
  return keptTraceList.parse(JSON.parse(tracesJson)).map(({ x, y, ...rest }) => ({
    ...rest,
    x: x.kind === 'regular' ? x : { kind: 'explicit', axis: x.axis, values: take(x.count) },
    y: { axis: y.axis, values: take(x.count) },
  }));
}
