import { expect, test } from "vitest";
import type { BatchState } from "#shared/archive/batch.ts";
import { editRecord } from "#shared/archive/record.ts";
import type { CatalogueAnswer } from "#shared/contract/catalogue.ts";
import type { PortalFile, PortalItem } from "#shared/contract/portal.ts";
import { upload } from "#tests/province/upload.ts";
import {
  digestOfBytes,
  makeBatch,
  makeFile,
  makeFonds,
  makeItem,
  makePage,
  onEachStore,
  phuocHoa,
  phuocLoc,
  stamp,
  tuyPhuoc,
  type World,
} from "#tests/province/world.ts";
import { paperOf } from "./paper.ts";
import { signedIn } from "./portal-reader.ts";

const patient = { timeout: 30_000, interval: 50 };
const newTuyPhuoc = "52.21952";

/** Two communes of one district, each with a document of its own, and the PDF/A of the first. */
async function fill(world: World): Promise<void> {
  const token = await world.enrol("desk", tuyPhuoc);
  const address = await world.app.listen({ host: "127.0.0.1", port: 0 });
  const bytes = await paperOf("Quyết định giao đất cho ông An, CMND số 211 234 567");
  await upload(address, token, bytes, digestOfBytes(bytes));
  for (const [name, scope] of [
    ["loc", phuocLoc],
    ["hoa", phuocHoa],
  ] as const) {
    await world.push(token, "fonds", makeFonds(`fonds-${name}`, scope, { name: `UBND xã ${name}` }));
    await world.push(token, "batches", makeBatch(`batch-${name}`, scope, { state: "accepted" }));
    const file = {
      fondsId: `fonds-${name}`,
      batchId: `batch-${name}`,
      access: "01",
      box: "12",
      inventory: "01",
    } as const;
    await world.push(token, "files", makeFile(`file-${name}`, scope, { ...file, title: "Tập quyết định" }));
    const item = { fileId: `file-${name}`, subject: "Về việc giao đất ở", type: "02" } as const;
    await world.push(
      token,
      "items",
      makeItem(`open-${name}`, scope, { ...item, access: "01", renditionDigest: digestOfBytes(bytes) }),
      makeItem(`asked-${name}`, scope, { ...item, ordinal: 2, access: "02" }),
      makeItem(`secret-${name}`, scope, { ...item, ordinal: 3, access: "03" }),
    );
  }
  // The catalogue is kept up in the background.
  await expect
    .poll(
      async () => (await world.database.query("select id from catalogue where kind = 'items'")).length,
      patient,
    )
    .toBe(4);
}

onEachStore("what people of the portal read", (world) => {
  const question = { words: "giao dat", filter: { kind: "items" }, from: 0, limit: 20, facets: true };

  test("is of their own commune alone, and no filter of theirs widens it", async () => {
    await fill(world);
    const official = await signedIn(world, { role: "commune-reader", scope: newTuyPhuoc });
    const found = async (filter: object) => {
      const { body } = await official.ask("POST", "/portal/search", { ...question, filter });
      return (body as CatalogueAnswer).hits.map(({ id }) => id).sort();
    };
    expect(await found({ kind: "items" })).toEqual(["asked-loc", "open-loc"]);
    expect(await found({ kind: "items", newCommune: "52.21970" })).toEqual(["asked-loc", "open-loc"]);
    expect(await found({ commune: phuocHoa })).toEqual([]);
    const file = (await official.ask("GET", "/portal/files/file-loc")).body as PortalFile;
    expect(file).toMatchObject({ hit: { kind: "files", file: { box: "12" } }, total: 2 });
    expect(file.items.map(({ id, ordinal }) => `${id} ${ordinal}`)).toEqual(["open-loc 1", "asked-loc 2"]);
    const rest = (await official.ask("GET", "/portal/files/file-loc?from=1")).body as PortalFile;
    expect([rest.items.map(({ id }) => id), rest.total]).toEqual([["asked-loc"], 2]);
    for (const id of ["file-hoa", "open-loc", "khong-co"])
      expect((await official.ask("GET", `/portal/files/${id}`)).status, id).toBe(404);
    for (const id of ["open-hoa", "asked-hoa", "secret-loc", "khong-co"]) {
      expect((await official.ask("GET", `/portal/items/${id}`)).status, id).toBe(404);
      expect((await official.ask("GET", `/portal/items/${id}/pages/1`)).status, id).toBe(404);
      expect((await official.ask("GET", `/portal/items/${id}/pages/1/hits?words=giao`)).status, id).toBe(404);
    }
    expect(world.faults).toEqual([]);
  });

  test("is of accepted batches alone for officials, told apart for archivists, and follows the batch", async () => {
    await fill(world);
    const official = await signedIn(world, { role: "commune-reader", scope: newTuyPhuoc });
    const archivist = await signedIn(world, { scope: phuocLoc });
    const found = async (person: typeof official) => {
      const { body } = await person.ask("POST", "/portal/search", question);
      return (body as CatalogueAnswer).hits.map(({ id, accepted }) => `${id} ${accepted}`).sort();
    };
    const token = await world.enrol("approver", tuyPhuoc);
    const steps = async (id: string, state: BatchState, after: number, as: string[], seen: string[]) => {
      const batch = editRecord(makeBatch(id, phuocLoc), { state, reason: "Sửa trích yếu" }, stamp(after));
      expect(await world.push(token, "batches", batch)).toMatchObject({ refused: [] });
      await expect.poll(() => found(archivist), patient).toEqual(as);
      expect(await found(official), state).toEqual(seen);
      const { status } = await official.ask("GET", "/portal/items/open-loc");
      expect(status, state).toBe(seen.length > 0 ? 200 : 404);
    };
    const [accepted, not] = ["true", "false"].map((is) => [`asked-loc ${is}`, `open-loc ${is}`]);
    if (!accepted || !not) throw new Error("two lists");
    await steps("batch-loc", "checking", 10, not, []);
    await steps("batch-loc", "accepted", 20, accepted, accepted);
    await steps("batch-loc", "checking", 30, not, []);
    // A file goes with the batch it is in.
    const moved = { fondsId: "fonds-loc", batchId: "batch-next", access: "01" } as const;
    await world.push(token, "batches", makeBatch("batch-next", phuocLoc));
    await world.push(
      token,
      "files",
      editRecord(makeFile("file-loc", phuocLoc, moved), { title: "Tập khác" }, stamp(40)),
    );
    await steps("batch-next", "accepted", 50, accepted, accepted);
    expect(world.faults).toEqual([]);
  });

  test("has no numbers of papers of identity for officials, and none to be found digit by digit", async () => {
    const token = await world.enrol("desk", tuyPhuoc);
    await world.push(token, "fonds", makeFonds("fonds", phuocLoc));
    await world.push(token, "batches", makeBatch("batch", phuocLoc, { state: "accepted" }));
    const title = "Tập đơn của ông An, CCCD 052 078 001 234, trang 211";
    const file = makeFile("file", phuocLoc, { fondsId: "fonds", batchId: "batch", access: "01", title });
    await world.push(token, "files", file);
    const body = Buffer.from(
      JSON.stringify({ text: "Giao đất cho ông An, CMND số 211 234 567, tờ bản đồ 211", words: [] }),
    );
    const address = await world.app.listen({ host: "127.0.0.1", port: 0 });
    await upload(address, token, body, digestOfBytes(body), "application/json");
    const subject = "Giao đất ở cho bà Bình, CMND211765432, hộ chiếu B1234567";
    const item = { subject, access: "01", signer: "Trần Văn Ký 212345678" } as const;
    await world.push(token, "items", makeItem("item", phuocLoc, item));
    const page = makePage("page", phuocLoc, { wordsDigest: digestOfBytes(body) });
    await world.push(token, "pages", page);
    const official = await signedIn(world, { role: "commune-reader", scope: newTuyPhuoc });
    const archivist = await signedIn(world);
    const find = async (person: typeof official, words: string, filter: object = {}) => {
      const asked = { words, filter: { kind: "items", ...filter }, from: 0, limit: 20, facets: true };
      const { status, body: answer } = await person.ask("POST", "/portal/search", asked);
      expect(status, words).toBe(200);
      return answer as CatalogueAnswer;
    };
    // Words of pages come after their records, in the background.
    await expect.poll(async () => (await find(archivist, "ban do")).total, patient).toBe(1);
    const seen = await find(official, "giao dat ban do 211");
    expect(seen.hits[0]).toMatchObject({
      title: "Giao đất ở cho bà Bình, CMND•••••••••, hộ chiếu ••••••••",
      signer: "Trần Văn Ký •••••••••",
      file: { title: "Tập đơn của ông An, CCCD ••• ••• ••• •••, trang 211" },
    });
    expect(seen.hits[0]?.snippet).toContain("CMND số ••• ••• •••, tờ «bản» «đồ» «211»");
    expect(JSON.stringify(seen)).not.toMatch(/052|078|234|567|765|B1234567|2123/);
    const about = await official.ask("GET", "/portal/items/item");
    expect(JSON.stringify(about.body)).not.toMatch(/052|078|234|567|765|B1234567|2123/);
    // The title of its file tells of a person: the document is open, and the file is not.
    expect(about.body).toMatchObject({ inFile: false });
    expect((await official.ask("GET", "/portal/files/file")).status).toBe(404);
    expect((await archivist.ask("GET", "/portal/items/item")).body).toMatchObject({ inFile: true });
    expect((await archivist.ask("GET", "/portal/files/file")).body).toMatchObject({
      total: 1,
      hit: { title },
    });
    for (const digits of ["234", "567", "cmnd211765432", "b1234567", "212345678"]) {
      expect((await find(official, digits)).total, digits).toBe(0);
      expect((await find(archivist, digits)).total, digits).toBe(1);
    }
    expect((await find(official, "078", { kind: "files" })).total).toBe(0);
    expect((await find(archivist, "078", { kind: "files" })).total).toBe(1);
    expect((await find(official, "211")).total).toBe(1);
    expect((await find(official, "", { signer: item.signer })).total).toBe(0);
    expect((await find(archivist, "", { signer: item.signer })).hits[0]?.title).toBe(subject);
    expect(world.faults).toEqual([]);
  });

  test("is shown with the way to its box, its pages as marked pictures, and told of in the log", async () => {
    await fill(world);
    const official = await signedIn(world, { role: "commune-reader", scope: newTuyPhuoc });
    const item = (await official.ask("GET", "/portal/items/open-loc")).body as PortalItem;
    expect(item).toMatchObject({ closed: "", pages: 2, hit: { file: { box: "12", inventory: "01" } } });
    const page = await official.ask("GET", "/portal/items/open-loc/pages/1");
    expect([page.status, page.answer.headers["content-type"]]).toEqual([200, "image/jpeg"]);
    expect(page.answer.rawPayload.subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]));
    const { body } = await official.ask("GET", "/portal/items/open-loc/pages/1/hits?words=giao%20dat");
    expect((body as { hits: unknown[] }).hits).toHaveLength(2);
    expect((await official.ask("GET", "/portal/items/open-loc/pages/3")).status).toBe(404);
    expect((await official.ask("GET", "/portal/items/open-loc/pages/0")).status).toBe(400);
    const asked = (await official.ask("GET", "/portal/items/asked-loc")).body;
    expect(asked).toMatchObject({ closed: "on-request", pages: 0 });
    expect((await official.ask("GET", "/portal/items/asked-loc/pages/1")).status).toBe(404);
    const archivist = await signedIn(world);
    expect((await archivist.ask("GET", "/portal/items/asked-loc")).body).toMatchObject({
      closed: "no-rendition",
    });
    await archivist.ask("GET", "/portal/items/open-hoa/pages/1");
    const log = await world.database.query("select act, district, id, detail from readings order by number");
    const about = { district: tuyPhuoc, id: "open-loc" };
    expect(log).toEqual([
      { act: "opened", ...about, detail: "" },
      { act: "saw-page", ...about, detail: "1" },
      { act: "opened", ...about, id: "asked-loc", detail: "" },
      { act: "opened", ...about, id: "asked-loc", detail: "" },
      { act: "saw-unmasked", ...about, id: "open-hoa", detail: "1" },
    ]);
    expect(world.faults).toEqual([]);
  });
});
