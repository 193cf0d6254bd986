import { Agent, request as requestPlain } from "node:http";
import { Agent as TlsAgent, request as requestTls } from "node:https";
import { Type } from "typebox";
import { Compile } from "typebox/compile";
import type { EmbedPlace } from "./embed-place.ts";
import { EmbedFault, type EmbedTexts, type Vector } from "./embed-texts.ts";

const answerShape = Compile(
  Type.Object({
    data: Type.Array(
      Type.Object({ index: Type.Optional(Type.Integer()), embedding: Type.Array(Type.Number()) }),
    ),
  }),
);

const answerLimit = 64 * 1024 * 1024;
/** Longer vectors are not stored (pgvector). */
const mostDimensions = 16_000;

/**
 * A model behind `/v1/embeddings`, as llama.cpp, Ollama and others serve it on a machine. Asked straight: no proxy of
 * the environment comes between, and it follows nobody elsewhere.
 */
export function httpEmbedder({ address, model }: EmbedPlace): EmbedTexts {
  const isTls = address.protocol === "https:";
  // An agent of our own knows no proxy, whatever the environment says; a line that is kept may end as it is used.
  const agent = isTls ? new TlsAgent() : new Agent();
  const post = (body: string, signal: AbortSignal) =>
    new Promise<{ status: number; text: string }>((resolve, reject) => {
      const asking = (isTls ? requestTls : requestPlain)(
        address,
        {
          method: "POST",
          agent,
          signal,
          headers: { "content-type": "application/json", "content-length": Buffer.byteLength(body) },
        },
        (answer) => {
          const chunks: Buffer[] = [];
          let size = 0;
          answer.on("data", (chunk: Buffer) => {
            size += chunk.length;
            if (size > answerLimit) answer.destroy(new Error("an answer too long"));
            else chunks.push(chunk);
          });
          answer.on("end", () =>
            resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(chunks).toString("utf8") }),
          );
          answer.on("error", reject);
        },
      );
      asking.on("error", reject);
      asking.end(body);
    });
  return {
    model,
    async embed(texts, signal) {
      const body = JSON.stringify({ model, input: texts, encoding_format: "float" });
      const { status, text } = await post(body, signal).catch((error: unknown) => {
        throw new EmbedFault("away", reasonOf(error));
      });
      if (status !== 200) throw new EmbedFault("refused", `answered ${status}`);
      return vectorsIn(text, texts.length);
    },
  };
}

/** What it answered, in the order in which it was asked; throws on anything else than a vector for each. */
function vectorsIn(text: string, count: number): Vector[] {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    throw new EmbedFault("refused", "answered no JSON");
  }
  if (!answerShape.Check(read)) throw new EmbedFault("refused", "answered no list of vectors");
  const placed = new Map(read.data.map(({ index, embedding }, at) => [index ?? at, embedding]));
  const vectors = Array.from({ length: count }, (_, at) => placed.get(at) ?? []);
  const length = vectors[0]?.length ?? 0;
  const isWhole = (vector: Vector) =>
    vector.length === length && vector.every(Number.isFinite) && vector.some((number) => number !== 0);
  if (length === 0 || length > mostDimensions || read.data.length !== count || !vectors.every(isWhole))
    throw new EmbedFault("refused", "answered other vectors than it was asked for");
  return vectors;
}

/** Of a fault of the line, its code alone. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "the line failed";
  if (error.name === "TimeoutError" || error.name === "AbortError") return "did not answer in time";
  return "code" in error && typeof error.code === "string" ? error.code : error.message;
}
