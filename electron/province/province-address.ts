/** The origin of a province's address; nothing where it is reached neither over TLS nor on this machine alone. */
export function provinceOrigin(address: string): string | undefined {
  const url = URL.parse(address.trim());
  const local = url?.hostname === "127.0.0.1" || url?.hostname === "localhost";
  return url && (url.protocol === "https:" || (url.protocol === "http:" && local)) ? url.origin : undefined;
}
