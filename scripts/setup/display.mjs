import { spawn } from 'node:child_process';
import { needsVirtualDisplay } from './shared-libraries.mjs';
import { SetUpError } from './step.mjs';

/**
 * Starts a virtual X server where there is no display; the number is chosen by the server.
 * @returns {Promise<{ env: Record<string, string>, stop: () => void }>}
 */
export function openDisplay() {
  if (!needsVirtualDisplay()) return Promise.resolve({ env: {}, stop: () => undefined });
  return new Promise((done, fail) => {
    const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1920x1080x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    const stop = () => {
      server.kill();
    };
    server.on('error', (error) =>
      fail(new SetUpError('The virtual display could not be started.', 'Install Xvfb (Debian: xvfb), or set DISPLAY.', error.message)),
    );
    server.on('exit', (code) =>
      fail(
        new SetUpError(
          'The virtual display ended at once.',
          'Set DISPLAY, or look for another program that holds the X sockets.',
          `Xvfb ended with ${code}`,
        ),
      ),
    );
    server.stdio[3]?.once('data', (/** @type {Buffer} */ number) => {
      process.once('exit', stop);
      done({ env: { DISPLAY: `:${number.toString().trim()}` }, stop });
    });
  });
}
