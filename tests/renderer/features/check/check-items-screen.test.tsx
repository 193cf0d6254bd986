import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { Route } from "wouter";
import { countCompleteness } from "#shared/completeness/count-batch.ts";
import { addRecords } from "#renderer/db/work.ts";
import { CheckItemsScreen } from "#renderer/features/check/check-items-screen.tsx";
import { sampleBatch, sampleFile, sampleItem, samplePage } from "#tests/helpers/sample-records.ts";
import { answeringDesk, findBarriers, renderScreen } from "#tests/helpers/screen.tsx";
import { openWork } from "#tests/helpers/work.ts";

const digest = "a".repeat(64);

async function openItems(
  state: "checking" | "accepted" = "checking",
  plan: { samplePlan?: "sample"; sampleResult?: "passed" } = {},
) {
  const work = await openWork();
  await addRecords(work, "batches", [sampleBatch("batch-1", { state, ...plan })]);
  await addRecords(work, "files", [
    sampleFile("file-1", { batchId: "batch-1", receivedAt: "2025-05-20T01:00:00.000Z", code: "H05.01" }),
  ]);
  await addRecords(
    work,
    "items",
    [1, 2, 3].map((ordinal) =>
      sampleItem(`item-${ordinal}`, {
        fileId: "file-1",
        ordinal,
        subject: `Văn bản số ${ordinal}`,
        renditionDigest: ordinal === 3 ? "" : digest,
      }),
    ),
  );
  await addRecords(
    work,
    "pages",
    [1, 2, 3].map((ordinal) =>
      samplePage(`page-${ordinal}`, {
        itemId: `item-${ordinal}`,
        viewDigest: digest,
        capturedBy: ordinal === 2 ? work.profile.name : "Trần Văn Quét",
      }),
    ),
  );
  const { desk } = answeringDesk({
    "batches.completeness": () => countCompleteness([], [], []),
    "notes.onItem": () => ({ counts: [] }),
  });
  const shown = renderScreen(
    <Route path="/check/:batchId/items/:itemId?">
      <CheckItemsScreen />
    </Route>,
    { work, desk, at: "/check/batch-1/items" },
  );
  await screen.findByRole("img", { name: "Ảnh trang 1: Văn bản số 1" });
  return { work, ...shown };
}

const checkedAt = async (work: Awaited<ReturnType<typeof openWork>>, id: string) =>
  (await work.db.items.findOne(id).exec(true)).checkedAt;

test("A passes the item and goes on to the next, J and K walk", async () => {
  const { work, history } = await openItems();
  const user = userEvent.setup();
  await user.keyboard("a");
  await waitFor(() => expect(history.at(-1)).toBe("/check/batch-1/items/item-2"));
  expect(await checkedAt(work, "item-1")).not.toBe("");
  await user.keyboard("j");
  await waitFor(() => expect(history.at(-1)).toBe("/check/batch-1/items/item-3"));
  await user.keyboard("k");
  await waitFor(() => expect(history.at(-1)).toBe("/check/batch-1/items/item-2"));
});

test("an item without its PDF/A is not passed, and the screen says why", async () => {
  const { work } = await openItems();
  const user = userEvent.setup();
  await user.keyboard("jj");
  await screen.findByRole("img", { name: "Ảnh trang 1: Văn bản số 3" });
  const open = screen.getByRole("button", { name: "Mở PDF/A (P)" });
  expect(open.getAttribute("aria-description")).toBe("Chưa có PDF/A của văn bản này.");
  await user.keyboard("a");
  expect(await checkedAt(work, "item-3")).toBe("");
});

test("who captured an item does not pass it, by no key either, and is told why", async () => {
  const { work } = await openItems();
  const user = userEvent.setup();
  await user.keyboard("j");
  // The buttons of the second document are not those of the first.
  await screen.findByRole("img", { name: "Ảnh trang 1: Văn bản số 2" });
  const pass = () => screen.getByRole("button", { name: /^Đạt \(A\)/ });
  await waitFor(() => expect(pass().getAttribute("aria-description")).toMatch(/nguyên tắc hai người/));
  await user.keyboard("a");
  expect(await checkedAt(work, "item-2")).toBe("");
});

test("R asks for a reason and returns the batch with it", async () => {
  const { work, history } = await openItems();
  const user = userEvent.setup();
  await user.keyboard("r");
  const reason = await screen.findByRole("textbox", { name: /Lý do trả lại/ });
  await user.type(reason, "Ảnh mờ, quét lại");
  await user.click(screen.getByRole("button", { name: "Trả lại" }));
  await waitFor(() => expect(history.at(-1)).toBe("/check/batch-1"));
  expect((await work.db.batches.findOne("batch-1").exec(true)).toJSON()).toMatchObject({
    state: "returned",
    reason: "H05.01.1: Ảnh mờ, quét lại",
    steps: [{ to: "returned", decision: { lacks: [], digest: "" } }],
  });
});

test("nothing is marked in a batch that was accepted", async () => {
  const { work } = await openItems("accepted");
  await userEvent.setup().keyboard("a");
  expect(await checkedAt(work, "item-1")).toBe("");
  expect(screen.getByRole("button", { name: "Đạt (A)" }).getAttribute("aria-disabled")).toBe("true");
});

test("the screen has no barriers", async () => {
  await openItems();
  expect(await findBarriers()).toEqual([]);
});

test("what a passed sample stands for is passed together, with its number before, by no key meanwhile, and taken back", async () => {
  const { work } = await openItems("checking", { samplePlan: "sample", sampleResult: "passed" });
  const user = userEvent.setup();
  await user.click(screen.getByRole("button", { name: "Đạt cả loạt (3)…" }));
  await screen.findByRole("button", { name: "Đạt 3 văn bản" });
  await user.keyboard("a");
  expect(await checkedAt(work, "item-1")).toBe("");
  await user.click(await screen.findByRole("button", { name: "Đạt 3 văn bản" }));
  expect(await screen.findByText("Đã đánh dấu đạt 1/3 văn bản")).toBeDefined();
  expect(
    screen.getByText("H05.01.2: Có trang do chính bạn quét: để người khác kiểm tra (nguyên tắc hai người)."),
  ).toBeDefined();
  expect(screen.getByText("H05.01.3: Chưa có PDF/A của văn bản này.")).toBeDefined();
  expect(await checkedAt(work, "item-1")).not.toBe("");
  await user.click(screen.getByRole("button", { name: "Hoàn tác 1 văn bản" }));
  expect(await screen.findByText("Đã bỏ dấu đạt 1/1 văn bản.")).toBeDefined();
  expect(await checkedAt(work, "item-1")).toBe("");
});

test("without a sample there is nothing to pass together", async () => {
  await openItems();
  expect(screen.queryByRole("button", { name: /Đạt cả loạt/ })).toBeNull();
});

test("before the sample has passed the button says so", async () => {
  await openItems("checking", { samplePlan: "sample" });
  const button = screen.getByRole("button", { name: /Đạt cả loạt/ });
  expect(button.getAttribute("aria-description")).toMatch(/mẫu kiểm tra của đợt/);
});
