import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { mergeRecords } from "#shared/replication/merge.ts";
import type { Batch } from "#shared/archive/batch.ts";
import { dayAfter, dayInVietnam } from "#shared/base/vietnam-time.ts";
import { vi } from "#shared/text/vi.ts";
import { addRecords } from "#renderer/db/work.ts";
import { BatchDues } from "#renderer/features/batches/batch-dues.tsx";
import { BatchesScreen } from "#renderer/features/batches/batches-screen.tsx";
import { setDue } from "#renderer/features/batches/set-due.ts";
import { LateBatches } from "#renderer/features/welcome/late-batches.tsx";
import { Route } from "wouter";
import { answeringDesk, findBarriers, renderScreen } from "#tests/helpers/screen.tsx";
import { sampleBatch } from "#tests/helpers/sample-records.ts";
import { openWork } from "#tests/helpers/work.ts";

const today = dayInVietnam(Date.now());
const words = vi.dues;
const own = (days: number) => ({
  ...{ day: dayAfter(today, days), why: "Kho đóng cửa", at: "2025-05-20T01:00:00.000Z", by: "Lê Duyệt" },
  role: "approver" as const,
});
const far = { dueAccepted: own(90), dueSent: own(90) };
const some = [
  sampleBatch("b1", { ...far, number: "2025-001", state: "capturing", dueChecking: own(-3) }),
  sampleBatch("b2", { ...far, number: "2025-002", state: "capturing" }),
  sampleBatch("b3", { ...far, number: "2025-003", state: "received", dueCapturing: own(-12) }),
];

test("days set for two steps on two machines, unknown to each other, both stand", async () => {
  const work = await openWork();
  await addRecords(work, "batches", [sampleBatch("b", { state: "received" })]);
  const before = (await work.db.batches.findOne("b").exec(true)).toJSON() as Batch;
  const one = await setDue(work, "b", "checking", "2025-06-01", " Máy quét hỏng ");
  if (!one.ok) throw new Error(one.fault);
  expect(one.value.dueChecking).toMatchObject({
    ...{ day: "2025-06-01", why: "Máy quét hỏng", by: "Lê Thị Kiểm", role: "district-checker" },
  });
  const other = {
    ...before,
    dueSent: own(3),
    clocks: { ...before.clocks, dueSent: "9".repeat(20) },
  } as Batch;
  expect(mergeRecords(one.value, other)).toMatchObject({
    dueChecking: { day: "2025-06-01" },
    dueSent: own(3),
  });
  expect(await setDue(work, "b", "checking", "2025-06-01", "vì")).toEqual({ ok: false, fault: "same-day" });
});

test("late batches come first, with their days, and the tile opens them", async () => {
  const work = await openWork();
  await addRecords(work, "batches", some);
  const routed = (
    <>
      <Route path="/batches/show/:which" component={BatchesScreen} />
      <Route path="/" component={BatchesScreen} />
      <LateBatches batches={some} />
    </>
  );
  renderScreen(routed, { ...answeringDesk({}), work });
  const list = await screen.findByRole("table", { name: vi.batches.list });
  const numbers = () =>
    within(screen.getByRole("table", { name: vi.batches.list }))
      .getAllByRole("row")
      .slice(1)
      .map((row) => within(row).getByText(/^2025-\d{3}$/).textContent);
  expect(numbers()).toEqual(["2025-003", "2025-001", "2025-002"]);
  within(list).getByText(words.late("12"));
  within(list).getByText(words.left("90"));
  screen.getByText(words.tileHint("2025-003", "12"));
  await userEvent.setup().click(screen.getByRole("link", { name: words.openLate }));
  expect(await screen.findByRole("radio", { name: words.lateOnly(2) })).toHaveProperty("checked", true);
  expect(numbers()).toEqual(["2025-003", "2025-001"]);
  expect(await findBarriers()).toEqual([]);
});

test("a day is set with a reason, shown with who set it, and taken away again", async () => {
  const work = await openWork();
  await addRecords(work, "batches", [sampleBatch("b", { state: "checking", scope: "52.550.21952" })]);
  const user = userEvent.setup();
  const read = async () => (await work.db.batches.findOne("b").exec(true)).toJSON() as Batch;
  renderScreen(<BatchDues batch={await read()} />, { ...answeringDesk({}), work });
  await user.click(screen.getByRole("button", { name: words.set }));
  const dialog = await screen.findByRole("dialog");
  const button = within(dialog).getByRole("button", { name: words.set });
  expect(button.getAttribute("aria-description")).toBe(words.refusals["not-a-day"]);
  await user.type(within(dialog).getByRole("textbox", { name: words.newDay }), "31/2/2025");
  expect(button.getAttribute("aria-description")).toBe(words.refusals["not-a-day"]);
  await user.clear(within(dialog).getByRole("textbox", { name: words.newDay }));
  await user.type(within(dialog).getByRole("textbox", { name: words.newDay }), "15/6/2025");
  expect(button.getAttribute("aria-description")).toBe(words.refusals["why-missing"]);
  await user.type(within(dialog).getByRole("textbox", { name: words.why }), "Cúp điện");
  expect(await findBarriers()).toEqual([]);
  await user.click(within(dialog).getByRole("button", { name: words.set }));
  await expect.poll(async () => (await read()).dueAccepted?.day).toBe("2025-06-15");
});
