import { createServer } from "node:http";
import { tinyVector } from "./tiny-embedder.ts";

/** How a server of embeddings behaves; changed while it runs. */
export type Embedding = {
  dimensions: number;
  /** Answers 500 to what has such a text in it. */
  refuses?: (text: string) => boolean;
  /** Before each answer. */
  before?: () => Promise<void>;
};

/** A server of `/v1/embeddings` on loopback, as a model on the machine is reached; `texts` are all that it was handed. */
export async function embeddingServer(behaviour: Embedding = { dimensions: 64 }, port = 0) {
  const texts: string[] = [];
  const models: string[] = [];
  const server = createServer((request, response) => {
    const answer = async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
      const { model, input } = JSON.parse(Buffer.concat(chunks).toString("utf8")) as {
        model: string;
        input: string[];
      };
      models.push(model);
      texts.push(...input);
      await behaviour.before?.();
      const isRefused = request.url !== "/v1/embeddings" || input.some((text) => behaviour.refuses?.(text));
      response.writeHead(isRefused ? 500 : 200, { "content-type": "application/json" });
      // Backwards, for the index is what counts.
      const data = input
        .map((text, index) => ({
          index,
          object: "embedding",
          embedding: tinyVector(text, behaviour.dimensions),
        }))
        .reverse();
      response.end(
        JSON.stringify(isRefused ? { error: { message: "too large" } } : { object: "list", model, data }),
      );
    };
    answer().catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("no port");
  return {
    address: `http://127.0.0.1:${address.port}/v1`,
    port: address.port,
    texts,
    models,
    behaviour,
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
