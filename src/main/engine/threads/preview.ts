import { type FileReading, type PreviewRequest, readFileForPreview } from '../library/preview/preview-task';
import { openFileSource } from './file-source';
import { Stopped, serveTask } from './serve-task';

const TELL_EVERY_MILLISECONDS = 200;

serveTask<PreviewRequest, number, FileReading>((request, task) => {
  const source = openFileSource(request.path, request.fileName);
  let told = Number.NEGATIVE_INFINITY;
  try {
    const reading = readFileForPreview(request, source, {
      cancelled: task.stopped,
      progress: (bytes) => {
        if (performance.now() - told < TELL_EVERY_MILLISECONDS) return;
        told = performance.now();
        task.progress(bytes);
      },
    });
    if (reading === 'cancelled') throw new Stopped();
    return reading;
  } finally {
    source.close();
  }
});
