import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { type Completeness, countCompleteness } from "#shared/completeness/count-batch.ts";
import { DeskFault } from "#shared/contract/fault.ts";
import { addRecords } from "#renderer/db/work.ts";
import { SampleScreen } from "#renderer/features/sample/sample-screen.tsx";
import { sampleBatch, sampleFile, sampleItem } from "#tests/helpers/sample-records.ts";
import { type Answers, answeringDesk, findBarriers, renderScreen } from "#tests/helpers/screen.tsx";
import { openWork } from "#tests/helpers/work.ts";

const listed = { files: 1, items: 1, pages: 1 };
const completeness: Completeness = { ...countCompleteness([], [], []), listed };

async function openSample(answers: Answers) {
  const work = await openWork();
  await addRecords(work, "batches", [sampleBatch("batch-1", { state: "draft" })]);
  await addRecords(work, "files", [sampleFile("file-1", { batchId: "batch-1" })]);
  await addRecords(work, "items", [sampleItem("item-1", { fileId: "file-1" })]);
  const { desk } = answeringDesk({ "batches.completeness": () => completeness, ...answers });
  return { work, ...renderScreen(<SampleScreen />, { work, desk, at: "/sample" }) };
}

const loaded = { fondsId: "fonds-1", batchId: "batch-1", scans: [{ digest: "a".repeat(64), name: "a.pdf" }] };

test("the steps are taken one by one, each in its role and with what came of it", async () => {
  const { work } = await openSample({ "sample.load": () => loaded });
  const user = userEvent.setup();
  await user.click(screen.getByRole("button", { name: "Bắt đầu" }));
  expect(await screen.findByText("1 hồ sơ, 1 văn bản, 1 bản quét.")).toBeDefined();
  await user.click(screen.getByRole("button", { name: "Bước tiếp theo" }));
  expect(await screen.findByText("Lê Thị Kiểm đã giao đợt.")).toBeDefined();
  expect((await work.db.batches.findOne("batch-1").exec(true)).state).toBe("handed-over");
  const links = screen.getAllByRole("link", { name: "Mở màn hình này" });
  expect(links.map((link) => link.getAttribute("href"))).toEqual([
    "/inventory/fonds/fonds-1",
    "/batches/batch-1",
  ]);
  expect(await findBarriers()).toEqual([]);
});

test("running all stops at the step that fails, says why, and takes it up again there", async () => {
  let full = true;
  const { work } = await openSample({
    "sample.load": () => loaded,
    "capture.import": () => {
      if (full) throw new DeskFault("disk-full", { lasting: false });
      return {
        attached: [{ name: "a.pdf", itemId: "item-1", pages: 1, already: false }],
        unmatched: [],
        separators: [],
        refused: [],
      };
    },
  });
  const user = userEvent.setup();
  await user.click(screen.getByRole("button", { name: "Chạy hết" }));
  const alert = await screen.findByRole("alert");
  expect(alert.textContent).toContain("1 bản quét mẫu không nhận được.");
  expect((await work.db.batches.findOne("batch-1").exec(true)).state).toBe("capturing");
  expect((await work.db.files.findOne("file-1").exec(true)).receivedAt).not.toBe("");
  full = false;
  await user.click(screen.getByRole("button", { name: "Làm lại bước này" }));
  expect(await screen.findByText("Đã gắn 1 trang vào 1 văn bản.")).toBeDefined();
  expect(within(document.body).queryByRole("alert")).toBeNull();
});
