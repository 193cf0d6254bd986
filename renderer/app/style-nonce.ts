declare global {
  // Read by react-remove-scroll, which Mantine's dialogs lock the page with.
  var __webpack_nonce__: string | undefined;
}

/** The nonce this page was served with, which its styles must carry; empty where the page has none. */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? "";
}

/** Hands the nonce to the libraries that write style sheets without asking. */
export function shareStyleNonce(): void {
  globalThis.__webpack_nonce__ = styleNonce();
}
