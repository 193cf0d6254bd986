import { expect, it, onTestFinished } from "vitest";
import { addRecords } from "#renderer/db/work.ts";
import { applyCells } from "#renderer/features/inventory/grid/apply-cells.ts";
import { keepUnsaved } from "#renderer/features/inventory/grid/kept-drafts.ts";
import { itemRows } from "#renderer/features/inventory/grid/row-kind.ts";
import { openRowStore } from "#renderer/features/inventory/grid/row-store.ts";
import { keepHistory, recordChanges, undoStep } from "#renderer/work/history.ts";
import { sampleItem } from "#tests/helpers/sample-records.ts";
import { openWork } from "#tests/helpers/work.ts";

const key = "mucluc.drafts.test";

async function openList() {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => void kept.set(name, text),
    removeItem: (name: string) => void kept.delete(name),
  };
  const work = await openWork();
  await addRecords(work, "items", [sampleItem("a", { ordinal: 1 }), sampleItem("b", { ordinal: 2 })]);
  const history = keepHistory();
  const open = () => {
    const store = openRowStore(work, itemRows, keepUnsaved(storage, key));
    onTestFinished(() => store.close());
    return store;
  };
  const store = open();
  store.setOrder("all", ["a", "b"]);
  await store.read(["a", "b"]);
  const apply = (edits: { id: string; field: string; text: string }[]) =>
    applyCells(
      work,
      store,
      itemRows,
      (label, made) => recordChanges(work, history, label, made),
      "Sửa",
      edits,
    );
  return { work, history, store, open, apply, kept };
}

it("writes what is read as one step, and keeps what stood where a text is not read", async () => {
  const { work, history, store, apply } = await openList();
  const applied = await apply([
    { id: "a", field: "issuedDate", text: "31/02/2016" },
    { id: "a", field: "signer", text: "Lê Văn B" },
    { id: "b", field: "issuedDate", text: "5/4" },
  ]);
  expect(applied).toEqual({ wrong: 1, created: 0 });
  expect(await work.db.items.findOne("a").exec()).toMatchObject({
    issuedDate: "1998-05-03",
    signer: "Lê Văn B",
  });
  expect(await work.db.items.findOne("b").exec()).toMatchObject({ issuedDate: "1998-04-05" });
  expect(store.text("a", "issuedDate")).toBe("31/02/2016");
  expect(store.wrong()).toMatchObject([{ id: "a", field: "issuedDate", problem: { code: "date-not-read" } }]);
  await undoStep(work, history);
  expect(await work.db.items.findOne("a").exec()).toMatchObject({ signer: "Trần Văn Mẫu" });
});

it("keeps a draft over a closed app, and makes it a record once it is whole", async () => {
  const { work, store, open, apply, kept } = await openList();
  const parent = { id: "file-1", scope: "52.550.21952" };
  store.addDrafts([{ draft: { id: "new", parent }, cells: { ordinal: "3", access: "01", language: "01" } }]);
  await apply([{ id: "new", field: "symbol", text: "QĐ-UBND" }]);
  expect(open().text("new", "symbol")).toBe("QĐ-UBND");
  expect(await work.db.items.findOne("new").exec()).toBeNull();
  await apply([{ id: "new", field: "subject", text: "Về việc giao đất" }]);
  expect(await work.db.items.findOne("new").exec()).toMatchObject({
    ordinal: 3,
    symbol: "QĐ-UBND",
    fileId: "file-1",
  });
  expect(store.draft("new")).toBeUndefined();
  expect(kept.size).toBe(0);
});

it("refuses an ordinal that another item has, and lets two change theirs for each other", async () => {
  const { work, store, apply } = await openList();
  await apply([{ id: "a", field: "ordinal", text: "2" }]);
  expect(store.problem("a", "ordinal")).toMatchObject({ code: "ordinal-twice" });
  await apply([
    { id: "a", field: "ordinal", text: "2" },
    { id: "b", field: "ordinal", text: "1" },
  ]);
  expect(await work.db.items.findOne("a").exec()).toMatchObject({ ordinal: 2 });
  expect(store.problem("a", "ordinal")).toBeUndefined();
});

it("keeps a mark of secrecy nowhere, and says where it was met", async () => {
  const { store, apply, kept } = await openList();
  const applied = await apply([{ id: "a", field: "note", text: "Tối mật" }]);
  expect(applied.secret).toEqual({ id: "a", field: "note", mark: "Tối mật" });
  expect(store.text("a", "note")).toBe("");
  expect(JSON.stringify([...kept])).not.toContain("mật");
});

it("shows no row made here where another question has no place for it, but every draft", async () => {
  const { store, apply } = await openList();
  const parent = { id: "file-1", scope: "52.550.21952" };
  const cells = { access: "01", language: "01" };
  store.addDrafts([
    { draft: { id: "made", parent }, cells: { ...cells, ordinal: "3" } },
    { draft: { id: "draft", parent }, cells: { ...cells, ordinal: "4" } },
  ]);
  await apply([{ id: "made", field: "subject", text: "Về việc giao đất" }]);
  expect(store.ids()).toEqual(["a", "b", "made", "draft"]);
  store.setOrder("filtered", ["b"]);
  expect(store.ids()).toEqual(["b", "draft"]);
});
