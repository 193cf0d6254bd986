/** How the province is called by harvesters, and calls its records. */
export type Names = {
  repository: string;
  email: string;
  baseUrl: string;
  /** Where the schema of its archival description is. */
  schema: string;
  /** `oai:luutru.example.vn:items/ID` (the oai-identifier scheme). */
  identifierOf: (kind: "files" | "items", id: string) => string;
  readIdentifier: (identifier: string) => { kind: "files" | "items"; id: string } | undefined;
};

/** Stands where nobody said who is to be written to, or where the province is: a name that can be nobody's (RFC 2606). */
const nowhere = "mucluc.invalid";

/** The names of a province at an address (`https://luutru.example.vn`, or empty), which is in every identifier. */
export function namesOf(repository: string, address: string, email: string): Names {
  const host = URL.parse(address)?.hostname ?? nowhere;
  const base = URL.parse(address) ? address.replace(/\/+$/, "") : `http://${nowhere}`;
  const prefix = `oai:${host}:`;
  return {
    repository,
    email: email === "" ? `khong-co@${nowhere}` : email,
    baseUrl: `${base}/oai`,
    schema: `${base}/oai/ead.xsd`,
    identifierOf: (kind, id) => `${prefix}${kind}/${encodeURIComponent(id)}`,
    readIdentifier(identifier) {
      if (!identifier.startsWith(prefix)) return undefined;
      const [, kind, id] = /^(files|items)\/(\S{1,400})$/.exec(identifier.slice(prefix.length)) ?? [];
      if (id === undefined) return undefined;
      try {
        const read = decodeURIComponent(id);
        return read.includes("\0") ? undefined : { kind: kind === "files" ? "files" : "items", id: read };
      } catch {
        return undefined;
      }
    },
  };
}
