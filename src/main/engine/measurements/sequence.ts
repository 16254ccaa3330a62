import type { Batch, Sequence } from '../../../contract/measurements';
import { type InjectionFacts, orderInjections } from '../../../core/formats/folder/sequence';
import { conditionsOf, type OpenedFileRow } from './store';

/** The runs among the files of a batch in the order they were injected; what a person read again with another layout counts in its last reading alone. */
export function sequenceOfBatch(files: readonly OpenedFileRow[], batch: Pick<Batch, 'refused' | 'passedOver'>): Sequence {
  const replaced = new Set(files.map(({ reread_of }) => reread_of));
  const runs = new Map<string, OpenedFileRow>();
  for (const file of files) {
    // Two of the dropped folders may have one name.
    if (!replaced.has(file.id) && isRun(file)) runs.set(runs.has(file.path) ? `${file.path} (${file.place})` : file.path, file);
  }
  const { injections, notes } = orderInjections([...runs].map(([key, file]) => factsOf(key, file)));
  const unread = [
    ...batch.refused.filter(({ run }) => run).map(({ path }) => path),
    ...batch.passedOver.filter(({ reason }) => reason === 'instrument-folder').map(({ path }) => path),
  ];
  return {
    injections: injections.flatMap(({ order, file: key, vial, sampleName, method, injectedAt, place, kind, kindReason }) => {
      const file = runs.get(key);
      if (file === undefined) return [];
      return {
        order,
        fileId: file.id,
        index: 0,
        name: file.name,
        path: file.path,
        sample: sampleName ?? '',
        vial: vial ?? '',
        method: method ?? '',
        injectedAt: injectedAt ?? '',
        place: place ?? '',
        scans: file.scans,
        kind,
        kindReason,
      };
    }),
    notes: [
      ...notes.map(({ code, files: about }) => ({ code, files: about.map((key) => runs.get(key)?.path ?? key) })),
      ...(unread.length === 0 ? [] : [{ code: 'not-read' as const, files: unread }]),
    ],
  };
}

/** Scans, or a chromatogram: what somebody injected. */
function isRun({ scans, techniques_json }: OpenedFileRow): boolean {
  return scans > 0 || techniques_json.includes('"chromatography"');
}

function factsOf(key: string, file: OpenedFileRow): InjectionFacts {
  const named = file.title === '' ? {} : { sample: file.title };
  return {
    file: key,
    conditions: { ...named, ...conditionsOf(file) },
    ...(file.run_type === '' ? {} : { runType: file.run_type }),
  };
}
