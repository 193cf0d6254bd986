import { createServer, type RequestListener } from "node:http";
import { expect, onTestFinished, test } from "vitest";
import { httpEmbedder } from "#province/meaning/http-embedder.ts";
import { embeddingServer } from "#tests/helpers/embedding-server.ts";
import { tinyVector } from "#tests/helpers/tiny-embedder.ts";

const patience = () => AbortSignal.timeout(5000);

function embedderAt(address: string) {
  return httpEmbedder({ address: new URL(`${address}/embeddings`), model: "bge-m3" });
}

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  const address = server.address();
  return `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}/v1`;
}

test("texts come back as vectors in their order, whatever the order of the answer", async () => {
  const server = await embeddingServer({ dimensions: 16 });
  onTestFinished(() => server.stop());
  const texts = ["Giao đất ở", "Đăng ký kết hôn", "Sửa đường liên thôn"];
  expect(await embedderAt(server.address).embed(texts, patience())).toEqual(
    texts.map((text) => tinyVector(text, 16)),
  );
  expect([server.models, server.texts]).toEqual([["bge-m3"], texts]);
});

test("a model that is away, late or wrong is told apart, and nothing it says is taken for vectors", async () => {
  const server = await embeddingServer({ dimensions: 16, refuses: (text) => text === "quá dài" });
  const embedder = embedderAt(server.address);
  await expect(embedder.embed(["quá dài"], patience())).rejects.toMatchObject({ kind: "refused" });
  await server.stop();
  await expect(embedder.embed(["a"], patience())).rejects.toMatchObject({
    kind: "away",
    message: "the embedding model: ECONNREFUSED",
  });
  const late = await serve(() => undefined);
  await expect(embedderAt(late).embed(["a"], AbortSignal.timeout(50))).rejects.toMatchObject({
    kind: "away",
  });
  for (const body of [
    "không phải JSON",
    "{}",
    '{"data":[]}',
    '{"data":[{"index":0,"embedding":[]},{"index":1,"embedding":[]}]}',
    '{"data":[{"index":0,"embedding":[1]}]}',
    '{"data":[{"index":0,"embedding":[1]},{"index":1,"embedding":[1,2]}]}',
    '{"data":[{"index":0,"embedding":[1]},{"index":7,"embedding":[1]}]}',
    '{"data":[{"index":0,"embedding":[0]},{"index":1,"embedding":[1]}]}',
    '{"data":[{"index":0,"embedding":[1e999]},{"index":1,"embedding":[1]}]}',
  ]) {
    const address = await serve((_request, response) => response.end(body));
    await expect(embedderAt(address).embed(["a", "b"], patience()), body).rejects.toMatchObject({
      kind: "refused",
    });
  }
});

test("texts go to nobody else: no redirect is followed", async () => {
  const other = await embeddingServer();
  onTestFinished(() => other.stop());
  const address = await serve((_request, response) => {
    response.writeHead(307, { location: `${other.address}/embeddings` }).end();
  });
  await expect(embedderAt(address).embed(["a"], patience())).rejects.toMatchObject({ kind: "refused" });
  expect(other.texts).toEqual([]);
});
