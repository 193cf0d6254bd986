import { expect, test } from "vitest";
import { editRecord, makeRecord } from "#shared/archive/record.ts";
import type { Batch } from "#shared/archive/batch.ts";
import { blankBatch } from "#shared/archive/blank.ts";
import { openAt } from "#electron/journal/databases-open.ts";
import { join } from "node:path";
import {
  makeBatch,
  makeFile,
  makeFonds,
  makeItem,
  makePage,
  makeTerm,
  phuocLoc,
  stamp,
  tuyPhuoc,
} from "#tests/province/world.ts";
import { acceptWith } from "#tests/helpers/accepted-batch.ts";
import { blankPack } from "#tests/helpers/sample-steps.ts";
import { onHub } from "./world.ts";

/* Where a hub differs from the province; `shared/replication/wire.ts` names each. */
onHub("a hub that is not the authority itself", (world) => {
  test("hands the province's rules on with their signatures as they came, and with none where none came", async () => {
    const token = await world.enrol("operator", tuyPhuoc);
    const ask = async (known: string) => (await world.ask(token, "GET", `/rules?known=${known}`)).body;
    const rules = { pack: blankPack, terms: [] };
    const signed = [
      { name: "rules", edition: 7, digest: "b".repeat(64), signature: "c".repeat(86) } as const,
    ];
    world.give({ digest: "a", rules, signed: [...signed] });
    expect(await ask("")).toEqual({ digest: "a", rules, signed });
    expect(await ask("a")).toEqual({ digest: "a", signed });
    world.give({ digest: "a", rules });
    expect(await ask("a")).toEqual({ digest: "a" });
    expect(await ask("")).toEqual({ digest: "a", rules });
  });

  test("keeps rules from a program that is too old for them, as the province does", async () => {
    const token = await world.enrol("may-2", phuocLoc);
    const rules = { pack: blankPack, terms: [] };
    const needs = { program: "0.3.0", signature: "d".repeat(86) };
    const one = {
      name: "rules",
      edition: 7,
      digest: "b".repeat(64),
      signature: "c".repeat(86),
      needs,
    } as const;
    world.give({ digest: "a", rules, signed: [one] });
    const ask = async (version: string, question: string) => {
      const headers = { authorization: `Bearer ${token}`, "x-mucluc-version": version };
      return (await world.app.inject({ url: `/rules?${question}`, headers })).json<object>();
    };
    expect(await ask("0.3.0", "known=x&needs=yes")).toEqual({ digest: "a", rules, signed: [one] });
    expect(await ask("0.2.0", "known=x&needs=yes")).toEqual({ digest: "a", signed: [one] });
    expect(await ask("0.2.0", "known=x")).toEqual({ digest: "x" });
  });

  test("takes as it comes what it never saw and another machine decided, and rules what the sender wrote", async () => {
    const operator = await world.enrol("operator", tuyPhuoc, "capture-operator");
    const made = (id: string, device: string) =>
      makeRecord<Batch>(
        { ...blankBatch, id, scope: phuocLoc, number: "1", name: id, state: "accepted", decidedBy: "A" },
        stamp(0, device),
      );
    const answer = await world.push(
      operator,
      "batches",
      made("carried", "approver"),
      made("own", "operator"),
    );
    expect(answer.conflicts).toMatchObject([{ id: "own", state: "draft", refusal: "not-your-role" }]);
    expect(world.journal.read("batches", "carried")).toMatchObject({ state: "accepted", decidedBy: "A" });
    const confirmed = editRecord(
      makeFonds("fonds", phuocLoc),
      { codesConfirmedAt: "2025-05-01" },
      stamp(5, "province"),
    );
    const decided = editRecord(makeTerm("term", phuocLoc), { standing: "accepted" }, stamp(5, "province"));
    expect((await world.push(operator, "fonds", confirmed)).conflicts).toEqual([]);
    expect((await world.push(operator, "terms", decided)).conflicts).toEqual([]);
    const forged = editRecord(makeTerm("forged", phuocLoc), { standing: "accepted" }, stamp(5, "operator"));
    expect((await world.push(operator, "terms", forged)).conflicts).toMatchObject([{ standing: "local" }]);
  });

  test("has what it never saw and another machine accepted wait for its content, and leaves it to the authority to say that it differs", async () => {
    const operator = await world.enrol("operator", tuyPhuoc, "capture-operator");
    const checking = makeBatch("b", phuocLoc, { state: "checking" });
    const files = [makeFile("f1", phuocLoc, { batchId: "b" })];
    const items = [makeItem("i1", phuocLoc, { fileId: "f1" })];
    const accepted = acceptWith({ files, items, pages: [] }, checking);
    await world.push(operator, "fonds", makeFonds("fonds", phuocLoc));
    expect((await world.pushHolding(operator, "batches", accepted)).held).toMatchObject([{ id: "b" }]);
    expect(world.journal.read("batches", "b")).toMatchObject({ state: "checking", refusal: "" });
    await world.push(operator, "files", ...files);
    // By the province's word it stands: what waited here waits no more.
    world.journal.write("batches", [accepted], "province");
    await expect.poll(async () => (await world.aside()).held.total).toBe(0);
    const file = makeFile("f2", phuocLoc, { batchId: "c" });
    await world.push(operator, "files", { ...file, title: "Khác" });
    const another = makeBatch("c", phuocLoc, { state: "checking" });
    await world.pushHolding(
      operator,
      "batches",
      acceptWith({ files: [file], items: [], pages: [] }, another),
    );
    expect(world.journal.read("batches", "c")).toMatchObject({ state: "accepted", refusal: "" });
  });

  test("takes nothing that changes what an accepted batch holds, and keeps it as it was sent", async () => {
    const token = await world.enrol("desk", tuyPhuoc);
    const seal = { digest: "a".repeat(64), files: [] };
    const file = makeFile("file", phuocLoc, { batchId: "batch" });
    world.journal.write("batches", [makeBatch("batch", phuocLoc, { state: "accepted", seal })], "desk");
    world.journal.write("files", [file], "desk");
    world.journal.write("items", [makeItem("item", phuocLoc)], "desk");
    const renamed = editRecord(file, { title: "Khác" }, stamp(5, "desk"));
    const refusal = { code: "batch-accepted" };
    expect((await world.push(token, "files", renamed)).refused).toMatchObject([{ id: "file", ...refusal }]);
    expect((await world.push(token, "items", makeItem("new", phuocLoc))).refused).toMatchObject([refusal]);
    expect((await world.push(token, "pages", makePage("page", phuocLoc))).refused).toMatchObject([refusal]);
    expect(world.journal.read("files", "file")?.title).toBe(file.title);
    const receipt = { receiptDigest: "b".repeat(64), receiptAt: "2025-05-01" };
    const received = editRecord(makeItem("item", phuocLoc), receipt, stamp(6, "desk"));
    expect((await world.push(token, "items", received)).refused).toEqual([]);
    expect(world.journal.read("items", "item")?.receiptDigest).toBe(receipt.receiptDigest);
  });

  test("merges what waited when the record comes from anywhere, also while nobody listened", async () => {
    const token = await world.enrol("desk", tuyPhuoc);
    await world.pushHolding(token, "pages", makePage("page", phuocLoc));
    await world.pushHolding(token, "items", makeItem("item", phuocLoc));
    expect(world.journal.count("items")).toBe(0);
    world.journal.write("files", [makeFile("file", phuocLoc)], "province");
    await expect.poll(() => world.journal.count("pages"), { timeout: 30_000 }).toBe(1);
    expect(world.journal.states("items", "item").states[0]?.origin).toBe("centre");

    await world.pushHolding(token, "pages", makePage("late", phuocLoc, { itemId: "item-2" }));
    const { journal } = world;
    // As if the app had been ended between the record's coming and the merging.
    const silent = openAt(join(world.folder, "journal.sqlite"));
    expect(silent).toBeDefined();
    journal.write("items", [makeItem("item-2", phuocLoc)], "screen");
    await world.restart();
    await expect.poll(() => world.journal.count("pages"), { timeout: 30_000 }).toBe(2);
    expect(await world.waiting()).toEqual([]);
  });

  test("says 503 while its journal is closed, and takes the push later", async () => {
    const token = await world.enrol("desk", tuyPhuoc);
    const rows = [{ newDocumentState: makeFile("file", phuocLoc) }];
    world.standing(true);
    const answer = await world.ask(token, "POST", "/replication/files/push", { rows });
    expect(answer).toMatchObject({ status: 503, body: { code: "journal-closed" } });
    expect(world.journal.count("files")).toBe(0);
    world.standing(false);
    expect(await world.push(token, "files", makeFile("file", phuocLoc))).toEqual({
      conflicts: [],
      refused: [],
    });
  });

  test("says 503 where its disk takes no more, keeps nothing of the push, and takes it later", async () => {
    const token = await world.enrol("desk", tuyPhuoc);
    const database = openAt(join(world.folder, "journal.sqlite"));
    database?.exec("PRAGMA max_page_count = 1");
    const files = Array.from({ length: 400 }, (_, at) => makeFile(`file-${at}`, phuocLoc));
    const rows = files.map((newDocumentState) => ({ newDocumentState }));
    const answer = await world.ask(token, "POST", "/replication/files/push", { rows });
    expect(answer).toMatchObject({ status: 503, body: { code: "disk-full" } });
    expect(world.journal.count("files")).toBe(0);
    database?.exec("PRAGMA max_page_count = 4294967294");
    expect(await world.push(token, "files", ...files)).toEqual({ conflicts: [], refused: [] });
    expect(await world.ask(token, "GET", "/replication/files/digest")).toMatchObject({
      body: { count: 400 },
    });
  });

  test("signs no receipt, and answers none of the province's own routes", async () => {
    const token = await world.enrol("desk", tuyPhuoc);
    for (const url of [
      "/hello",
      "/overview",
      "/aside",
      "/batches",
      "/fonds",
      "/terms",
      "/machines",
      "/reports/x",
    ])
      expect((await world.ask(token, "GET", url)).status, url).toBe(404);
  });
});
