import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { net, protocol } from 'electron';
import { noncePlaceholder, pageHeaders } from './content-security-policy';
import { fileFor } from './window-file';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
};

/** Before Electron is ready: `app:` behaves like https, so that modules, storage and workers have an origin. */
export function declareAppProtocol(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

const notFound = () => new Response(null, { status: 404 });

async function fromFolder(url: URL, windowFolder: string): Promise<Response> {
  const file = fileFor(url, windowFolder);
  if (file === undefined) return notFound();
  const contentType = contentTypes[extname(file)];
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'EISDIR') return undefined;
    throw error;
  });
  if (bytes === undefined || contentType === undefined) return notFound();
  return asPage(bytes, contentType);
}

function asPage(bytes: Buffer, contentType: string, devServer?: URL): Response {
  const nonce = randomBytes(18).toString('base64');
  const isHtml = contentType.startsWith('text/html');
  const body = isHtml ? bytes.toString('utf8').replaceAll(noncePlaceholder, nonce) : new Uint8Array(bytes);
  return new Response(body, { headers: { 'Content-Type': contentType, ...pageHeaders(nonce, devServer) } });
}

/** While developing, the bundler's server stands behind the same origin and the same policy. */
async function fromDevServer(url: URL, devServer: URL): Promise<Response> {
  const answer = await net.fetch(new URL(url.pathname + url.search, devServer).href, { bypassCustomProtocolHandlers: true });
  const contentType = answer.headers.get('content-type') ?? 'application/octet-stream';
  return answer.ok ? asPage(Buffer.from(await answer.arrayBuffer()), contentType, devServer) : notFound();
}

/** Serves the window's files as `app://aliquot/`. */
export function serveAppProtocol(windowFolder: string, devServer: URL | undefined): void {
  protocol.handle('app', (request) => {
    const url = new URL(request.url);
    if (request.method !== 'GET') return new Response(null, { status: 405 });
    return devServer === undefined ? fromFolder(url, windowFolder) : fromDevServer(url, devServer);
  });
}
