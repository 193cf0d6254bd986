import { randomBytes } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { extname, join, normalize, sep } from "node:path";
import { securityHeaders } from "./security-headers.ts";

const byExtension: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
  ".woff": "font/woff",
  ".ttf": "font/ttf",
  ".wasm": "application/wasm",
  ".json": "application/json",
};

/**
 * A part of the built screen, with the headers that go with it; 404 for what is not below `folder`. In a page
 * `__NONCE__` becomes the nonce of this answer.
 */
export async function readScreen(folder: string, part: string): Promise<Response> {
  const target = normalize(join(folder, part));
  if (!target.startsWith(folder + sep)) return new Response(null, { status: 404 });
  if (!(await stat(target).catch(() => undefined))?.isFile()) return new Response(null, { status: 404 });
  const nonce = randomBytes(18).toString("base64url");
  const headers = { ...securityHeaders(nonce), "content-type": contentTypeOfPart(extname(target)) };
  if (extname(target) !== ".html") return new Response(await readFile(target), { headers });
  const html = await readFile(target, "utf8");
  return new Response(html.replaceAll("__NONCE__", nonce), {
    headers: { ...headers, "cache-control": "no-store" },
  });
}

function contentTypeOfPart(extension: string): string {
  return byExtension[extension] ?? "application/octet-stream";
}
