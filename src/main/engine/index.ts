import { isShellToEngine } from '../shell-channel';

process.parentPort.on('message', (event) => {
  const message: unknown = event.data;
  if (!isShellToEngine(message)) return;
  if (message.type === 'start') process.parentPort.postMessage({ type: 'ready' });
  if (message.type === 'stop') process.exit(0);
});
