import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import type { Role } from "#shared/archive/role.ts";
import { vi } from "#shared/text/vi.ts";
import { WithdrawnScreen } from "#renderer/features/withdrawn/withdrawn-screen.tsx";
import { addRecords } from "#renderer/db/work.ts";
import { keepHistory, undoStep } from "#renderer/work/history.ts";
import { restoreRecords } from "#renderer/work/restore-records.ts";
import { answeringDesk, findBarriers, renderScreen } from "#tests/helpers/screen.tsx";
import { sampleFile, sampleFonds, sampleItem } from "#tests/helpers/sample-records.ts";
import { openWork } from "#tests/helpers/work.ts";

const lately = Date.UTC(2025, 4, 10);
const longAgo = Date.UTC(2024, 1, 1);

async function withdrawnWork(role: Role = "district-checker") {
  const work = await openWork({ name: "Lê Thị Kiểm", role, scope: "52.550" });
  const gone = (withdrawn: string) => ({ withdrawn });
  await addRecords(work, "fonds", [sampleFonds("fonds-1")]);
  await addRecords(work, "files", [
    sampleFile("file-1", { fondsId: "fonds-1", ...gone("Trùng với hộp 3") }, lately),
    sampleFile("file-2", { fondsId: "fonds-1", title: "Hồ sơ còn dùng" }, lately),
  ]);
  await addRecords(work, "items", [
    sampleItem("item-1", { fileId: "file-1", subject: "Về việc giao đất", ...gone("Nhập nhầm") }, lately),
    sampleItem("item-2", { fileId: "file-2", subject: "Về việc cũ", ...gone("Bỏ") }, longAgo),
  ]);
  return work;
}

const { desk } = answeringDesk({
  "listing.order": ({ collection }) => ({
    ids: collection === "files" ? ["file-1"] : ["item-1", "item-2"],
  }),
});

test("shows what was withdrawn lately, why and by whom; restoring an item restores its file", async () => {
  const work = await withdrawnWork();
  renderScreen(<WithdrawnScreen />, { work, desk });
  await screen.findByText("Nhập nhầm");
  screen.getByText("Trùng với hộp 3");
  expect(screen.queryByText("Về việc cũ")).toBeNull();
  expect(await findBarriers()).toEqual([]);
  const button = screen.getByRole("button", { name: vi.withdrawn.restore("0") });
  expect(button.getAttribute("aria-description")).toBe(vi.withdrawn.restoreNone);

  await userEvent.click(screen.getByText(vi.withdrawn.periods.all));
  await screen.findByText("Về việc cũ");
  await userEvent.click(screen.getAllByRole("checkbox", { name: /^Chọn 123/ })[0] as HTMLElement);
  await userEvent.click(screen.getByRole("button", { name: vi.withdrawn.restore("1") }));
  await waitFor(async () => {
    expect((await work.db.items.findOne("item-1").exec(true)).withdrawn).toBe("");
    expect((await work.db.files.findOne("file-1").exec(true)).withdrawn).toBe("");
  });
  expect((await work.db.items.findOne("item-2").exec(true)).withdrawn).toBe("Bỏ");
  await waitFor(() => expect(screen.queryByText("Nhập nhầm")).toBeNull());
});

test("who only reads the inventory is told so", async () => {
  renderScreen(<WithdrawnScreen />, { work: await withdrawnWork("capture-operator"), desk });
  await screen.findByText("Nhập nhầm");
  const button = screen.getByRole("button", { name: vi.withdrawn.restore("0") });
  expect(button.getAttribute("aria-description")).toBe(vi.withdrawn.notYours);
});

test("a restoring is one step that can be undone", async () => {
  const work = await withdrawnWork();
  const history = keepHistory();
  const chosen = [{ collection: "items", id: "item-1" } as const];
  expect(await restoreRecords(work, history, "khôi phục", chosen)).toBe(2);
  await undoStep(work, history);
  expect((await work.db.items.findOne("item-1").exec(true)).withdrawn).toBe("Nhập nhầm");
  expect((await work.db.files.findOne("file-1").exec(true)).withdrawn).toBe("Trùng với hộp 3");
});

test("restoring a fonds restores what was withdrawn with it, down to the items, and nothing that was withdrawn before", async () => {
  const work = await openWork({ name: "Lê Thị Kiểm", role: "district-checker", scope: "52.550" });
  const act = { withdrawn: "Nhập nhầm phông" };
  await addRecords(work, "fonds", [sampleFonds("fonds-1", act, lately)]);
  await addRecords(work, "files", [
    sampleFile("file-with", { fondsId: "fonds-1", ...act }, lately + 40),
    sampleFile("file-before", { fondsId: "fonds-1", ...act }, lately - 60_000),
    sampleFile("file-other", { fondsId: "fonds-1", withdrawn: "Trùng" }, lately),
  ]);
  await addRecords(work, "items", [
    sampleItem("item-with", { fileId: "file-with", ...act }, lately + 80),
    sampleItem("item-before", { fileId: "file-with", withdrawn: "Bỏ" }, longAgo),
    sampleItem("item-of-before", { fileId: "file-before", ...act }, lately - 60_000),
  ]);
  const standing = async () => [
    ...(await work.db.fonds.find({ selector: { withdrawn: "" } }).exec()).map(({ id }) => id),
    ...(await work.db.files.find({ selector: { withdrawn: "" } }).exec()).map(({ id }) => id),
    ...(await work.db.items.find({ selector: { withdrawn: "" } }).exec()).map(({ id }) => id),
  ];
  const history = keepHistory();
  const chosen = [{ collection: "fonds", id: "fonds-1" } as const];
  expect(await restoreRecords(work, history, "khôi phục", chosen)).toBe(3);
  expect(await standing()).toEqual(["fonds-1", "file-with", "item-with"]);
  await undoStep(work, history);
  expect(await standing()).toEqual([]);
  // Of a file: with its items and its fonds, and not with the other files of that.
  const file = [{ collection: "files", id: "file-before" } as const];
  expect(await restoreRecords(work, history, "khôi phục", file)).toBe(3);
  expect(await standing()).toEqual(["fonds-1", "file-before", "item-of-before"]);
});

test("shows withdrawn fonds too, and all there is page by page", async () => {
  const work = await openWork({ name: "Lê Thị Kiểm", role: "district-checker", scope: "52.550" });
  await addRecords(work, "fonds", [
    sampleFonds("fonds-9", { name: "Phông rút", withdrawn: "Trùng" }, lately),
  ]);
  const items = Array.from({ length: 620 }, (_, at) =>
    sampleItem(`item-${at}`, { withdrawn: "Bỏ" }, lately - 1000 * at),
  );
  await addRecords(work, "items", items);
  const many = answeringDesk({
    "listing.order": ({ collection }) => ({ ids: collection === "files" ? [] : items.map(({ id }) => id) }),
  });
  renderScreen(<WithdrawnScreen />, { work, desk: many.desk });
  await screen.findByText("Phông rút");
  screen.getByText(vi.withdrawn.kinds.fonds);
  screen.getByText(vi.withdrawn.shown("500", "621"));
  await userEvent.click(screen.getByRole("button", { name: vi.withdrawn.more("121") }));
  await screen.findByText(vi.withdrawn.shown("621", "621"));
  expect(screen.queryByRole("button", { name: vi.withdrawn.more("121") })).toBeNull();
});
