import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { Route } from "wouter";
import type { BatchState } from "#shared/archive/batch.ts";
import type { Lack } from "#shared/archive/lack.ts";
import { type Completeness, countCompleteness } from "#shared/completeness/count-batch.ts";
import type { Role } from "#shared/archive/role.ts";
import { addRecords } from "#renderer/db/work.ts";
import { CheckScreen } from "#renderer/features/check/check-screen.tsx";
import { sampleBatch } from "#tests/helpers/sample-records.ts";
import { answeringDesk, findBarriers, renderScreen } from "#tests/helpers/screen.tsx";
import { openWork } from "#tests/helpers/work.ts";

const missing: Lack = {
  code: "pages-missing",
  fileId: "file-1",
  itemId: "item-1",
  label: "H05.01.1",
  expected: 4,
  found: 3,
};
const listed = { files: 10, items: 1000, pages: 4000 };

const seal = { digest: "c".repeat(64), files: [] };

async function openCheck(
  lacks: Lack[],
  role: Role = "district-checker",
  state: BatchState = "checking",
  refusal = "",
) {
  const work = await openWork({ name: "Lê Thị Kiểm", role, scope: "52.550" });
  const batch = sampleBatch("batch-1", { state, refusal });
  await addRecords(work, "batches", [batch]);
  work.saving.saved("batches", [batch]);
  const whole: Completeness = {
    ...countCompleteness([], [], []),
    listed,
    received: listed,
    captured: { files: 9, items: 999, pages: 3999 },
    lacks,
  };
  const { desk } = answeringDesk({
    "batches.completeness": () => whole,
    "batches.seal": () => ({ completeness: whole, seal, records: 12 }),
    "batches.verify": () => ({ sealed: true, digest: seal.digest, records: 12, differences: [], total: 0 }),
  });
  renderScreen(
    <Route path="/check/:batchId">
      <CheckScreen />
    </Route>,
    { work, desk, at: "/check/batch-1" },
  );
  await screen.findByRole("heading", { name: "Còn thiếu" });
  return { work, user: userEvent.setup() };
}

test("stages are counted against what is listed, and nearly whole is not whole", async () => {
  await openCheck([missing]);
  const row = screen.getByRole("row", { name: /Đã số hóa/ });
  expect(within(row).getByText("999")).toBeDefined();
  expect(within(row).getAllByText("99 %").length).toBe(2);
  expect(within(row).queryByText("100 %")).toBeNull();
});

test("each lack has its reason and the way to it, and can be filtered", async () => {
  const { user } = await openCheck([
    missing,
    { ...missing, code: "not-received", itemId: "", label: "H05.02" },
  ]);
  expect(screen.getByText("Thiếu trang: mục lục ghi 4, đã quét 3")).toBeDefined();
  expect(screen.getByRole("link", { name: "Xem: H05.01.1" }).getAttribute("href")).toBe(
    "/check/batch-1/items/item-1",
  );
  expect(screen.getByRole("link", { name: "Xem: H05.02" }).getAttribute("href")).toBe(
    "/inventory/file/file-1",
  );
  await user.click(screen.getByRole("radio", { name: "Chưa nhận (1)" }));
  await waitFor(() => expect(screen.queryByText(/Thiếu trang: mục lục/)).toBeNull());
  expect(await findBarriers()).toEqual([]);
});

test("that the province did not take the acceptance is told where it is given, with what to do", async () => {
  await openCheck([], "approver", "checking", "seal-differs");
  const told = screen.getByRole("alert");
  expect(within(told).getByText("Nơi nhận không chấp nhận bước này")).toBeDefined();
  expect(within(told).getByText(/Nội dung đợt ở nơi nhận khác.*nghiệm thu lại\.$/)).toBeDefined();
  expect(await findBarriers()).toEqual([]);
});

test("a lacking batch is accepted only with a justification", async () => {
  const { work, user } = await openCheck([missing]);
  await user.click(screen.getByRole("button", { name: "Nghiệm thu" }));
  const dialog = await screen.findByRole("dialog");
  const confirm = within(dialog).getByRole("button", { name: "Nghiệm thu" });
  await user.click(confirm);
  expect((await work.db.batches.findOne("batch-1").exec(true)).state).toBe("checking");
  await user.type(within(dialog).getByLabelText(/^Thiếu trang \(1\)/), "Tờ 3 mất từ trước khi giao");
  await user.click(within(dialog).getByRole("button", { name: "Nghiệm thu" }));
  expect(await screen.findByText("Lý do: Tờ 3 mất từ trước khi giao")).toBeDefined();
  const batch = (await work.db.batches.findOne("batch-1").exec(true)).toJSON();
  expect(batch).toMatchObject({ state: "accepted", seal: { digest: seal.digest } });
  const decision = screen.getByRole("region", { name: "Quyết định về đợt" });
  expect(within(decision).getByText("Thiếu")).toBeDefined();
  expect(within(decision).getByText("Thiếu trang (1): Tờ 3 mất từ trước khi giao")).toBeDefined();
  expect(within(decision).getByText(/^Mã nội dung: c{16} · 12 bản ghi$/)).toBeDefined();
  await user.click(within(decision).getByRole("button", { name: "Đối chiếu nội dung" }));
  expect(await screen.findByText("Nội dung đúng như lúc nghiệm thu (12 bản ghi).")).toBeDefined();
  expect(await findBarriers()).toEqual([]);
  // Opened again with a reason, it is in its check, and the decision stays on the screen.
  await user.click(screen.getByRole("button", { name: "Mở lại đợt" }));
  const reopen = await screen.findByRole("dialog");
  await user.type(within(reopen).getByRole("textbox"), "Xã giao thêm tờ 3");
  await user.click(within(reopen).getByRole("button", { name: "Mở lại đợt" }));
  await waitFor(async () =>
    expect((await work.db.batches.findOne("batch-1").exec(true)).state).toBe("checking"),
  );
  expect(screen.getByText("Thiếu trang (1): Tờ 3 mất từ trước khi giao")).toBeDefined();
  expect(await screen.findByText("Lý do: Xã giao thêm tờ 3")).toBeDefined();
  expect(await findBarriers()).toEqual([]);
});

test("an operator does not decide, and each button says why", async () => {
  await openCheck([], "capture-operator");
  for (const name of ["Nghiệm thu", "Trả lại"]) {
    expect(screen.getByRole("button", { name }).getAttribute("aria-description")).toBe(
      "Vai trò của bạn không thực hiện bước này.",
    );
  }
});

test("a batch still being captured is moved on to checking first", async () => {
  const { work, user } = await openCheck([], "district-checker", "capturing");
  expect(screen.getByRole("button", { name: "Nghiệm thu" }).getAttribute("aria-description")).toContain(
    "Đang số hóa",
  );
  await user.click(screen.getByRole("button", { name: "Chuyển sang kiểm tra" }));
  await waitFor(async () =>
    expect((await work.db.batches.findOne("batch-1").exec(true)).state).toBe("checking"),
  );
});
