import { type MessagePortMain, type UtilityProcess, utilityProcess } from 'electron';
import {
  type EngineToShell,
  isEngineToShell,
  type ShellReplyValue,
  type ShellRequest,
  type ShellToEngine,
  type StartMessage,
} from '../shell-channel';
import type { Log } from './log';

export type EngineEvents = {
  /** `code` is for support; `hadServed`: the engine ended after it was ready, so a new one may well serve again */
  readonly lost: (code: string, hadServed: boolean) => void;
  readonly request: (request: ShellRequest) => Promise<ShellReplyValue>;
};

export type Engine = {
  readonly running: () => boolean;
  /** Starts the process unless it runs. */
  readonly start: () => void;
  /** Hands the window's port over; kept until the engine is ready. */
  readonly connect: (port: MessagePortMain) => void;
  readonly giveFile: (token: string, path: string) => void;
  /** Asks the engine to finish and waits for its end; after five seconds it is ended. */
  readonly stop: () => Promise<void>;
};

const patienceMs = 5000;

/** Starts and watches the laboratory's own process. */
export function superviseEngine(modulePath: string, startMessage: StartMessage, events: EngineEvents, log: Log): Engine {
  let child: UtilityProcess | undefined;
  let ready = false;
  let stopping = false;
  let fatalCode: string | undefined;
  let waitingPort: MessagePortMain | undefined;

  const send = (to: UtilityProcess, message: ShellToEngine, ports?: MessagePortMain[]) => to.postMessage(message, ports);

  const receive = (from: UtilityProcess, message: EngineToShell) => {
    switch (message.type) {
      case 'ready':
        ready = true;
        log('info', 'shell.engine-ready', { afterMs: Math.round(performance.now()) });
        if (waitingPort !== undefined) send(from, { type: 'window-port' }, [waitingPort]);
        waitingPort = undefined;
        return;
      case 'log':
        return log(message.level, message.code, message.data);
      case 'fatal':
        fatalCode = message.code;
        return log('error', message.code, message.params);
      case 'shell-request':
        events.request(message.request).then(
          (value) => {
            if (from === child) send(from, { type: 'shell-reply', id: message.id, value });
          },
          (error: unknown) => log('error', 'shell.request-failed', { request: message.request, error }),
        );
    }
  };

  const start = () => {
    if (child !== undefined) return;
    const started = utilityProcess.fork(modulePath, [], { serviceName: 'Aliquot engine', stdio: 'pipe' });
    child = started;
    fatalCode = undefined;
    for (const stream of [started.stdout, started.stderr])
      stream?.on('data', (text: Buffer) => log('warn', 'engine.output', { text: text.toString('utf8') }));
    started.on('message', (message: unknown) => {
      if (isEngineToShell(message)) receive(started, message);
      else log('error', 'shell.engine-message-unknown', { message });
    });
    started.on('exit', (exitCode) => {
      const hadServed = ready;
      child = undefined;
      ready = false;
      log(stopping ? 'info' : 'error', 'shell.engine-ended', { exitCode });
      if (!stopping) events.lost(fatalCode ?? `engine-ended-${exitCode}`, hadServed);
    });
    send(started, startMessage);
  };

  return {
    running: () => child !== undefined,
    start,
    connect: (port) => {
      if (child !== undefined && ready) return send(child, { type: 'window-port' }, [port]);
      waitingPort?.close();
      waitingPort = port;
    },
    giveFile: (token, path) => {
      if (child !== undefined) send(child, { type: 'file-token', token, path });
    },
    stop: () =>
      new Promise((done) => {
        stopping = true;
        const ending = child;
        if (ending === undefined) return done();
        const impatience = setTimeout(() => ending.kill(), patienceMs);
        ending.once('exit', () => {
          clearTimeout(impatience);
          done();
        });
        send(ending, { type: 'stop' });
      }),
  };
}
