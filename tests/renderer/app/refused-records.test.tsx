import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import type { LackingContent } from "#shared/contract/lacking-content.ts";
import type { RefusedRecord } from "#shared/contract/session.ts";
import { vi } from "#shared/text/vi.ts";
import { RefusedRecords } from "#renderer/app/refused-records.tsx";
import { answeringDesk, findBarriers, renderScreen } from "#tests/helpers/screen.tsx";
import { openWork } from "#tests/helpers/work.ts";

const person = { name: "Lê Thị Kiểm", role: "district-checker", scope: "52.550" } as const;

test("each record that the province does not take is named with its reason, a strange reason by its detail", async () => {
  const { desk } = answeringDesk({
    "sync.refused": () => [
      {
        collection: "files",
        id: "file-1",
        label: "H05.1 – Hồ sơ họp",
        code: "province-fails",
        detail: "500",
        at: "2025-06-01T08:00:00.000Z",
        retryAt: "2025-06-01T08:01:00.000Z",
      },
      {
        collection: "items",
        id: "item-1",
        label: "Về việc họp",
        code: "of-later-version",
        detail: "số trang quá lớn",
        at: "",
        retryAt: "",
      },
      {
        collection: "pages",
        id: "page-1",
        label: "Trang 3",
        code: "held",
        detail: "items/item-1",
        at: "2025-06-01T08:00:00.000Z",
        retryAt: "2025-06-01T09:00:00.000Z",
        waitsFor: { collection: "items", id: "item-1", label: "Về việc họp", code: "too-large" },
      },
    ],
  });
  renderScreen(<RefusedRecords status={{ refusedRecords: 25, heldRecords: 1 }} />, {
    work: await openWork(person),
    desk,
  });
  await screen.findByText(/H05\.1 – Hồ sơ họp/);
  screen.getByText(vi.refused.codes["province-fails"]);
  screen.getByText("số trang quá lớn");
  screen.getByText(vi.refused.more("23"));
  const reason = vi.refused.codes["too-large"];
  // A record that is kept says what it waits for, and what has to be mended first.
  screen.getByText(vi.refused.waits(vi.refused.waitsFor("văn bản", "Về việc họp")));
  screen.getByText(vi.refused.parentRefused(reason));
  expect(await findBarriers()).toEqual([]);
});

test("an acceptance that is kept says which records it waits for, or that none of this machine's lack", async () => {
  const kept = (id: string, lacks: LackingContent): RefusedRecord => ({
    ...{ collection: "batches", id, label: `2025-00${id}`, code: "held", detail: `batches/${id}` },
    ...{ at: "2025-06-01T08:00:00.000Z", retryAt: "" },
    waitsFor: { collection: "batches", id, label: `2025-00${id}`, code: "", lacks },
  });
  const { desk } = answeringDesk({
    "sync.refused": () => [
      kept("1", {
        records: 7,
        named: [
          { collection: "items", label: "Về việc họp", why: "too-large" },
          { collection: "files", label: "H05.2", why: "unsent" },
        ],
      }),
      kept("2", { records: 0, named: [] }),
    ],
  });
  renderScreen(<RefusedRecords status={{ refusedRecords: 0, heldRecords: 2 }} />, {
    work: await openWork(person),
    desk,
  });
  const { lacking } = vi.refused;
  await screen.findByText(lacking.own("7"));
  screen.getByText(`${vi.refused.waitsFor("Văn bản", "Về việc họp")}: ${vi.refused.codes["too-large"]}`);
  screen.getByText(`${vi.refused.waitsFor("Hồ sơ", "H05.2")}: ${lacking.why.unsent}`);
  screen.getByText(vi.refused.contentComes);
  screen.getByText(vi.refused.contentSent);
  expect(await findBarriers()).toEqual([]);
});
