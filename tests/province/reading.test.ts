import { expect, test } from "vitest";
import type { ProvinceOverview } from "#shared/contract/province.ts";
import { editRecord } from "#shared/archive/record.ts";
import { refreshCatalogue } from "#province/store/refresh-catalogue.ts";
import { searchRecords } from "#province/store/search.ts";
import {
  makeBatch,
  makeFile,
  makeItem,
  onEachStore,
  phuocHoa,
  phuocLoc,
  stamp,
  start,
  tuyPhuoc,
} from "./world.ts";

onEachStore("what officers read", (world) => {
  test("is found by words without accents, in any order, the last one begun", async () => {
    const token = await world.enrol("desk", tuyPhuoc);
    const officer = await world.enrol("officer", "52", "province-officer");
    const file = makeFile("file", phuocLoc, { code: "HS.01", title: "Tập quyết định năm 1995" });
    const item = makeItem("item", phuocLoc, {
      fileId: "file",
      ordinal: 7,
      type: "02",
      number: "64",
      symbol: "QĐ-UB",
      issuedDate: "1995-03-02",
      issuer: "UBND huyện Tuy Phước",
      subject: "Về việc giao đất cho hộ gia đình",
      renditionDigest: "a".repeat(64),
    });
    await world.push(token, "items", item, makeItem("other", phuocLoc, { subject: "Thông báo họp" }));
    await world.push(token, "files", file);
    const find = async (words: string) =>
      (await world.ask(officer, "POST", "/search", { words, limit: 10 })).body as { hits: unknown[] };
    await refreshCatalogue(world.database, tuyPhuoc, () => 0);
    for (const words of ["quyet dinh tuy phuoc", "TUY PHƯỚC giao đấ", "tuy phuo", "64/QĐ-UB", "1995-03-02"]) {
      expect(await find(words), words).toEqual({
        total: 1,
        hits: [
          {
            collection: "items",
            id: "item",
            title: "Về việc giao đất cho hộ gia đình",
            line: "HS.01.7 · 64/QĐ-UB · 1995-03-02",
            snippet: "",
            fileId: "file",
            itemId: "item",
            renditionDigest: "a".repeat(64),
            scope: phuocLoc,
          },
        ],
      });
    }
    expect(await find("quyet dinh")).toMatchObject({ total: 2, hits: [{ id: "item" }, { id: "file" }] });
    // Only the last word may be a beginning.
    expect(await find("quye dinh")).toEqual({ hits: [], total: 0 });
    for (const words of ["", "   ", "'", "' | 'x", "a:* & !b", "\\", "\u0000", "%", "((("]) {
      expect(await find(words), JSON.stringify(words)).toMatchObject({ hits: [] });
    }
    const other = editRecord(item, { subject: "Khác hẳn", issuer: "" }, stamp(5));
    await world.push(token, "items", other);
    await refreshCatalogue(world.database, tuyPhuoc, () => 0);
    expect(await find("tuy phuoc")).toMatchObject({ total: 0 });
    expect(await find("khac han")).toMatchObject({ total: 1 });
    await world.push(token, "items", editRecord(other, { withdrawn: "nhập nhầm" }, stamp(9)));
    // Its words follow; what was withdrawn is not shown by them.
    expect(await find("khac han")).toMatchObject({ hits: [] });
    await refreshCatalogue(world.database, tuyPhuoc, () => 0);
    expect(await find("khac han")).toMatchObject({ total: 0 });
    expect(world.faults).toEqual([]);
  });

  test("is found wherever it lies: without its file, with a mark of secrecy, and where it was moved to alone", async () => {
    const district = await world.enrol("desk", tuyPhuoc);
    const loc = await world.enrol("phuoc-loc", phuocLoc);
    const lost = makeItem("lost", phuocLoc, { fileId: "never", subject: "Sổ mục kê" });
    const secret = makeItem("secret", phuocLoc, { fileId: "file", subject: "Sổ mục kê", hold: "secret" });
    const file = makeFile("file", phuocLoc, { title: "Sổ mục kê" });
    await world.push(district, "files", file);
    await world.push(district, "items", lost, secret);
    const ids = async (token: string) => {
      const answer = await world.ask(token, "POST", "/search", { words: "so muc ke", limit: 50 });
      return (answer.body as { hits: { id: string }[] }).hits.map(({ id }) => id).sort();
    };
    await refreshCatalogue(world.database, tuyPhuoc, () => 0);
    expect(await ids(district)).toEqual(["file", "lost", "secret"]);
    expect(await ids(loc)).toEqual(["file", "lost", "secret"]);
    // Where it lay before it is not shown any more, though its words still say so.
    await world.app.close();
    await world.database.query(
      "update records set scope = $1, state = jsonb_set(state, '{scope}', to_jsonb($1::text)) where id = 'file'",
      [phuocHoa],
    );
    const device = { district: tuyPhuoc, scope: phuocLoc } as Parameters<typeof searchRecords>[1];
    const { hits } = await searchRecords(world.database, device, { words: "so muc ke", limit: 50 });
    expect(hits.map(({ id }) => id).sort()).toEqual(["lost", "secret"]);
  });

  test("counts each district, those that sent nothing included", async () => {
    const token = await world.enrol("desk", tuyPhuoc);
    const officer = await world.enrol("officer", "52", "province-officer");
    world.clock.now = start + 60_000;
    await world.push(token, "files", makeFile("a", phuocLoc), makeFile("b", tuyPhuoc));
    await world.push(token, "files", makeFile("c", phuocLoc, {}), {
      ...makeFile("d", phuocLoc),
      withdrawn: "trùng",
    });
    await world.push(
      token,
      "batches",
      makeBatch("p", phuocLoc, { state: "accepted" }),
      makeBatch("q", phuocLoc),
    );
    const { districts } = (await world.ask(officer, "GET", "/overview")).body as ProvinceOverview;
    expect(districts.length).toBe(11);
    expect(districts.find(({ scope }) => scope === tuyPhuoc)).toEqual({
      scope: tuyPhuoc,
      name: "Huyện Tuy Phước",
      fonds: 0,
      files: 3,
      items: 0,
      pages: 0,
      renditions: 0,
      bytes: 0,
      batches: 2,
      acceptedBatches: 1,
      lastAt: new Date(start + 60_000).toISOString(),
    });
    expect(districts.filter(({ files, lastAt }) => files === 0 && lastAt === "")).toHaveLength(10);
  });

  test("lists batches with what is in them", async () => {
    const token = await world.enrol("desk", tuyPhuoc);
    const officer = await world.enrol("officer", "52", "province-officer");
    await world.push(token, "batches", makeBatch("p", phuocLoc, { number: "2025-009", name: "Đợt 9" }));
    await world.push(token, "files", makeFile("f", phuocLoc, { batchId: "p" }), makeFile("g", phuocLoc));
    world.clock.now = start + 1000;
    const items = [makeItem("1", phuocLoc, { fileId: "f" }), makeItem("2", phuocLoc, { fileId: "f" })];
    await world.push(token, "items", ...items, makeItem("3", phuocLoc, { fileId: "g" }));
    expect((await world.ask(officer, "GET", "/batches")).body).toEqual({
      batches: [
        {
          id: "p",
          scope: phuocLoc,
          unitName: "Xã Phước Lộc",
          number: "2025-009",
          name: "Đợt 9",
          state: "draft",
          files: 1,
          items: 2,
          renditions: 0,
          lastAt: new Date(start + 1000).toISOString(),
        },
      ],
    });
  });
});
