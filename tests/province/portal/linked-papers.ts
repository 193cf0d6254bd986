import { expect } from "vitest";
import type { GivenLink, SharedOpened } from "#shared/contract/portal-links.ts";
import { upload } from "#tests/province/upload.ts";
import {
  digestOfBytes,
  makeBatch,
  makeFile,
  makeFonds,
  makeItem,
  phuocLoc,
  quyNhon,
  tuyPhuoc,
  type World,
} from "#tests/province/world.ts";
import { paperOf } from "./paper.ts";
import type { signedIn } from "./portal-reader.ts";

type Person = Awaited<ReturnType<typeof signedIn>>;

export const wanted = { recipient: "Bà Trần Thị Bảy", reason: "Theo công văn số 12", hours: 24, openings: 3 };

/** What every item of `fillLinked` is called by, to be pushed anew with other fields. */
export const linkedItem = { subject: "Giao đất ở cho ông An, CCCD 052 090 001 234", access: "01" } as const;

const there = "52.540.21550";

/**
 * Two districts. In the first a document that may be shared, and others that may not: of conditional use, without pages,
 * of a batch that is not accepted. In the second one that may be. Answers the token of the first's machine.
 */
export async function fillLinked(world: World): Promise<{ token: string; digest: string }> {
  const [token, other] = [await world.enrol("desk", tuyPhuoc), await world.enrol("other", quyNhon)];
  const address = await world.app.listen({ host: "127.0.0.1", port: 0 });
  const bytes = await paperOf("Quyết định giao đất cho ông An, CMND số 211 234 567");
  const digest = digestOfBytes(bytes);
  const far = await paperOf("Văn bản của huyện khác");
  await upload(address, token, bytes, digest);
  await upload(address, other, far, digestOfBytes(far));
  await world.push(token, "fonds", makeFonds("fonds", phuocLoc));
  await world.push(
    token,
    "batches",
    makeBatch("batch", phuocLoc, { state: "accepted" }),
    makeBatch("waiting", phuocLoc, { state: "checking", number: "2025-002" }),
  );
  await world.push(
    token,
    "files",
    makeFile("file", phuocLoc, { batchId: "batch" }),
    makeFile("early", phuocLoc, { batchId: "waiting" }),
  );
  await world.push(
    token,
    "items",
    makeItem("item", phuocLoc, { ...linkedItem, number: "64", symbol: "QĐ-UB", renditionDigest: digest }),
    makeItem("cond", phuocLoc, { ordinal: 2, access: "02", renditionDigest: digest }),
    makeItem("bare", phuocLoc, { ordinal: 3, access: "01" }),
    makeItem("early-item", phuocLoc, { fileId: "early", access: "01", renditionDigest: digest }),
  );
  await world.push(other, "fonds", makeFonds("fonds-there", there));
  await world.push(other, "batches", makeBatch("batch-there", there, { state: "accepted" }));
  const place = { fondsId: "fonds-there", batchId: "batch-there" };
  await world.push(other, "files", makeFile("file-there", there, place));
  const item = { fileId: "file-there", access: "01", renditionDigest: digestOfBytes(far) } as const;
  await world.push(other, "items", makeItem("item-there", there, item));
  const found = async () =>
    (await world.database.query("select id from catalogue where kind = 'items'")).length;
  await expect.poll(found, { timeout: 30_000, interval: 50 }).toBe(5);
  return { token, digest };
}

/** Makes a link to a document; answers it with its secret. */
export async function makeLink(maker: Person, more: object = {}, item = "item"): Promise<GivenLink> {
  const { status, body } = await maker.ask("POST", `/portal/items/${item}/links`, { ...wanted, ...more });
  expect(status, JSON.stringify(body)).toBe(200);
  return body as GivenLink;
}

/** Somebody without an account, who has links alone. */
export function visitor(world: World, remoteAddress = "127.0.0.1") {
  const post = (url: string, secret: string) =>
    world.app.inject({ method: "POST", url, payload: { secret }, remoteAddress });
  return {
    look: (secret: string) => post("/portal/shared", secret),
    open: (secret: string) => post("/portal/shared/opened", secret),
    /** Opens a link that is to open. */
    async opened(secret: string): Promise<SharedOpened> {
      const answer = await post("/portal/shared/opened", secret);
      expect(answer.statusCode, answer.body).toBe(200);
      return answer.json<SharedOpened>();
    },
    page: (token: string, page = 1, width = 900) =>
      world.app.inject({
        method: "GET",
        url: `/portal/shared/pages/${page}?width=${width}`,
        headers: { "x-mucluc-opening": token },
        remoteAddress,
      }),
  };
}

/** What the audit tells of links, in its order. */
export async function linkActs(world: World): Promise<Record<string, string>[]> {
  const rows = await world.database.query(
    "select district, device_id, changes from audit where collection = 'links' order by district, seq",
  );
  return rows.map(({ district, device_id, changes }) => ({
    ...(changes as Record<string, string>),
    ...{ district: String(district), who: String(device_id) },
  }));
}
