/** The word that the bundler puts where the page wants its nonce (`html.cspNonce` in electron.vite.config.ts). */
export const noncePlaceholder = 'aliquot-csp-nonce';

/**
 * The headers of every page. Nothing comes from outside the program, nothing inline runs; styles that Mantine writes carry the page's nonce.
 * `devServer` opens the bundler's socket and its one inline script while developing.
 */
export function pageHeaders(nonce: string, devServer?: URL): Readonly<Record<string, string>> {
  const policy = {
    'default-src': ["'none'"],
    'script-src': devServer === undefined ? ["'self'"] : ["'self'", `'nonce-${nonce}'`],
    'style-src': ["'self'", `'nonce-${nonce}'`],
    'img-src': ["'self'", 'data:', 'blob:'],
    'font-src': ["'self'"],
    'connect-src': devServer === undefined ? ["'self'"] : ["'self'", `ws://${devServer.host}`],
    'worker-src': ["'self'"],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'frame-ancestors': ["'none'"],
  };
  return {
    'Content-Security-Policy': Object.entries(policy)
      .map(([directive, sources]) => `${directive} ${sources.join(' ')}`)
      .join('; '),
    // SharedArrayBuffer exists only in an isolated page.
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
  };
}
