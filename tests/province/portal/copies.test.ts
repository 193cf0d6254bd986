import { PDFDocument, PDFName, PDFRawStream } from "@cantoo/pdf-lib";
import sharp from "sharp";
import { expect, test } from "vitest";
import type { CopyList, CopyRequest } from "#shared/contract/portal-copies.ts";
import { openPdfjs } from "#shared/node/open-pdfjs.ts";
import { upload } from "#tests/province/upload.ts";
import {
  digestOfBytes,
  makeBatch,
  makeFile,
  makeFonds,
  makeItem,
  onEachStore,
  phuocLoc,
  tuyPhuoc,
  type World,
} from "#tests/province/world.ts";
import { paperOf } from "./paper.ts";
import { signedIn } from "./portal-reader.ts";

const patient = { timeout: 30_000, interval: 50 };
const wish = { kind: "certified", copies: 2, purpose: "Làm sổ đỏ", way: "in-portal", contact: "0256 123" };

async function fill(world: World): Promise<void> {
  const token = await world.enrol("desk", tuyPhuoc);
  const address = await world.app.listen({ host: "127.0.0.1", port: 0 });
  const bytes = await paperOf("Quyết định giao đất cho ông An, CMND số 211 234 567");
  await upload(address, token, bytes, digestOfBytes(bytes));
  await world.push(token, "fonds", makeFonds("fonds", phuocLoc, { name: "UBND xã Phước Lộc" }));
  await world.push(token, "batches", makeBatch("batch", phuocLoc, { state: "accepted" }));
  await world.push(token, "files", makeFile("file", phuocLoc, { batchId: "batch" }));
  const item = { access: "01", subject: "Giao đất", renditionDigest: digestOfBytes(bytes) } as const;
  await world.push(
    token,
    "items",
    makeItem("item", phuocLoc, item),
    makeItem("bare", phuocLoc, { ordinal: 2 }),
  );
  await expect
    .poll(
      async () => (await world.database.query("select id from catalogue where kind = 'items'")).length,
      patient,
    )
    .toBe(2);
}

async function people(world: World) {
  const official = await signedIn(world, { role: "commune-reader", scope: "52.21952", name: "Lan" });
  const archivist = await signedIn(world, { name: "Quản" });
  const ask = async (item = "item", more: object = {}) => {
    const { status, body } = await official.ask("POST", `/portal/items/${item}/copies`, { ...wish, ...more });
    expect(status, JSON.stringify(body)).toBe(200);
    return (body as { id: string }).id;
  };
  const read = async (person: typeof official, id: string) =>
    (await person.ask("GET", `/portal/copies/${id}`)).body as CopyRequest;
  const step = async (person: typeof official, id: string, to: string, more: object = {}) => {
    const { steps } = await read(archivist, id);
    const asked = { to, reason: "", lift: false, after: steps.length, ...more };
    return person.ask("POST", `/portal/copies/${id}/steps`, asked);
  };
  return { official, archivist, ask, read, step };
}

/** How many black pixels there are on each of the pages that a PDF shows as pictures. */
async function blackOnPages(bytes: Uint8Array): Promise<number[]> {
  const document = await PDFDocument.load(bytes);
  const counts: number[] = [];
  for (const [, found] of document.context.enumerateIndirectObjects()) {
    if (!(found instanceof PDFRawStream) || found.dict.get(PDFName.of("Subtype")) !== PDFName.of("Image"))
      continue;
    const pixels = await sharp(found.getContents()).greyscale().raw().toBuffer();
    counts.push(pixels.filter((value) => value < 60).length);
  }
  return counts;
}

onEachStore("requests for copies", (world) => {
  test("go from the asker over the archivist to a copy that bears its number, and each step is kept", async () => {
    await fill(world);
    const { official, archivist, ask, read, step } = await people(world);
    const id = await ask();
    expect(await read(official, id)).toMatchObject({
      ...{ number: "2025-0001", state: "new", asker: "Lan", walkIn: false, wish, parties: ["asker"] },
      ...{ title: "Giao đất", copy: false },
    });
    for (const to of ["looking", "granted", "made"])
      expect((await step(archivist, id, to)).status, to).toBe(200);
    expect(await read(archivist, id)).toMatchObject({
      ...{ state: "made", copy: true, lifted: false, parties: ["archivist"] },
      steps: [{ to: "new" }, { to: "looking" }, { to: "granted" }, { to: "made", pages: 2, unread: [] }],
    });
    // Not the asker's before it is handed over.
    expect((await official.ask("GET", `/portal/copies/${id}/copy`)).status).toBe(404);
    expect((await step(archivist, id, "handed-over")).status).toBe(200);
    const taken = await official.ask("GET", `/portal/copies/${id}/copy`);
    expect([taken.status, taken.answer.headers["content-type"]]).toEqual([200, "application/pdf"]);
    const bytes = new Uint8Array(taken.answer.rawPayload);
    expect((await PDFDocument.load(bytes)).getPageCount()).toBe(3);
    const { document, close } = await openPdfjs(bytes);
    const { items } = await (await document.getPage(3)).getTextContent();
    await close();
    const text = items.map((part) => ("str" in part ? part.str : "")).join(" ");
    for (const told of ["BẢN SAO CÓ CHỨNG THỰC LƯU TRỮ", "2025-0001", "NGƯỜI CHỨNG THỰC", "chưa được ký"])
      expect(text).toContain(told);
    const slip = await official.ask("GET", `/portal/copies/${id}/slip`);
    expect(slip.answer.rawPayload.subarray(0, 5).toString()).toBe("%PDF-");
    const log = await world.database.query("select act, id from readings where act = 'took-copy'");
    expect(log).toEqual([{ act: "took-copy", id: "item" }]);
    for (const table of ["copy_requests", "copy_steps"])
      for (const change of [`delete from ${table}`, `update ${table} set at = ''`])
        await expect(world.database.query(change), change).rejects.toThrow(/only ever added/);
    expect(world.faults).toEqual([]);
  });

  test("are numbered without gaps, and of two steps at once one is taken", async () => {
    await fill(world);
    const { archivist, ask, step } = await people(world);
    const ids = await Promise.all([1, 2, 3, 4, 5].map(() => ask()));
    const numbers = async () => {
      const { requests } = (await archivist.ask("GET", "/portal/copies")).body as CopyList;
      return requests.map(({ number }) => number);
    };
    expect(await numbers()).toEqual(["2025-0001", "2025-0002", "2025-0003", "2025-0004", "2025-0005"]);
    const [id = ""] = ids;
    const after = { after: 1 };
    const both = await Promise.all([
      step(archivist, id, "looking", after),
      step(archivist, id, "refused", { ...after, reason: "Trùng" }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    world.clock.now = Date.parse("2025-12-31T18:00:00Z");
    const later = await signedIn(world, { login: "sau", role: "commune-reader", scope: "52.21952" });
    const { body } = await later.ask("POST", "/portal/items/item/copies", wish);
    const { body: read } = await later.ask("GET", `/portal/copies/${(body as { id: string }).id}`);
    expect((read as CopyRequest).number).toBe("2026-0001");
  });

  test("leave numbers readable with a reason alone, and make nothing of a document without pages", async () => {
    await fill(world);
    const { official, archivist, ask, read, step } = await people(world);
    const id = await ask();
    await step(archivist, id, "looking");
    expect((await step(archivist, id, "granted", { lift: true })).status).toBe(409);
    expect((await step(official, id, "granted")).status).toBe(403);
    await step(archivist, id, "granted", { lift: true, reason: "Chính chủ" });
    await step(archivist, id, "made");
    expect(await read(archivist, id)).toMatchObject({ state: "made", lifted: true });
    const covered = await ask();
    for (const to of ["looking", "granted", "made"]) await step(archivist, covered, to);
    const copyOf = async (request: string) =>
      new Uint8Array((await archivist.ask("GET", `/portal/copies/${request}/copy`)).answer.rawPayload);
    const [readable, hidden] = [
      await blackOnPages(await copyOf(id)),
      await blackOnPages(await copyOf(covered)),
    ];
    expect(readable[0]).toBeGreaterThan(500);
    // A bar lies over the number, and over nothing else.
    expect((hidden[0] ?? 0) - (readable[0] ?? 0)).toBeGreaterThan(3000);
    expect(hidden[1]).toBe(readable[1]);
    const bare = await ask("bare");
    for (const to of ["looking", "granted"]) await step(archivist, bare, to);
    expect((await step(archivist, bare, "made")).body).toMatchObject({ code: "no-rendition" });
    expect((await read(official, bare)).state).toBe("granted");
    expect((await step(official, bare, "withdrawn")).status).toBe(200);
    expect(world.faults).toEqual([]);
  });

  test("of people without an account are entered by archivists, and seen by nobody else", async () => {
    await fill(world);
    const { official, archivist, ask, read, step } = await people(world);
    const walkIn = { ...wish, way: "at-archive", name: "Bà Trần Thị Bảy" };
    expect((await official.ask("POST", "/portal/items/item/walk-ins", walkIn)).status).toBe(403);
    expect((await archivist.ask("POST", "/portal/items/item/walk-ins", { ...walkIn, ...wish })).status).toBe(
      400,
    );
    const { body } = await archivist.ask("POST", "/portal/items/item/walk-ins", walkIn);
    const { id } = body as { id: string };
    expect(await read(archivist, id)).toMatchObject({ walkIn: true, asker: "Bà Trần Thị Bảy" });
    expect((await official.ask("GET", `/portal/copies/${id}`)).status).toBe(404);
    expect((await step(archivist, id, "withdrawn")).status).toBe(200);
    await ask();
    const others = [
      await signedIn(world, { login: "khac", role: "commune-reader", scope: "52.21952" }),
      await signedIn(world, { login: "quy-nhon", scope: "52.540" }),
    ];
    for (const other of others)
      expect((await other.ask("GET", "/portal/copies")).body).toMatchObject({ requests: [] });
  });
});
