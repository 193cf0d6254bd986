import type { Connector, Said } from "./connector.ts";

const loopback = new Set(["127.0.0.1", "localhost", "[::1]"]);
const passing = new Set([408, 425, 429]);
const answerLimit = 65_536;

/** The address that records are posted to; throws on one that is neither TLS nor this machine, or has a key in it. */
export function readTarget(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const safe = url?.protocol === "https:" || (url?.protocol === "http:" && loopback.has(url.hostname));
  if (!url || !safe) throw new Error("the address is not https: (http: is for this machine alone)");
  if (url.username !== "" || url.password !== "")
    throw new Error("the address has a key in it: hand the token over in a file");
  return url;
}

/**
 * Posts records as JSON under a token. Taken in is what is answered 200, 201 or 202 with their id (`{"id": …}`), and
 * 409, by which they say that they have this very key; an answer without an id is not believed.
 */
export function openHttpsConnector(options: { target: URL; token: string; timeoutMs: number }): Connector {
  const { target, token, timeoutMs } = options;
  return {
    async deliver({ key, kind, id, op, body, digest }) {
      try {
        const answer = await fetch(target, {
          method: "POST",
          // Whoever is redirected to would be given the token.
          redirect: "error",
          signal: AbortSignal.timeout(timeoutMs),
          headers: {
            ...{ authorization: `Bearer ${token}`, "content-type": "application/json; charset=utf-8" },
            ...{ "idempotency-key": key, "x-content-sha256": digest },
          },
          body: `{"op":"${op}","kind":"${kind}","id":${JSON.stringify(id)},"key":"${key}","record":${body}}`,
        });
        return saidBy(answer.status, await textOf(answer));
      } catch (error) {
        return { outcome: "again", detail: reasonOf(error) };
      }
    },
  };
}

function saidBy(status: number, text: string): Said {
  const { id, detail } = readAnswer(text);
  const said = `${status} ${detail}`.trim();
  if (status === 401 || status === 403) return { outcome: "stop", detail: said };
  if (status === 409) return { outcome: "accepted", theirId: id ?? "", detail: said };
  if (status >= 200 && status < 300)
    return id === undefined
      ? { outcome: "again", detail: `${status}: an answer without their id` }
      : { outcome: "accepted", theirId: id, detail: String(status) };
  if (status >= 400 && status < 500 && !passing.has(status)) return { outcome: "refused", detail: said };
  return { outcome: "again", detail: said };
}

function readAnswer(text: string): { id: string | undefined; detail: string } {
  try {
    const read: unknown = JSON.parse(text);
    if (typeof read !== "object" || read === null) return { id: undefined, detail: "" };
    const { id, detail, message } = read as Record<string, unknown>;
    const own = typeof id === "string" || typeof id === "number" ? String(id).slice(0, 200) : "";
    const told = [detail, message].find((one) => typeof one === "string");
    return { id: own === "" ? undefined : own, detail: (told ?? "").slice(0, 500) };
  } catch {
    return { id: undefined, detail: "" };
  }
}

async function textOf(answer: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (answer.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > answerLimit) break;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "the line failed";
  const { cause } = error;
  const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
  return typeof code === "string" ? code : error.name;
}
