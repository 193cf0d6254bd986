import { describe, expect, test } from "vitest";
import type { Batch } from "#shared/archive/batch.ts";
import { noSeal } from "#shared/archive/decision.ts";
import type { ArchiveFile } from "#shared/archive/file.ts";
import type { Item } from "#shared/archive/item.ts";
import type { Page } from "#shared/archive/page.ts";
import { editRecord } from "#shared/archive/record.ts";
import { en } from "#shared/text/en.ts";
import { vi } from "#shared/text/vi.ts";
import { beforeAcceptance } from "#shared/replication/before-acceptance.ts";
import { acceptWith, type Content } from "#tests/helpers/accepted-batch.ts";
import {
  makeBatch,
  makeFile,
  makeFonds,
  makeItem,
  makePage,
  phuocLoc,
  stamp,
  tuyPhuoc,
} from "#tests/province/world.ts";
import type { Endpoint } from "./replication-endpoint.ts";

const files = ["f1", "f2"].map((id) => makeFile(id, phuocLoc, { batchId: "b" }));
const items = files.map(({ id }) => makeItem(`${id}-i`, phuocLoc, { fileId: id }));
const pages = items.flatMap(({ id }) => [
  makePage(`${id}-1`, phuocLoc, { itemId: id }),
  makePage(`${id}-2`, phuocLoc, { itemId: id, ordinal: 2 }),
]);
const whole: Content = { files, items, pages };
const checking = makeBatch("b", phuocLoc, { state: "checking" });

const accept = (content: Content, batch: Batch = checking, after = 1000) => acceptWith(content, batch, after);

/** The acceptance of a batch beside what its authority holds of it, at whoever answers the replication protocol. */
export function sealContract(world: Endpoint): void {
  describe("an accepted batch", () => {
    let token = "";
    const open = async (content: Content) => {
      token = await world.enrol("desk", tuyPhuoc);
      await world.push(token, "fonds", makeFonds("fonds", phuocLoc));
      await world.push(token, "batches", checking);
      for (const collection of ["files", "items", "pages"] as const)
        await world.push(token, collection, ...content[collection]);
      return world.enrol("other", tuyPhuoc);
    };
    const held = async () => (await world.pull(token, "batches")).documents[0] as Batch | undefined;

    test("is taken where its content is what was accepted; what is open or made afterwards is no other", async () => {
      await open(whole);
      const rescanned = makePage("gone", phuocLoc, { itemId: "f1-i" });
      await world.push(token, "pages", editRecord(rescanned, { withdrawn: "quét lại" }, stamp(20)));
      const accepted = accept(whole);
      const made = { renditionDigest: "a".repeat(64), renditionSize: 9, renditionKind: "two-layer" } as const;
      await world.push(token, "items", editRecord(items[0] as Item, made, stamp(2000)));
      await world.push(token, "files", editRecord(files[0] as ArchiveFile, { location: "Kho 2" }, stamp(20)));
      expect(await world.pushHolding(token, "batches", accepted)).toEqual({ conflicts: [], refused: [] });
      expect(await held()).toMatchObject({ state: "accepted", refusal: "", seal: accepted.seal });
    });

    test.each<[string, keyof Content, object]>([
      ["an item was edited", "items", editRecord(items[0] as Item, { subject: "Tên khác" }, stamp(500))],
      ["a page was withdrawn", "pages", editRecord(pages[0] as Page, { withdrawn: "mờ" }, stamp(500))],
      ["a file came", "files", makeFile("f3", phuocLoc, { batchId: "b" })],
      ["a file left", "files", editRecord(files[1] as ArchiveFile, { batchId: "c" }, stamp(500))],
      [
        "a rendition was made before",
        "items",
        editRecord(items[0] as Item, { renditionSize: 9 }, stamp(500)),
      ],
    ])("is refused in words where %s that who accepted it had not seen", async (_, collection, changed) => {
      const other = await open(whole);
      await world.push(token, "batches", makeBatch("c", phuocLoc));
      await world.push(other, collection, changed);
      const { conflicts } = await world.pushHolding(token, "batches", accept(whole));
      expect(conflicts).toMatchObject([
        { id: "b", state: "checking", refusal: "seal-differs", seal: noSeal, steps: [], decidedBy: "" },
      ]);
      expect(vi.common.batchRefusals["seal-differs"]).toMatch(/Không mất gì.*nghiệm thu lại/);
      expect(en.common.batchRefusals["seal-differs"]).toMatch(/Nothing is lost.*accept again/);
    });

    test("is accepted again by who has seen it since", async () => {
      const other = await open(whole);
      const renamed = editRecord(items[0] as Item, { subject: "Tên khác" }, stamp(500));
      await world.push(other, "items", renamed);
      await world.pushHolding(token, "batches", accept(whole));
      const refused = await held();
      const seen = { ...whole, items: [renamed, ...items.slice(1)] };
      await world.pushHolding(token, "batches", accept(seen, refused, 900_000));
      expect(await held()).toMatchObject({ state: "accepted", refusal: "" });
    });

    test.each<[string, Content]>([
      ["a page", { ...whole, pages: pages.slice(1) }],
      ["an item and its pages", { files, items: items.slice(1), pages: pages.slice(2) }],
      ["a file and all in it", { files: files.slice(1), items: items.slice(1), pages: pages.slice(2) }],
    ])(
      "is kept while %s lacks, and accepted when the last of it comes, from whomever",
      async (_, content) => {
        const other = await open(content);
        const accepted = accept(whole);
        expect(await world.pushHolding(token, "batches", accepted)).toMatchObject({
          ...{ conflicts: [], refused: [] },
          held: [{ id: "b", collection: "batches", parentId: "b" }],
        });
        await world.restart();
        expect(await held()).toMatchObject({ state: "checking", refusal: "" });
        expect(await world.waiting()).toMatchObject([{ collection: "batches", id: "b", device_id: "desk" }]);
        const lacking = (collection: keyof Content) =>
          whole[collection].filter(({ id }) => !content[collection].some((one) => one.id === id));
        for (const collection of ["files", "items"] as const)
          if (lacking(collection).length > 0) await world.push(other, collection, ...lacking(collection));
        const last = lacking("pages");
        await world.push(other, "pages", ...last.slice(1));
        if (last.length > 1) expect(await held()).toMatchObject({ state: "checking" });
        await world.push(other, "pages", ...last.slice(0, 1));
        expect(await held()).toMatchObject({ state: "accepted", refusal: "", seal: accepted.seal });
        expect(await world.waiting()).toEqual([]);
        expect(world.faults).toEqual([]);
      },
    );

    test("that was kept is refused where what comes is not what was accepted", async () => {
      const other = await open({ ...whole, pages: pages.slice(1) });
      await world.pushHolding(token, "batches", accept(whole));
      await world.push(other, "pages", { ...pages[0], verdict: "rejected", defect: "blurred" });
      expect(await held()).toMatchObject({ state: "checking", refusal: "seal-differs" });
      expect(await world.waiting()).toEqual([]);
    });

    test("is refused, not kept, for who knows nothing of holding while some of it lacks", async () => {
      await open({ ...whole, pages: pages.slice(1) });
      const { conflicts } = await world.push(token, "batches", accept(whole));
      expect(conflicts).toMatchObject([{ state: "checking", refusal: "seal-lacks" }]);
    });

    test("keeps its seal where another comes without a step, that is not of what is held", async () => {
      const other = await open(whole);
      const accepted = accept(whole);
      await world.pushHolding(token, "batches", accepted);
      const again = accept({ ...whole, items: items.slice(1), pages: pages.slice(2) }, accepted, 3000);
      await world.pushHolding(other, "batches", again);
      expect(await held()).toMatchObject({
        ...{ state: "accepted", refusal: "seal-differs" },
        ...{ seal: accepted.seal, decidedAt: accepted.decidedAt },
      });
    });

    test("keeps its seal where a further step brings another, that is not of what is held", async () => {
      const other = await open(whole);
      const accepted = accept(whole);
      await world.pushHolding(token, "batches", accepted);
      const again = accept({ ...whole, items: items.slice(1), pages: pages.slice(2) }, accepted, 3000);
      await world.pushHolding(other, "batches", editRecord(again, { state: "packed" }, stamp(3000)));
      expect(await held()).toMatchObject({
        ...{ state: "accepted", refusal: "seal-differs" },
        ...{ seal: accepted.seal, decidedAt: accepted.decidedAt },
      });
      const same = editRecord(accepted, { state: "packed" }, stamp(4000));
      await world.pushHolding(token, "batches", same);
      expect(await held()).toMatchObject({ state: "packed", refusal: "", seal: accepted.seal });
    });

    describe("of a batch that was never seen here", () => {
      const enter = async () => {
        token = await world.enrol("desk", tuyPhuoc);
        await world.push(token, "fonds", makeFonds("fonds", phuocLoc));
      };
      const pushContent = async (content: Content) => {
        for (const collection of ["files", "items", "pages"] as const)
          if (content[collection].length > 0)
            await world.pushHolding(token, collection, ...content[collection]);
      };
      const rest = { files: files.slice(1), items: items.slice(1), pages: pages.slice(2) };
      const first = { files: files.slice(0, 1), items: items.slice(0, 1), pages: pages.slice(0, 2) };

      test("waits for the rest of it, which the batch lets in meanwhile, and is then just what was sent", async () => {
        await enter();
        await pushContent(first);
        expect(await world.waiting()).toHaveLength(4);
        const accepted = accept(whole);
        expect(await world.pushHolding(token, "batches", accepted)).toEqual({
          ...{ conflicts: [], refused: [] },
          held: [{ id: "b", collection: "batches", parentId: "b" }],
        });
        expect(await held()).toMatchObject({ state: "checking", refusal: "", seal: noSeal, steps: [] });
        expect(await held()).toMatchObject({ decidedBy: "", name: accepted.name });
        expect(await world.waiting()).toMatchObject([{ collection: "batches", id: "b" }]);
        await world.restart();
        // Sent again, it only waits; what is edited meanwhile of what was not accepted yet is let in.
        await world.pushHolding(token, "batches", accepted);
        await pushContent(rest);
        expect(await held()).toEqual({ ...accepted, _deleted: false });
        expect(await world.waiting()).toEqual([]);
        expect(world.faults).toEqual([]);
      });

      test("stands at once where all of its content came before it and waited for it", async () => {
        await enter();
        await pushContent(whole);
        const accepted = accept(whole);
        await world.pushHolding(token, "batches", accepted);
        expect(await held()).toEqual({ ...accepted, _deleted: false });
        expect(await world.waiting()).toEqual([]);
      });

      test("is refused where all is there and is not what was accepted", async () => {
        await enter();
        await pushContent({
          ...whole,
          pages: [{ ...(pages[0] as Page), verdict: "rejected" }, ...pages.slice(1)],
        });
        await world.pushHolding(token, "batches", accept(whole));
        expect(await held()).toMatchObject({
          ...{ state: "checking", refusal: "seal-differs", seal: noSeal },
          ...{ steps: [], decidedBy: "" },
        });
        expect(await world.waiting()).toEqual([]);
      });

      test("is taken as it comes from who cannot wait, and where no state before it can be told", async () => {
        await enter();
        const accepted = accept(whole);
        await world.push(token, "batches", accepted);
        expect(await held()).toMatchObject({ state: "accepted" });
        const atOnce = { ...accept(whole, { ...checking, id: "c" }), clocks: { "*": stamp(1000).clock } };
        await world.pushHolding(token, "batches", atOnce);
        const { documents } = await world.pull(token, "batches");
        expect(documents.find(({ id }) => id === "c")).toMatchObject({ state: "accepted" });
      });

      test("is taken at its check first from who accepts and brings none there, and then accepted", async () => {
        // It carries what another made.
        token = await world.enrol("approving", tuyPhuoc, "approver");
        await world.push(token, "fonds", makeFonds("fonds", phuocLoc));
        const accepted = accept(whole);
        // As a machine between took it in while the rest of it was on its way.
        const opened = beforeAcceptance(accepted);
        expect(opened).toMatchObject({ state: "checking" });
        expect(await world.pushHolding(token, "batches", opened as Batch)).toEqual({
          ...{ conflicts: [], refused: [] },
        });
        expect(await held()).toMatchObject({ state: "checking", refusal: "" });
        await pushContent(whole);
        await world.pushHolding(token, "batches", accepted);
        expect(await held()).toMatchObject({ state: "accepted", refusal: "", seal: accepted.seal });
      });

      test("lets a state from before it in afterwards, and loses none to it", async () => {
        await enter();
        const other = await world.enrol("other", tuyPhuoc);
        const accepted = accept(whole, editRecord(checking, { name: "Đợt đổi tên" }, stamp(40)));
        await world.pushHolding(token, "batches", accepted);
        const returned = { state: "capturing", reason: "Quét thêm" } as const;
        await world.pushHolding(other, "batches", editRecord(checking, returned, stamp(30, "other")));
        expect(await held()).toMatchObject({ state: "capturing", name: "Đợt đổi tên" });
        await pushContent(whole);
        expect(await held()).toMatchObject({ state: "accepted", seal: accepted.seal });
      });
    });
  });
}
