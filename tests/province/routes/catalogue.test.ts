import { expect, test, vi } from "vitest";
import type { CatalogueAnswer, CatalogueFilter } from "#shared/contract/catalogue.ts";
import { editRecord } from "#shared/archive/record.ts";
import { readerOf } from "#province/access/reader.ts";
import { searchCatalogue } from "#province/store/search-catalogue.ts";
import { sendWords } from "#tests/province/send-words.ts";
import { successors, unitsBefore } from "#tests/fixtures/unit-tables.ts";
import {
  makeFile,
  makeFonds,
  makeItem,
  makePage,
  onEachStore,
  phuocHoa,
  phuocLoc,
  quyNhon,
  stamp,
  tuyPhuoc,
  type World,
} from "#tests/province/world.ts";

const room = { timeout: 30_000, interval: 30 };

function asker(world: World, token: string) {
  return async (words: string, filter: CatalogueFilter = {}, more: object = {}) => {
    const question = { words, filter, from: 0, limit: 20, facets: true, ...more };
    const answer = await world.ask(token, "POST", "/catalogue", question);
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    return answer.body as CatalogueAnswer;
  };
}

const idsOf = ({ hits }: CatalogueAnswer) => hits.map(({ id }) => id);

onEachStore("the catalogue", (world) => {
  test("finds an item by words of its description and of its pages, and leads back to the paper", async () => {
    const desk = await world.enrol("desk", tuyPhuoc);
    const find = asker(world, await world.enrol("officer", "52", "province-officer"));
    await world.push(desk, "fonds", makeFonds("fonds", phuocLoc, { code: "P12", name: "UBND xã Phước Lộc" }));
    const file = makeFile("file", phuocLoc, {
      title: "Tập quyết định",
      box: "7",
      location: "Kho 1",
      startDate: "1995",
    });
    await world.push(desk, "files", file);
    const item = makeItem("item", phuocLoc, {
      type: "02",
      subject: "Về việc giao đất",
      issuedDate: "1995-03-02",
      signer: "Nguyễn Văn An",
    });
    await world.push(
      desk,
      "items",
      item,
      makeItem("other", phuocLoc, { subject: "Thông báo họp", ordinal: 2 }),
    );
    const digest = await sendWords(world, desk, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA\nhộ gia đình ông Bảy");
    await world.push(desk, "pages", makePage("p1", phuocLoc, { ordinal: 1 }));
    await world.push(desk, "pages", makePage("p2", phuocLoc, { ordinal: 2, wordsDigest: digest }));
    await vi.waitFor(async () => expect(idsOf(await find("giao dat gia dinh"))).toEqual(["item"]), room);
    for (const words of ["GIAO ĐẤT gia đình", "hoà nghĩa giao", "quyet dinh bay"])
      expect(idsOf(await find(words)), words).toEqual(["item"]);
    const answer = await find("dat gia dinh");
    expect(answer).toMatchObject({ total: 1, more: false });
    expect(answer.hits[0]).toEqual({
      kind: "items",
      id: "item",
      title: "Về việc giao đất",
      type: "02",
      number: "",
      symbol: "",
      date: "1995-03-02",
      issuer: "",
      signer: "Nguyễn Văn An",
      fonds: { id: "fonds", code: "P12", name: "UBND xã Phước Lộc" },
      file: {
        id: "file",
        code: "HS.file",
        title: "Tập quyết định",
        inventory: "",
        box: "7",
        location: "Kho 1",
      },
      ordinal: 1,
      scope: phuocLoc,
      unitName: "Xã Phước Lộc",
      newCommunes: [{ scope: "52.21952", name: "Xã Tuy Phước" }],
      level: "conditional",
      accepted: false,
      renditionDigest: "",
      snippet: expect.stringContaining("hộ «gia» «đình» ông Bảy") as string,
      pages: [{ id: "p2", ordinal: 2 }],
    });
    // Whole words only, and nothing where there is none to look for.
    for (const words of ["giao da", "khongco", "'", "a:* & !b", "%", "\u0000"])
      expect((await find(words)).total, words).toBe(0);
    expect((await find("quyet dinh")).hits.map(({ kind, id }) => [kind, id])).toEqual([
      ["items", "item"],
      ["files", "file"],
    ]);
    // A page that goes to another item takes its words along; a file that is withdrawn takes its items.
    await world.push(
      desk,
      "pages",
      editRecord(
        makePage("p2", phuocLoc, { ordinal: 2, wordsDigest: digest }),
        { itemId: "other" },
        stamp(5),
      ),
    );
    await vi.waitFor(async () => {
      expect(idsOf(await find("dat gia dinh"))).toEqual([]);
      expect(idsOf(await find("thong bao gia dinh"))).toEqual(["other"]);
    }, room);
    const gone = editRecord(file, { withdrawn: "trùng" }, stamp(6));
    await world.push(desk, "files", gone);
    await vi.waitFor(async () => expect((await find("")).total).toBe(0), room);
    await world.push(desk, "files", editRecord(gone, { withdrawn: "" }, stamp(7)));
    await vi.waitFor(async () => expect((await find("")).total).toBe(3), room);
    expect(world.faults).toEqual([]);
  });

  test("counts facets, and a split commune's files under each commune they may go to", async () => {
    const desk = await world.enrol("desk", "52.542");
    const other = await world.enrol("other", tuyPhuoc);
    const find = asker(world, await world.enrol("officer", "52", "province-officer"));
    const split = "52.542.21634";
    await world.push(desk, "fonds", makeFonds("A", split, { code: "A", name: "An Nghĩa" }));
    await world.push(other, "fonds", makeFonds("B", phuocLoc), makeFonds("D", tuyPhuoc));
    await world.push(
      desk,
      "files",
      makeFile("open", split, { fondsId: "A" }),
      makeFile("toan", split, { fondsId: "A", successor: "21622" }),
      makeFile("stray", split, { fondsId: "A", successor: "99999" }),
    );
    await world.push(
      other,
      "files",
      makeFile("b", phuocLoc, { fondsId: "B" }),
      makeFile("d", tuyPhuoc, { fondsId: "D" }),
    );
    const item = (id: string, fileId: string, year: string, signer: string) =>
      makeItem(id, fileId === "b" ? phuocLoc : split, {
        fileId,
        issuedDate: year,
        signer,
        type: "14",
        subject: "Báo cáo",
      });
    await world.push(
      desk,
      "items",
      item("1", "open", "1999-01-01", "Lê Văn Ba"),
      item("2", "toan", "2001", "LÊ VĂN BA"),
    );
    await world.push(other, "items", item("3", "b", "", "Trần Bốn"));
    await vi.waitFor(async () => expect((await find("")).total).toBe(8), room);
    const { facets } = await find("bao cao");
    expect(facets).toMatchObject({
      fonds: [
        { value: "A", label: "A An Nghĩa", count: 2 },
        { value: "B", count: 1 },
      ],
      district: [
        { value: "52.542", label: "Huyện An Lão", count: 2 },
        { value: tuyPhuoc, label: "Huyện Tuy Phước", count: 1 },
      ],
      commune: [
        { value: split, label: "Xã An Nghĩa", count: 2 },
        { value: phuocLoc, count: 1 },
      ],
      newCommune: [
        { value: "52.21622", label: "Xã An Toàn", count: 2, undecided: 1 },
        { value: "52.21628", label: "Xã An Hòa", count: 1, undecided: 1 },
        { value: "52.21952", label: "Xã Tuy Phước", count: 1, undecided: 0 },
      ],
      type: [{ value: "14", label: "Báo cáo", count: 3 }],
      year: [{ value: "2001" }, { value: "1999" }, { value: "0", label: "" }],
      signer: [
        { value: "lê văn ba", count: 2 },
        { value: "trần bốn", label: "Trần Bốn", count: 1 },
      ],
    });
    const narrowed: [CatalogueFilter, string[]][] = [
      [{ newCommune: "52.21622" }, ["1", "2", "open", "stray", "toan"]],
      [{ newCommune: "52.21628" }, ["1", "open", "stray"]],
      [{ newCommune: "52.21952" }, ["3", "b"]],
      [{ district: tuyPhuoc }, ["3", "b", "d"]],
      [{ commune: phuocLoc, kind: "files" }, ["b"]],
      [{ fonds: "A", year: 1999 }, ["1"]],
      [{ signer: "Lê Văn Ba" }, ["1", "2"]],
      [{ type: "14", year: 0 }, ["3"]],
    ];
    for (const [filter, ids] of narrowed)
      expect(idsOf(await find("", filter)).sort(), JSON.stringify(filter)).toEqual(ids);
    // Every count of a facet is what its own filter finds.
    for (const { value, count } of facets?.newCommune ?? [])
      expect((await find("bao cao", { newCommune: value })).total, value).toBe(count);
    expect(idsOf(await find("bao cao", {}, { from: 1, limit: 1, facets: false }))).toEqual(["1"]);
    expect((await find("bao cao", {}, { facets: false })).facets).toBeUndefined();
  });

  test("narrows by number and symbol, by issuing body and by days, also of what is not dated to the day", async () => {
    const desk = await world.enrol("desk", tuyPhuoc);
    const find = asker(world, await world.enrol("officer", "52", "province-officer"));
    await world.push(desk, "fonds", makeFonds("fonds", phuocLoc));
    await world.push(desk, "files", makeFile("file", phuocLoc, { startDate: "1994", endDate: "1996-06" }));
    const item = (id: string, fields: object) =>
      makeItem(id, phuocLoc, { subject: `Tài liệu ${id}`, ...fields });
    await world.push(
      desk,
      "items",
      item("day", { number: "15", symbol: "QĐ-UB", issuer: "UBND xã Phước Lộc", issuedDate: "1995-03-02" }),
      item("month", {
        number: "015",
        symbol: "CT/UB",
        issuer: "Ủy ban nhân dân huyện",
        issuedDate: "1995-04",
      }),
      item("year", { number: "150", symbol: "QĐ-UB", issuedDate: "1996" }),
      item("undated", { symbol: "QĐ-UB" }),
    );
    await vi.waitFor(async () => expect((await find("")).total).toBe(5), room);
    const narrowed: [CatalogueFilter, string[]][] = [
      [{ number: "15" }, ["day", "month"]],
      [{ number: "15/qđ" }, ["day"]],
      [{ number: "QĐ-UB" }, ["day", "undated", "year"]],
      [{ number: "%" }, []],
      [{ issuer: "ủy ban nhân dân" }, ["day", "month"]],
      [{ issuer: "UBND xa" }, ["day"]],
      [{ from: "1995-03-02", to: "1995-03-02" }, ["day", "file"]],
      [{ from: "1995-04-30" }, ["file", "month", "year"]],
      [{ to: "1995-03" }, ["day", "file"]],
      [{ from: "1996-07" }, ["year"]],
      [{ from: "1997" }, []],
      [{ number: "15", from: "1995", to: "1995", issuer: "huyen" }, ["month"]],
    ];
    for (const [filter, ids] of narrowed)
      expect(idsOf(await find("", filter)).sort(), JSON.stringify(filter)).toEqual(ids);
    expect(idsOf(await find("tai lieu", { number: "15", year: 1995 })).sort()).toEqual(["day", "month"]);
    await world.push(
      desk,
      "items",
      editRecord(item("day", { number: "15", symbol: "QĐ-UB" }), { number: "16" }, stamp(2)),
    );
    await vi.waitFor(async () => expect(idsOf(await find("", { number: "16" }))).toEqual(["day"]), room);
  });

  test("shows nobody what is secret, and to few what tells of persons, in hits and in counts", async () => {
    const desk = await world.enrol("desk", tuyPhuoc);
    const officer = asker(world, await world.enrol("officer", "52", "province-officer"));
    const operator = asker(world, await world.enrol("operator", tuyPhuoc, "capture-operator"));
    await world.push(desk, "fonds", makeFonds("fonds", phuocLoc));
    await world.push(desk, "files", makeFile("file", phuocLoc, { access: "01" }));
    const item = (id: string, fields: object) =>
      makeItem(id, phuocLoc, { subject: `Báo cáo ${id}`, ...fields });
    const digest = await sendWords(world, desk, "Giấy chứng minh nhân dân số 211234567");
    await world.push(
      desk,
      "items",
      item("open", {}),
      item("conditional", { access: "02" }),
      item("personal", {}),
      item("freed", { access: "01", note: "khai sinh" }),
      item("secret", { access: "03" }),
      item("held", { hold: "secret" }),
      item("marked", {}),
    );
    await world.push(
      desk,
      "pages",
      makePage("pp", phuocLoc, { itemId: "personal", wordsDigest: digest }),
      makePage("pm", phuocLoc, { itemId: "marked", hold: "secret" }),
    );
    const everybody = { scope: "52", upTo: "open" } as const;
    const named = { units: unitsBefore, successors };
    const question = { words: "bao cao", filter: {}, from: 0, limit: 20, facets: true };
    const asPublic = () => searchCatalogue(world.database, everybody, question, named);
    await vi.waitFor(async () => {
      expect(idsOf(await officer("bao cao")).sort()).toEqual(["conditional", "freed", "open", "personal"]);
      expect((await officer("bao cao")).hits.find(({ id }) => id === "personal")?.level).toBe("closed");
    }, room);
    expect(idsOf(await operator("bao cao")).sort()).toEqual(["conditional", "freed", "open"]);
    const answer = await asPublic();
    expect(idsOf(answer).sort()).toEqual(["freed", "open"]);
    expect(answer.total).toBe(2);
    for (const facet of Object.values(answer.facets ?? {}))
      for (const { count } of facet) expect(count).toBeLessThanOrEqual(2);
    expect((await officer("persons")).total).toBe(0);
    for (const [scope, role] of [
      [quyNhon, "district-checker"],
      [phuocHoa, "approver"],
      ["51", "province-officer"],
    ] as const) {
      const token = await world.enrol(`stranger-${scope}`, scope, role);
      expect((await asker(world, token)("")).total, scope).toBe(0);
    }
    expect(readerOf({ scope: "52", role: "province-officer" })).toEqual({ scope: "52", upTo: "closed" });
    // The mark of the file that is met later takes all of it away.
    const held = { code: "secret", why: "", at: "", by: "" } as const;
    await world.push(
      desk,
      "files",
      editRecord(makeFile("file", phuocLoc, { access: "01" }), { held }, stamp(9)),
    );
    await vi.waitFor(async () => expect((await officer("")).total).toBe(0), room);
  });
});
