import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import type { Outbox } from "#shared/contract/outbox.ts";
import type { SyncStatus } from "#shared/contract/session.ts";
import { usualPace } from "#shared/rules/upload-pace.ts";
import { vi as all } from "#shared/text/vi.ts";
import { OutboxScreen } from "#renderer/features/outbox/outbox-screen.tsx";
import { answeringDesk, findBarriers, renderScreen } from "#tests/helpers/screen.tsx";
import { openWork, sampleChecker } from "#tests/helpers/work.ts";

const words = all.outbox;
const at = "2025-06-01T02:30:00.000Z";

const status: SyncStatus = {
  savedRecords: 300,
  savedAt: at,
  sentRecords: 50,
  totalRecords: 300,
  sentObjects: 0,
  totalObjects: 2,
  sentBytes: 0,
  totalBytes: 5000,
  refusedRecords: 1,
  equal: false,
  state: "waiting",
  problem: "province-unreachable",
  lastRoundAt: at,
};

async function show(outbox: Outbox) {
  const work = await openWork(sampleChecker);
  const asked: number[] = [];
  const { desk } = answeringDesk({
    "outbox.read": () => outbox,
    "sync.status": () => status,
    "uploads.read": () => ({ pace: usualPace, limit: "none", opensAt: "" }),
    "outbox.records": ({ after }) => {
      asked.push(after);
      const rows = Array.from({ length: 100 }, (_, row) => ({
        id: `file-${after + row}`,
        label: `H05.${after + row}`,
        since: at,
        code: after === 0 && row === 0 ? "too-large" : "",
      }));
      return { rows, next: after + 100, more: after === 0 };
    },
    "outbox.export": () => ({ records: 250, digest: "", size: 0, name: "a.zip" }),
  });
  renderScreen(<OutboxScreen />, { work, desk });
  return { asked, user: userEvent.setup({ delay: null }) };
}

it("says what waits, since when and why, and lists it a page at a time", async () => {
  const { asked, user } = await show({
    records: [{ collection: "files", count: 250, since: at }],
    batches: [{ batchId: "b", label: "Đợt 1", count: 250 }],
    objects: [{ kind: "master", count: 2, bytes: 5000, since: at }],
  });
  await screen.findByText(all.faults["province-unreachable"].what);
  const records = within(await screen.findByRole("table", { name: words.records }));
  records.getByText("250");
  within(screen.getByRole("table", { name: words.byBatch })).getByText("Đợt 1");
  within(screen.getByRole("table", { name: words.files })).getByText(words.kinds.master);
  await user.click(records.getByRole("button", { name: words.show(all.refused.collections.files) }));
  const list = await screen.findByRole("group", { name: words.list(all.refused.collections.files) });
  await within(list).findByText("H05.0");
  within(list).getByText(new RegExp(all.refused.codes["too-large"]));
  await user.click(screen.getByRole("button", { name: words.more }));
  expect(asked).toEqual([0, 100]);
  expect((await findBarriers()).filter((line) => !line.startsWith("page-has"))).toEqual([]);
});

it("says that nothing waits, and why there is nothing to export", async () => {
  await show({ records: [], batches: [], objects: [] });
  await screen.findByText(words.nothing);
  expect(screen.getByRole("button", { name: words.exportAll }).getAttribute("aria-description")).toBe(
    words.nothingToExport,
  );
});
