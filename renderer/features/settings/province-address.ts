/** Whether the desk would take this as a province's address: over TLS, or in the clear on this machine alone. */
export function isProvinceAddress(text: string): boolean {
  const url = URL.parse(text.trim());
  if (!url) return false;
  const local = url.hostname === "127.0.0.1" || url.hostname === "localhost";
  return url.protocol === "https:" || (url.protocol === "http:" && local);
}
