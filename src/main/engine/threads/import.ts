import {
  type ImportProgress,
  type ImportRequest,
  type ImportResult,
  runExamination,
  runImport,
  runRemoval,
} from '../library/import/import-task';
import { openFileSource } from './file-source';
import { Stopped, serveTask } from './serve-task';

serveTask<ImportRequest, ImportProgress, ImportResult>(
  (request, task) => {
    if (request.kind === 'remove') return { type: 'removed', spectra: runRemoval(request.database, request.importKeys) };
    if (request.kind === 'examine') {
      const tally = runExamination(request, { cancelled: task.stopped, progress: task.progress });
      if (tally === null) throw new Stopped();
      return { type: 'examined', tally };
    }
    const source = openFileSource(request.path, request.fileName);
    try {
      const end = runImport(request, source, { cancelled: task.stopped, progress: task.progress });
      if (end.type === 'cancelled') throw new Stopped();
      return end;
    } finally {
      source.close();
    }
  },
  (request, result) => {
    if (request.kind === 'import' && result?.type !== 'read') runRemoval(request.database, [request.options.importKey]);
  },
);
