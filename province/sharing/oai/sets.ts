/** Part of the store: what lies in a fonds, or came from a district. */
export type SetPart = { of: "fonds" | "district"; id: string };

/** The setSpec of a part: what no setSpec may contain (OAI-PMH 2.0, 2.6) is written as `~` and its code in hex. */
export function writeSet({ of, id }: SetPart): string {
  const plain = [...new TextEncoder().encode(id)].map((byte) => {
    const letter = String.fromCharCode(byte);
    return /[A-Za-z0-9_.-]/.test(letter) ? letter : `~${byte.toString(16).padStart(2, "0")}`;
  });
  return `${of}:${plain.join("")}`;
}

/** The part of a setSpec, or nothing where it is none of ours. */
export function readSet(spec: string): SetPart | undefined {
  const [, of, id] = /^(fonds|district):((?:[A-Za-z0-9_.-]|~[0-9a-f]{2}){1,300})$/.exec(spec) ?? [];
  if (id === undefined) return undefined;
  const bytes = [...id.matchAll(/~([0-9a-f]{2})|(.)/g)].map(([, code, letter = ""]) =>
    code === undefined ? letter.charCodeAt(0) : Number.parseInt(code, 16),
  );
  return { of: of === "fonds" ? "fonds" : "district", id: new TextDecoder().decode(Uint8Array.from(bytes)) };
}
