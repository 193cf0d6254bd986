import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import type { Role } from "#shared/archive/role.ts";
import { editRecord } from "#shared/archive/record.ts";
import { vi } from "#shared/text/vi.ts";
import { ConflictNotice } from "#renderer/app/conflict-notice.tsx";
import { ConflictBadge } from "#renderer/app/conflict-badge.tsx";
import { addRecords, changeRecord } from "#renderer/db/work.ts";
import { ConflictsScreen } from "#renderer/features/conflicts/conflicts-screen.tsx";
import { settleConflicts } from "#renderer/features/conflicts/settle-conflicts.ts";
import { keepHistory, redoStep, undoStep } from "#renderer/work/history.ts";
import { answeringDesk, findBarriers, renderScreen } from "#tests/helpers/screen.tsx";
import { sampleConflict, sampleFile, stampAt } from "#tests/helpers/sample-records.ts";
import { openWork } from "#tests/helpers/work.ts";

const words = vi.conflicts;
const { desk } = answeringDesk({});
const side = (value: unknown, ms: number, by: string) => ({
  value: JSON.stringify(value),
  clock: stampAt(ms, by).clock,
  by,
  deviceId: `máy-${by}`,
});

async function conflictedWork(role: Role = "district-checker") {
  const work = await openWork({ name: "Lê Thị Kiểm", role, scope: "52.550" });
  const one = editRecord(sampleFile("file-1"), { title: "Hồ sơ hai", leafCount: 42 }, stampAt(9, "Minh"));
  const two = editRecord(sampleFile("file-2"), { title: "Hồ sơ ba" }, stampAt(9, "Minh"));
  await addRecords(work, "files", [one, two]);
  const sides = (lan: unknown, minh: unknown) => [side(lan, 5, "Lan"), side(minh, 9, "Minh")];
  await addRecords(work, "conflicts", [
    sampleConflict("cf-1", { sides: sides("Hồ sơ một", "Hồ sơ hai") }),
    sampleConflict("cf-2", { field: "leafCount", sides: sides(40, 42) }),
    sampleConflict("cf-3", { subjectId: "file-2", sides: sides("Hồ sơ bốn", "Hồ sơ ba") }),
  ]);
  return work;
}

const fileOf = async (work: Awaited<ReturnType<typeof openWork>>, id: string) =>
  work.db.files.findOne(id).exec(true);

test("shows both values with who wrote them; a key chooses one, and the next comes", async () => {
  const work = await conflictedWork();
  renderScreen(<ConflictsScreen />, { work, desk });
  await screen.findByText("Hồ sơ một");
  screen.getByText(words.by("Lan", "áy-Lan".slice(-6)));
  expect(screen.getByText(words.inUse)).toBeTruthy();
  expect(await findBarriers()).toEqual([]);
  await userEvent.keyboard("1");
  await waitFor(async () => expect((await fileOf(work, "file-1")).title).toBe("Hồ sơ một"));
  await screen.findByText(words.of("1", "2"));
  const settled = await work.db.conflicts.findOne("cf-1").exec(true);
  expect(settled).toMatchObject({ standing: "settled", choice: "first", settledBy: "Lê Thị Kiểm" });
});

test("another value is written by hand, and only one that fits the field", async () => {
  const work = await conflictedWork();
  renderScreen(<ConflictsScreen />, { work, desk });
  await screen.findByText("Hồ sơ một");
  await userEvent.keyboard("{ArrowRight}");
  const other = await screen.findByLabelText(words.other);
  await waitFor(() => screen.getByText(words.of("2", "3")));
  const use = () => screen.getByRole("button", { name: words.useOther });
  expect(use().getAttribute("aria-description")).toBe(words.otherMissing);
  await userEvent.clear(other);
  await userEvent.type(other, "nhiều");
  expect(use().getAttribute("aria-description")).toBe(words.otherWrong);
  await userEvent.clear(other);
  await userEvent.type(other, "41");
  await userEvent.click(use());
  await waitFor(async () => expect((await fileOf(work, "file-1")).leafCount).toBe(41));
  await waitFor(async () =>
    expect((await work.db.conflicts.findOne("cf-2").exec(true)).choice).toBe("other"),
  );
});

test("all values of one person are chosen at once, as one step that is undone and done again", async () => {
  const work = await conflictedWork();
  renderScreen(<ConflictsScreen />, { work, desk });
  await userEvent.click(await screen.findByRole("button", { name: words.allOf("Lan", "3") }));
  await waitFor(async () => expect((await fileOf(work, "file-2")).title).toBe("Hồ sơ bốn"));
  expect(await fileOf(work, "file-1")).toMatchObject({ title: "Hồ sơ một", leafCount: 40 });
  await screen.findByText(words.none);
});

test("a choice of the value that is there is written anew; its undoing opens the conflict again", async () => {
  const work = await conflictedWork();
  const history = keepHistory();
  const conflict = (await work.db.conflicts.findOne("cf-1").exec(true)).toJSON() as never;
  const before = (await fileOf(work, "file-1")).clocks["title"] ?? "";
  await settleConflicts(work, { history, label: "chọn" }, [{ conflict, value: "Hồ sơ hai" }]);
  expect(((await fileOf(work, "file-1")).clocks["title"] ?? "") > before).toBe(true);
  await undoStep(work, history);
  expect((await work.db.conflicts.findOne("cf-1").exec(true)).standing).toBe("open");
  await redoStep(work, history);
  expect((await work.db.conflicts.findOne("cf-1").exec(true)).standing).toBe("settled");
});

test("a field that was changed again since is said to be moot, and is taken off the list", async () => {
  const work = await conflictedWork();
  await changeRecord(work, "files", "file-1", { title: "Hồ sơ sửa lại" });
  renderScreen(<ConflictsScreen />, { work, desk });
  await screen.findByText(words.changedSince);
  await userEvent.click(screen.getByRole("button", { name: words.close }));
  await waitFor(async () =>
    expect((await work.db.conflicts.findOne("cf-1").exec(true)).standing).toBe("settled"),
  );
  expect((await fileOf(work, "file-1")).title).toBe("Hồ sơ sửa lại");
});

test("who only reads is told so, and no key chooses for them", async () => {
  const work = await conflictedWork("capture-operator");
  renderScreen(<ConflictsScreen />, { work, desk });
  const use = await screen.findByRole("button", { name: new RegExp(words.use("1")) });
  expect(use.getAttribute("aria-description")).toBe(words.notYours);
  await userEvent.keyboard("1");
  expect((await fileOf(work, "file-1")).title).toBe("Hồ sơ hai");
});

test("a record's own screen and the navigation say how many wait", async () => {
  const work = await conflictedWork();
  renderScreen(
    <>
      <ConflictNotice id="file-1" />
      <ConflictBadge />
    </>,
    { work, desk },
  );
  await screen.findByText(words.notice("2"), { exact: false });
  await screen.findByRole("img", { name: words.badge("3") });
  expect(screen.getByRole("link", { name: words.noticeLink }).getAttribute("href")).toBe("/conflicts");
});
