import { expect, test } from "vitest";
import type { AsideKind, ProvinceAside } from "#shared/contract/province-aside.ts";
import { signedIn } from "#tests/province/portal/portal-reader.ts";
import { acceptWith } from "#tests/helpers/accepted-batch.ts";
import {
  makeBatch,
  makeFile,
  makeFonds,
  makeItem,
  onEachStore,
  phuocHoa,
  phuocLoc,
  quyNhon,
  start,
  tuyPhuoc,
} from "#tests/province/world.ts";

onEachStore("rows put aside", (world) => {
  test("are listed with who sent them and why, to those within whose scope they were sent", async () => {
    const desk = await world.enrol("desk", phuocLoc, "commune-preparer");
    const officer = await world.enrol("officer", "52", "province-officer");
    await world.pushHolding(
      desk,
      "items",
      makeItem("item", phuocLoc, { symbol: "12", subject: "Về việc họp" }),
    );
    await world.pushHolding(
      desk,
      "files",
      { ...makeFile("file", phuocLoc), colour: "đỏ" },
      makeFile("far", phuocHoa),
    );
    const at = new Date(start).toISOString();
    const from = { device: "desk", unitName: "Xã Phước Lộc", at };
    const listed = await world.ask(officer, "GET", "/aside");
    expect(listed).toMatchObject({
      status: 200,
      body: {
        held: {
          total: 1,
          rows: [
            {
              ...from,
              id: "item",
              label: "Về việc họp",
              waitsFor: { collection: "files", code: "not-a-record" },
            },
          ],
        },
        refused: {
          total: 2,
          rows: [
            { ...from, id: "far", code: "not-your-scope" },
            {
              ...from,
              id: "file",
              label: "HS.file – Hồ sơ file",
              code: "not-a-record",
              detail: "field not known: colour",
            },
          ],
        },
        settled: 0,
      },
    });
    for (const [name, scope] of [
      ["neighbour", phuocHoa],
      ["other", quyNhon],
    ] as const) {
      const token = await world.enrol(name, scope);
      const none = { total: 0, rows: [], next: "" };
      expect((await world.ask(token, "GET", "/aside")).body).toEqual({
        held: none,
        refused: none,
        settled: 0,
      });
    }
    // The file comes in a state that can be read: both it and its item are settled, not gone.
    await world.push(desk, "files", makeFile("file", phuocLoc, {}, 10));
    expect((await world.ask(officer, "GET", "/aside")).body).toMatchObject({
      held: { total: 0 },
      refused: { total: 1, rows: [{ id: "far" }] },
      settled: 2,
    });
  });

  test("are all listed, page by page, each once and within scope, also those of one moment", async () => {
    const desk = await world.enrol("desk", phuocLoc, "commune-preparer");
    const officer = await world.enrol("officer", "52", "province-officer");
    const head = await signedIn(world, { role: "portal-administrator", scope: "52.550" });
    const items = Array.from({ length: 450 }, (_, at) => makeItem(`i${at}`, phuocLoc));
    await world.pushHolding(desk, "items", ...items.slice(0, 230));
    world.clock.now += 1000;
    await world.pushHolding(desk, "items", ...items.slice(230));
    const far = Array.from({ length: 210 }, (_, at) => makeFile(`f${at}`, phuocHoa));
    await world.pushHolding(desk, "files", ...far);
    const walk = async (kind: AsideKind, ask: (url: string) => Promise<ProvinceAside>) => {
      const pages: string[][] = [];
      for (let after = ""; ;) {
        const query = new URLSearchParams({ kind, ...(after !== "" && { after }) });
        const answer = await ask(`aside?${query.toString()}`);
        pages.push(answer[kind].rows.map(({ id }) => id));
        expect(answer[kind === "held" ? "refused" : "held"].rows).toEqual([]);
        after = answer[kind].next ?? "";
        if (after === "") return pages;
      }
    };
    const ways = [
      async (url: string) => (await world.ask(officer, "GET", `/${url}`)).body as ProvinceAside,
      async (url: string) => (await head.ask("GET", `/portal/admin/${url}`)).body as ProvinceAside,
    ];
    for (const ask of ways) {
      const held = await walk("held", ask);
      expect(held.map((page) => page.length)).toEqual([200, 200, 50]);
      // The latest first: what came in the second push stands before all of the first.
      expect(held.flat().slice(0, 220)).toEqual(items.slice(230).map(({ id }) => id));
      expect(held.flat().slice(220)).toEqual(items.slice(0, 230).map(({ id }) => id));
      const refused = await walk("refused", ask);
      expect(refused.map((page) => page.length)).toEqual([200, 10]);
      expect(new Set(refused.flat())).toEqual(new Set(far.map(({ id }) => id)));
    }
    const other = await signedIn(world, { login: "khac", role: "portal-administrator", scope: quyNhon });
    expect((await other.ask("GET", "/portal/admin/aside")).body).toMatchObject({
      held: { total: 0, rows: [] },
    });
    expect((await world.ask(officer, "GET", "/aside?kind=held&after=khong-phai")).status).toBe(400);
  });

  test("are listed of an acceptance with what of its batch lacks, and what is not whole, as it comes", async () => {
    const desk = await world.enrol("desk", tuyPhuoc);
    const officer = await world.enrol("officer", "52", "province-officer");
    const batch = makeBatch("b", phuocLoc, { state: "checking" });
    const files = ["f1", "f2"].map((id) => makeFile(id, phuocLoc, { batchId: "b" }));
    const items = ["f1", "f2"].map((id) => makeItem(`${id}-i`, phuocLoc, { fileId: id }));
    await world.push(desk, "fonds", makeFonds("fonds", phuocLoc));
    await world.push(desk, "batches", batch);
    await world.push(desk, "files", ...files.slice(0, 1));
    await world.pushHolding(desk, "batches", acceptWith({ files, items, pages: [] }, batch));
    const lacksNow = async () => {
      const { body } = await world.ask(officer, "GET", "/aside");
      return (body as ProvinceAside).held.rows.find(({ id }) => id === "b")?.lacks;
    };
    expect(await lacksNow()).toEqual({
      records: 3,
      named: [
        { collection: "files", label: "f2", why: "absent" },
        { collection: "files", label: "HS.f1 – Hồ sơ f1", why: "partial" },
      ],
    });
    // A file that waits here, or was refused, is known by name.
    await world.pushHolding(desk, "files", { ...files[1], fondsId: "not here" });
    expect((await lacksNow())?.named[0]?.label).toBe("HS.f2 – Hồ sơ f2");
    await world.push(desk, "items", ...items.slice(0, 1));
    expect(await lacksNow()).toMatchObject({ records: 2, named: [{ why: "absent" }] });
  });
});
