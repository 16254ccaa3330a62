import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { type Launched, launch } from './support/launch';

let aliquot: Launched;

test.beforeEach(async () => {
  aliquot = await launch();
});
test.afterEach(async () => {
  await aliquot.close();
});

const logLines = () =>
  readFileSync(join(aliquot.userData, 'logs', 'aliquot.log'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { readonly code: string; readonly data?: Readonly<Record<string, unknown>> });

test('the window opens on app://aliquot with nothing of Node in it', async () => {
  expect(aliquot.page.url()).toMatch(/^app:\/\/aliquot\//);
  const seen = await aliquot.page.evaluate(() => ({
    node: ['require', 'process', 'module', 'Buffer', 'global'].filter((name) => name in globalThis),
    bridge: Object.keys(window.aliquot).sort(),
    isolated: crossOriginIsolated,
  }));
  expect(seen).toEqual({ node: [], bridge: ['fileToken', 'onEngineLost'], isolated: true });
});

test('every page has a strict policy and a nonce of its own', async () => {
  const answers = await aliquot.page.evaluate(async () => {
    const read = async () => {
      const answer = await fetch('app://aliquot/index.html');
      return { policy: answer.headers.get('content-security-policy') ?? '', text: await answer.text() };
    };
    return [await read(), await read()];
  });
  const nonces = answers.map(({ policy, text }) => {
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
    expect(text).toContain(`nonce="${nonce}"`);
    expect(text).not.toContain('aliquot-csp-nonce');
    return nonce;
  });
  expect(new Set(nonces).size).toBe(2);
});

test('an inline script and an inline style do not run', async () => {
  aliquot.expectErrors(/Content Security Policy/);
  const ran = await aliquot.page.evaluate(async () => {
    const script = document.createElement('script');
    script.textContent = 'window.name = "ran"';
    document.head.append(script);
    const style = document.createElement('style');
    style.textContent = 'html { outline: 7px solid red }';
    document.head.append(style);
    await new Promise((done) => setTimeout(done, 50));
    return { script: window.name, style: getComputedStyle(document.documentElement).outlineWidth };
  });
  expect(ran.script).toBe('');
  expect(ran.style).not.toBe('7px');
});

test('navigation, new windows, frames, permissions and the network are refused', async () => {
  aliquot.expectErrors(/Content Security Policy|ERR_|Failed to load/);
  const outcome = await aliquot.page.evaluate(async () => {
    const opened = window.open('https://example.org/');
    const permission = await navigator.permissions.query({ name: 'geolocation' });
    const fetched = await fetch('https://example.org/').then(
      () => 'answered',
      () => 'refused',
    );
    const frame = document.createElement('iframe');
    frame.src = 'app://aliquot/';
    document.body.append(frame);
    await new Promise((done) => setTimeout(done, 100));
    const framed = frame.contentDocument?.getElementById('root') ?? null;
    frame.remove();
    return { opened: opened === null, permission: permission.state, fetched, framed };
  });
  expect(outcome).toEqual({ opened: true, permission: 'denied', fetched: 'refused', framed: null });

  await aliquot.page.evaluate(() => {
    window.location.href = 'https://example.org/';
  });
  await expect.poll(() => logLines().map(({ code }) => code)).toContain('shell.navigation-refused');
  expect(logLines().map(({ code }) => code)).toContain('shell.window-refused');
  expect(aliquot.page.url()).toMatch(/^app:\/\/aliquot\//);
  expect(aliquot.app.windows()).toHaveLength(1);
});

test('paths that lead out of the window’s folder give nothing', async () => {
  aliquot.expectErrors(/404|Failed to load/);
  const statuses = await aliquot.page.evaluate(() =>
    Promise.all(
      ['/../main/index.js', '/%2e%2e/main/index.js', '/..%2f..%2fpackage.json', '/nothing.js'].map(
        async (path) => (await fetch(`app://aliquot${path}`)).status,
      ),
    ),
  );
  expect(statuses).toEqual([404, 404, 404, 404]);
});

test('an engine that dies is started again and the window is told', async () => {
  await expect.poll(() => logLines().map(({ code }) => code)).toContain('shell.engine-ready');
  await aliquot.page.evaluate(() => {
    window.aliquot.onEngineLost((loss) => {
      document.documentElement.dataset.loss = JSON.stringify(loss);
    });
  });
  const engine = await aliquot.app.evaluate(({ app }) => app.getAppMetrics().find(({ name }) => name === 'Aliquot engine')?.pid ?? 0);
  process.kill(engine, 'SIGKILL');
  await expect.poll(() => logLines().filter(({ code }) => code === 'shell.engine-ready')).toHaveLength(2);
  const loss = await aliquot.page.evaluate(() => document.documentElement.dataset.loss);
  expect(JSON.parse(loss ?? '{}')).toEqual({ code: expect.stringMatching(/^engine-ended-/), restarting: true });
});

test('the window comes back where it was', async () => {
  const bounds = { x: 60, y: 80, width: 1200, height: 700 };
  await aliquot.app.evaluate(({ BrowserWindow }, wanted) => BrowserWindow.getAllWindows()[0]?.setBounds(wanted), bounds);
  // The system moves a window in its own time.
  const placed = () => aliquot.page.evaluate(() => [window.outerWidth, window.outerHeight]);
  await expect.poll(placed).toEqual([bounds.width, bounds.height]);
  await aliquot.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await expect.poll(() => existsSync(join(aliquot.userData, 'window.json'))).toBe(true);
  expect(JSON.parse(readFileSync(join(aliquot.userData, 'window.json'), 'utf8'))).toEqual({
    bounds,
    maximised: false,
  });
});

test('the practice laboratory is gone when the program is, and its last traces when practice is opened again', async () => {
  const practiceFolders = () => readdirSync(tmpdir()).filter((name) => name.startsWith('aliquot-practice-'));
  const before = practiceFolders();
  const first = await launch({ args: ['--demo'] });
  const [made] = practiceFolders().filter((name) => !before.includes(name));
  expect(made).toBeDefined();
  await first.close();
  expect(existsSync(join(tmpdir(), made!, 'laboratory'))).toBe(false);
  const second = await launch({ args: ['--demo'] });
  expect(practiceFolders()).not.toContain(made);
  await second.close();
});
