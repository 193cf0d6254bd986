/** Fields as one part of an address that no decoding of addresses changes; empty ones are left out. */
export function writeFields(fields: Readonly<Record<string, string>>): string {
  const given = Object.entries(fields).filter(([, value]) => value !== "");
  return new URLSearchParams(given).toString().replaceAll("%", "~");
}

/** The fields that such a part names. */
export function readFields(part: string | undefined): Record<string, string> {
  return Object.fromEntries(new URLSearchParams((part ?? "").replaceAll("~", "%")));
}
