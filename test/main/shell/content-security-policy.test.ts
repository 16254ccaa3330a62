import { describe, expect, it } from 'vitest';
import { pageHeaders } from '../../../src/main/shell/content-security-policy';

const policy = (devServer?: URL) => pageHeaders('N0nce', devServer)['Content-Security-Policy'] ?? '';

describe('the headers of a page', () => {
  it('allow the program itself and its nonced styles, nothing else', () => {
    expect(policy()).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-N0nce'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
  });

  it('isolate the page, so that it may share memory with its workers', () => {
    expect(pageHeaders('n')).toMatchObject({ 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' });
  });

  it('open the bundler’s socket while developing, and still nothing unsafe', () => {
    expect(policy(new URL('http://localhost:5173/'))).toContain("connect-src 'self' ws://localhost:5173;");
    expect(policy(new URL('http://localhost:5173/'))).not.toContain('unsafe');
  });
});
