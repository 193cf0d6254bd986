/** Where the page is that links lead to, beside the portal's own. */
const place = "/tra-cuu/xem";

/**
 * The address of a link. Its secret stands behind the `#`, which browsers send to nobody: in no log of the server or of
 * what stands before it, in no referrer, and a messenger that looks at the address beforehand opens nothing.
 */
export function linkAddress(secret: string, origin = window.location.origin): string {
  return `${origin}${place}#${secret}`;
}

/** The secret in the part of an address behind the `#`; empty where there is none. */
export function readLinkSecret(fragment: string): string {
  return fragment.replace(/^#/, "").trim();
}
