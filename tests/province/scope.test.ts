import { expect, test } from "vitest";
import { editRecord } from "#shared/archive/record.ts";
import { collectionNames } from "#shared/archive/collections.ts";
import { refreshCatalogue } from "#province/store/refresh-catalogue.ts";
import { makeOf } from "./make-of.ts";
import { makeBatch, makeFile, onEachStore, phuocHoa, phuocLoc, quyNhon, stamp, tuyPhuoc } from "./world.ts";

onEachStore("scopes", (world) => {
  test("bound what a push may write, by what the record is and by what it was", async () => {
    const district = await world.enrol("tuy-phuoc", tuyPhuoc);
    const commune = await world.enrol("phuoc-loc", phuocLoc, "commune-preparer");
    const other = await world.enrol("quy-nhon", quyNhon);
    const file = makeFile("A", phuocHoa);
    await world.push(district, "files", file);

    const outside = [
      makeFile("B", tuyPhuoc),
      makeFile("C", quyNhon),
      makeFile("D", phuocHoa),
      makeFile("E", "52"),
    ];
    const mine = makeFile("F", phuocLoc);
    const answer = await world.push(commune, "files", ...outside, mine);
    expect(answer.refused.map(({ id, code }) => `${id} ${code}`)).toEqual(
      ["B", "C", "D", "E"].map((id) => `${id} not-your-scope`),
    );

    // Pulling another's record into one's own scope: the record it was decides.
    const stolen = { ...file, scope: phuocLoc, clocks: { "*": stamp(99).clock } };
    const theft = await world.push(commune, "files", stolen);
    expect(theft).toMatchObject({ conflicts: [], refused: [{ id: "A", code: "not-your-scope" }] });
    const far = await world.push(other, "files", { ...stolen, scope: quyNhon });
    expect(far).toMatchObject({ conflicts: [], refused: [{ id: "A", code: "not-your-scope" }] });
    expect((await world.pull(district, "files")).documents).toMatchObject([
      { id: "A", scope: phuocHoa, title: "Hồ sơ A" },
      { id: "F", scope: phuocLoc },
    ]);
    // A prefix of digits is not a parent.
    const near = await world.enrol("near", "52.5", "district-checker");
    expect((await world.push(near, "files", makeFile("G", phuocLoc))).refused).toHaveLength(1);
  });

  test("bound what every route of replication reads", async () => {
    const district = await world.enrol("tuy-phuoc", tuyPhuoc);
    const loc = await world.enrol("phuoc-loc", phuocLoc, "commune-preparer");
    const hoa = await world.enrol("phuoc-hoa", phuocHoa, "commune-preparer");
    const far = await world.enrol("quy-nhon", quyNhon);
    for (const collection of collectionNames) {
      const make = makeOf[collection];
      await world.push(
        district,
        collection,
        make("loc", phuocLoc),
        make("hoa", phuocHoa),
        make("town", tuyPhuoc),
      );
      await world.push(far, collection, make("far", quyNhon));
      const seen = async (token: string) => {
        const pulled = await world.pull(token, collection);
        const ids = ["loc", "hoa", "town", "far"];
        const read = await world.ask(token, "POST", `/replication/${collection}/read`, { ids });
        const documents = (read.body as { documents: { id: string }[] }).documents.map(({ id }) => id);
        const pulledIds = pulled.documents.map(({ id }) => id);
        expect(documents.sort()).toEqual([...pulledIds].sort());
        const digest = await world.ask(token, "GET", `/replication/${collection}/digest`);
        expect(digest.body).toMatchObject({ count: pulledIds.length });
        return pulledIds;
      };
      expect(await seen(district)).toEqual(["loc", "hoa", "town"]);
      expect(await seen(loc)).toEqual(["loc"]);
      expect(await seen(hoa)).toEqual(["hoa"]);
      expect(await seen(far)).toEqual(["far"]);
    }
  });

  test("never shorten a page: the rows of others do not use it up", async () => {
    const district = await world.enrol("tuy-phuoc", tuyPhuoc);
    const loc = await world.enrol("phuoc-loc", phuocLoc);
    const files = Array.from({ length: 40 }, (_, at) =>
      makeFile(`${at}`, at % 4 === 3 ? phuocLoc : phuocHoa),
    );
    await world.push(district, "files", ...files);
    const body = { checkpoint: null, limit: 10 };
    const answer = await world.ask(loc, "POST", "/replication/files/pull", body);
    expect((answer.body as { documents: unknown[] }).documents).toHaveLength(10);
  });

  test("let the province's officers read the districts, and write in none of them", async () => {
    const district = await world.enrol("tuy-phuoc", tuyPhuoc);
    const officer = await world.enrol("officer", "52", "province-officer");
    const file = makeFile("A", phuocLoc, { title: "Quyết định giao đất" });
    await world.push(district, "files", file);
    const edited = editRecord(file, { title: "Khác" }, stamp(50));
    expect((await world.push(officer, "files", edited)).refused).toMatchObject([{ code: "not-your-scope" }]);
    expect((await world.pull(officer, "files")).documents).toEqual([]);
    expect((await world.ask(officer, "GET", "/replication/files/digest")).body).toMatchObject({ count: 0 });
    await refreshCatalogue(world.database, tuyPhuoc, () => 0);
    const found = await world.ask(officer, "POST", "/search", { words: "giao dat", limit: 5 });
    expect(found.body).toMatchObject({ total: 1, hits: [{ id: "A" }] });
  });

  test("bound search, overview and batches", async () => {
    const district = await world.enrol("tuy-phuoc", tuyPhuoc);
    const loc = await world.enrol("phuoc-loc", phuocLoc);
    const far = await world.enrol("quy-nhon", quyNhon);
    await world.push(district, "files", makeFile("A", phuocLoc, { batchId: "P" }), makeFile("B", phuocHoa));
    await world.push(district, "batches", makeBatch("P", phuocLoc), makeBatch("Q", phuocHoa));
    await world.push(far, "files", makeFile("C", quyNhon));
    const ids = async (token: string) => {
      const answer = await world.ask(token, "POST", "/search", { words: "hồ sơ", limit: 50 });
      return (answer.body as { hits: { id: string }[] }).hits.map(({ id }) => id);
    };
    for (const one of [tuyPhuoc, quyNhon]) await refreshCatalogue(world.database, one, () => 0);
    expect(await ids(district)).toEqual(["A", "B"]);
    expect(await ids(loc)).toEqual(["A"]);
    expect(await ids(far)).toEqual(["C"]);
    const batches = async (token: string, scope = "") => {
      const answer = await world.ask(token, "GET", `/batches?scope=${scope}`);
      return (answer.body as { batches: { id: string }[] }).batches.map(({ id }) => id).sort();
    };
    expect(await batches(district)).toEqual(["P", "Q"]);
    expect(await batches(district, phuocHoa)).toEqual(["Q"]);
    expect(await batches(loc)).toEqual(["P"]);
    expect(await batches(loc, tuyPhuoc)).toEqual(["P"]);
    expect(await batches(far, tuyPhuoc)).toEqual([]);
    const overview = async (token: string) => (await world.ask(token, "GET", "/overview")).body;
    expect(await overview(loc)).toMatchObject({ districts: [{ scope: phuocLoc, files: 1, batches: 1 }] });
    expect(await overview(far)).toMatchObject({ districts: [{ scope: quyNhon, files: 1, batches: 0 }] });
  });
});
