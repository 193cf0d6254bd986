import type { Said } from "./connector.ts";

const passing = new Set([408, 425, 429]);
const answerLimit = 65_536;

/** What a status means that takes nothing in. */
export function saidByStatus(status: number, detail: string): Exclude<Said, { outcome: "accepted" }> {
  if (status === 401 || status === 403) return { outcome: "stop", detail };
  if (status >= 400 && status < 500 && !passing.has(status)) return { outcome: "refused", detail };
  return { outcome: "again", detail };
}

/** Their id, the SHA-256 that they counted, and what they say, as far as an answer has them. */
export function readAnswer(text: string): { id: string | undefined; sha256: string; detail: string } {
  try {
    const read: unknown = JSON.parse(text);
    if (typeof read !== "object" || read === null) return { id: undefined, sha256: "", detail: "" };
    const { id, sha256, detail, message } = read as Record<string, unknown>;
    const own = typeof id === "string" || typeof id === "number" ? String(id).slice(0, 200) : "";
    const told = [detail, message].find((one) => typeof one === "string");
    return {
      id: own === "" ? undefined : own,
      sha256: typeof sha256 === "string" ? sha256.toLowerCase().slice(0, 64) : "",
      detail: (told ?? "").slice(0, 500),
    };
  } catch {
    return { id: undefined, sha256: "", detail: "" };
  }
}

/** The beginning of an answer: more than fits is of no use. */
export async function textOf(body: AsyncIterable<Uint8Array> | null): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.length;
    if (size > answerLimit) break;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** Why a line failed, without anything of what was sent. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "the line failed";
  const { cause } = error;
  const code =
    "code" in error ? error.code : cause instanceof Error && "code" in cause ? cause.code : undefined;
  return typeof code === "string" ? code : error.name;
}
