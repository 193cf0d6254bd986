import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openObjectStore } from "#shared/node/object-store.ts";
import { respond } from "#electron/host/respond.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

const base = "http://127.0.0.1:1";

async function openPage() {
  const folder = temporaryFolder();
  const screen = join(folder, "screen");
  mkdirSync(screen);
  writeFileSync(join(screen, "index.html"), '<meta property="csp-nonce" nonce="__NONCE__">');
  writeFileSync(join(folder, "secret.txt"), "secret");
  const objects = await openObjectStore(join(folder, "objects"));
  return { screen, objects, provinceObject: () => Promise.resolve(undefined), locked: () => false };
}

it("stores bytes and shows them again, in whole and in part", async () => {
  const page = await openPage();
  const bytes = Buffer.from([0xff, 0xd8, 0xff, 1, 2, 3, 4, 5]);
  const stored = await respond(page, new Request(`${base}/object`, { method: "POST", body: bytes }));
  const { digest, size } = (await stored.json()) as { digest: string; size: number };
  expect(size).toBe(8);
  const whole = await respond(page, new Request(`${base}/object/${digest}`));
  expect(whole.headers.get("content-type")).toBe("image/jpeg");
  expect(Buffer.from(await whole.arrayBuffer())).toEqual(bytes);
  const part = await respond(
    page,
    new Request(`${base}/object/${digest}`, { headers: { range: "bytes=3-4" } }),
  );
  expect(part.status).toBe(206);
  expect(part.headers.get("content-range")).toBe("bytes 3-4/8");
  expect([...new Uint8Array(await part.arrayBuffer())]).toEqual([1, 2]);
});

it("gives the page a policy without unsafe sources, and a fresh nonce each time", async () => {
  const page = await openPage();
  const one = await respond(page, new Request(`${base}/`));
  const policy = one.headers.get("content-security-policy") ?? "";
  expect(policy).not.toContain("unsafe");
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
  expect(await one.text()).toContain(`nonce="${nonce ?? "none"}"`);
  const two = await respond(page, new Request(`${base}/`));
  expect(two.headers.get("content-security-policy")).not.toBe(policy);
});

it.each([
  "/../secret.txt",
  "/%2e%2e/secret.txt",
  "/..%2fsecret.txt",
  "/object/../../secret.txt",
  "/object/..%2f..%2fsecret.txt",
  "/none.js",
])("does not leave its folders for %s", async (path) => {
  const page = await openPage();
  const response = await respond(page, new Request(base + path));
  expect(response.status).toBe(404);
});
