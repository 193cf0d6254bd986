import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import type { Lack } from "#shared/archive/lack.ts";
import { countCompleteness } from "#shared/completeness/count-batch.ts";
import type { Role } from "#shared/archive/role.ts";
import { DeskFault } from "#shared/contract/fault.ts";
import { vi } from "#shared/text/vi.ts";
import { FinishCaptureButton } from "#renderer/app/finish-capture-button.tsx";
import { Toasts } from "#renderer/app/toasts.tsx";
import { addRecords } from "#renderer/db/work.ts";
import { sampleBatch, sampleFile } from "#tests/helpers/sample-records.ts";
import { answeringDesk, findBarriers, renderScreen } from "#tests/helpers/screen.tsx";
import { openWork } from "#tests/helpers/work.ts";

const { quality, common } = vi;
const label = "Chuyển sang kiểm tra";
const faulty: Lack = {
  code: "page-faulty",
  fileId: "file-1",
  itemId: "item-1",
  label: "H05.01.1",
  ...{ expected: 0, found: 1 },
};
const rejected: Lack = { ...faulty, code: "page-rejected" };

async function openButton(role: Role, lacks: Lack[] | DeskFault, state: "capturing" | "draft" = "capturing") {
  const work = await openWork({ name: "Lê Thị Kiểm", role, scope: "52.550" });
  const batch = sampleBatch("batch-1", { state });
  await addRecords(work, "batches", [batch]);
  await addRecords(work, "files", [
    sampleFile("file-1", { batchId: "batch-1", receivedAt: "2025-05-20T01:00:00.000Z" }),
  ]);
  const { desk } = answeringDesk({
    "batches.completeness": () => {
      if (lacks instanceof DeskFault) throw lacks;
      return { ...countCompleteness([], [], []), lacks };
    },
  });
  renderScreen(
    <>
      <Toasts />
      <FinishCaptureButton batch={batch} label={label} said="Đã chuyển" />
    </>,
    { work, desk },
  );
  const stored = async () => (await work.db.batches.findOne("batch-1").exec(true)).toJSON();
  const press = async () => userEvent.click(screen.getByRole("button", { name: label }));
  return { stored, press };
}

test("a batch whose pages are settled moves on, and it is said", async () => {
  const { stored, press } = await openButton("capture-operator", []);
  await press();
  await screen.findByText("Đã chuyển");
  expect((await stored()).state).toBe("checking");
});

test("unsettled pages stop an operator, who is told how many items and where to go", async () => {
  const { stored, press } = await openButton("capture-operator", [faulty, rejected]);
  await press();
  await screen.findByText(quality.unsettledTitle);
  // Two findings of one item are one item.
  await screen.findByText(quality.unsettled("1"));
  expect(screen.queryByRole("textbox")).toBeNull();
  expect((await stored()).state).toBe("capturing");
});

test("a checker may move it with a reason that is kept; a short one is not enough", async () => {
  const { stored, press } = await openButton("district-checker", [faulty]);
  await press();
  const reason = await screen.findByRole("textbox", { name: new RegExp(quality.unsettledReason) });
  const confirm = screen.getAllByRole("button", { name: label }).at(-1);
  if (!confirm) throw new Error("no button");
  expect(confirm.getAttribute("aria-disabled")).toBe("true");
  await userEvent.type(reason, "ngắn quá");
  expect(confirm.getAttribute("aria-disabled")).toBe("true");
  await userEvent.click(confirm);
  await screen.findByRole("textbox");
  expect((await stored()).state).toBe("capturing");
  expect(await findBarriers()).toEqual([]);
  await userEvent.type(reason, ", nhưng trang gốc đã mờ sẵn");
  await userEvent.click(screen.getAllByRole("button", { name: label }).at(-1) ?? confirm);
  await screen.findByText("Đã chuyển");
  await waitFor(async () =>
    expect(await stored()).toMatchObject({
      state: "checking",
      reason: "ngắn quá, nhưng trang gốc đã mờ sẵn",
    }),
  );
  await waitFor(() => expect(screen.queryByRole("textbox")).toBeNull());
});

test("where the batch is elsewhere the button says why and asks nothing", async () => {
  const { stored, press } = await openButton("district-checker", [faulty], "draft");
  const button = screen.getByRole("button", { name: label });
  expect(button.getAttribute("aria-description")).toBe(common.batchRefusals["not-a-step"]);
  await press();
  expect((await stored()).state).toBe("draft");
  expect(screen.queryByRole("dialog")).toBeNull();
});

test("a desk that cannot count says so, and nothing moves", async () => {
  const { stored, press } = await openButton("district-checker", new DeskFault("disk-full"));
  await press();
  await screen.findByText(vi.faults["disk-full"].what);
  expect((await stored()).state).toBe("capturing");
});
