import { expect } from "vitest";
import { digestOfBytes, type World } from "#tests/province/world.ts";

/** Sends the words of a page as its desk does. */
export function sendWords(world: World, token: string, text: string): Promise<string> {
  return sendObject(world, token, Buffer.from(JSON.stringify({ text, words: [] })), "application/json");
}

/** Sends an object as a desk does; answers its digest. */
export async function sendObject(
  world: World,
  token: string,
  body: Buffer,
  mediaType: string,
): Promise<string> {
  const digest = digestOfBytes(body);
  const encode = (value: string) => Buffer.from(value).toString("base64");
  const headers = { authorization: `Bearer ${token}`, "tus-resumable": "1.0.0" };
  const made = await world.app.inject({
    method: "POST",
    url: "/objects",
    headers: {
      ...headers,
      "upload-length": String(body.length),
      "upload-metadata": `digest ${encode(digest)},mediaType ${encode(mediaType)}`,
    },
  });
  const sent = await world.app.inject({
    method: "PATCH",
    url: new URL(String(made.headers["location"]), "http://province").pathname,
    headers: { ...headers, "upload-offset": "0", "content-type": "application/offset+octet-stream" },
    payload: body,
  });
  expect(sent.statusCode, sent.body).toBe(204);
  return digest;
}
