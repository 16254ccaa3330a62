/** The page's nonce, which every style element made at run time must carry. */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
}

// The scroll lock below Mantine's drawers and dialogs makes its own style element and looks for the nonce where webpack would have put it.
Object.assign(globalThis, { __webpack_nonce__: styleNonce() });
