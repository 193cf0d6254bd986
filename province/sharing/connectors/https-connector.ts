import { createHash } from "node:crypto";
import { readAnswer, reasonOf, saidByStatus, textOf } from "./answers.ts";
import { type Connector, type Delivery, namedObject, type Said } from "./connector.ts";
import { putObject } from "./put-object.ts";

const loopback = new Set(["127.0.0.1", "localhost", "[::1]"]);

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
 * Puts an object at `…/objects/SHA-256`, where they have it not yet, and posts the record that refers to it, as JSON
 * under a token. Taken in is what is answered 200, 201 or 202 with their id (`{"id": …}`), and 409, by which they say
 * that they have this very key; an answer without an id is not believed, and an object's only with its SHA-256.
 */
export function openHttpsConnector(options: { target: URL; token: string; timeoutMs: number }): Connector {
  const { target, token, timeoutMs } = options;
  const post = async ({ key, kind, id, op, body, digest, object }: Delivery): Promise<Said> => {
    const named = object ? `,"object":${namedObject(object)}` : "";
    try {
      const answer = await fetch(target, {
        method: "POST",
        // Whoever is redirected to would be given the token.
        redirect: "error",
        signal: AbortSignal.timeout(timeoutMs),
        headers: {
          ...{ authorization: `Bearer ${token}`, "content-type": "application/json; charset=utf-8" },
          ...{ "idempotency-key": key, "x-content-sha256": object ? sha256Of(body) : digest },
        },
        body: `{"op":"${op}","kind":"${kind}","id":${JSON.stringify(id)},"key":"${key}"${named},"record":${body}}`,
      });
      return saidBy(answer.status, await textOf(answer.body));
    } catch (error) {
      return { outcome: "again", detail: reasonOf(error) };
    }
  };
  return {
    async deliver(delivery) {
      const { object } = delivery;
      if (object) {
        const put = await putObject({ target, token, timeoutMs }, object);
        if (put.outcome !== "accepted") return { ...put, detail: `object: ${put.detail}` };
      }
      return post(delivery);
    },
  };
}

function saidBy(status: number, text: string): Said {
  const { id, detail } = readAnswer(text);
  const said = `${status} ${detail}`.trim();
  if (status === 409) return { outcome: "accepted", theirId: id ?? "", detail: said };
  if (status >= 200 && status < 300)
    return id === undefined
      ? { outcome: "again", detail: `${status}: an answer without their id` }
      : { outcome: "accepted", theirId: id, detail: String(status) };
  return saidByStatus(status, said);
}

function sha256Of(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
