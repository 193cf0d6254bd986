import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { Route } from "wouter";
import type { BatchState } from "#shared/archive/batch.ts";
import { type Completeness, countCompleteness } from "#shared/completeness/count-batch.ts";
import type { CallInput, CallOutput } from "#shared/contract/desk.ts";
import { addRecords } from "#renderer/db/work.ts";
import { CaptureScreen } from "#renderer/features/capture/capture-screen.tsx";
import { sampleBatch, sampleFile, sampleItem, samplePage } from "#tests/helpers/sample-records.ts";
import { type Answers, answeringDesk, findBarriers, renderScreen } from "#tests/helpers/screen.tsx";
import { openWork } from "#tests/helpers/work.ts";

const digest = "a".repeat(64);
const stage = { files: 1, items: 2, pages: 5 };
const completeness: Completeness = {
  ...countCompleteness([], [], []),
  listed: stage,
  received: stage,
  captured: { files: 0, items: 1, pages: 4 },
};
const idle = { total: { waiting: 0, running: 0, done: 4, held: 0 }, paused: false, items: [] };
const matching = {
  latestItemId: "item-1",
  items: [
    { itemId: "item-1", pages: 3, unit: "page" as const, found: 3, expected: 4, state: "short" as const },
    { itemId: "item-2", pages: 0, unit: "page" as const, found: 0, expected: 1, state: "none" as const },
  ],
  files: [{ fileId: "file-1", unit: "leaf" as const, found: 37, expected: 40, state: "short" as const }],
  suspected: [],
  proposed: [],
};
const settings = { source: "feeder", duplex: false, dpi: 300, colour: "colour", paper: "A4" } as const;
const setup: CallOutput<"scan.setup"> = {
  profiles: { administrative: settings, drawing: settings },
  locked: false,
  lockedBy: "",
  lockedAt: "",
};
const quiet: Answers = {
  "jobs.summary": () => idle,
  "jobs.held": () => [],
  "capture.unmatched": () => [],
  "capture.matching": () => matching,
  "batches.completeness": () => completeness,
  "scan.sessions": () => [],
  "scan.devices": () => [],
  "scan.setup": () => setup,
};

async function openStation(
  answers: Answers,
  {
    pages = 3,
    state = "capturing",
    tab = "items",
  }: { pages?: number; state?: BatchState; tab?: string } = {},
) {
  const work = await openWork();
  await addRecords(work, "batches", [sampleBatch("batch-1", { state })]);
  await addRecords(work, "files", [sampleFile("file-1", { batchId: "batch-1", code: "H05.01" })]);
  await addRecords(work, "items", [
    sampleItem("item-1", { fileId: "file-1", ordinal: 1, pageCount: 4, subject: "Quyết định giao đất" }),
    sampleItem("item-2", { fileId: "file-1", ordinal: 2, pageCount: 1, subject: "Tờ trình sửa nhà" }),
  ]);
  await addRecords(
    work,
    "pages",
    Array.from({ length: pages }, (_, at) =>
      samplePage(`page-${at}`, {
        itemId: "item-1",
        ordinal: at + 1,
        thumbDigest: digest,
        wordsDigest: digest,
        ...(at === 1 ? { hold: "corrupt" } : {}),
      }),
    ),
  );
  const { desk, say } = answeringDesk({ ...quiet, ...answers });
  desk.store = (bytes) => Promise.resolve({ digest: String(bytes.size).padStart(64, "0"), size: bytes.size });
  const shown = renderScreen(
    <Route path="/capture/:batchId/:tab?/:itemId?">
      <CaptureScreen />
    </Route>,
    { work, desk, at: `/capture/batch-1/${tab}` },
  );
  if (tab === "items")
    await screen.findByRole("region", { name: "Các trang của văn bản" }, { timeout: 30_000 });
  else await screen.findByRole("tabpanel", {}, { timeout: 30_000 });
  return { work, say, ...shown };
}

test("an item shows its pages against those listed, and a held page says so", async () => {
  await openStation({});
  const list = screen.getByRole("group", { name: "Văn bản trong đợt" });
  expect(await within(list).findByText("3/4 trang")).toBeDefined();
  expect(screen.getByText("37/40 tờ")).toBeDefined();
  expect(screen.getByRole("button", { name: /^Trang 2 .*cần xem/ })).toBeDefined();
  await userEvent.setup().click(screen.getByRole("button", { name: /^Trang 2 .*cần xem/ }));
  expect(await screen.findByText("Tệp ảnh bị hỏng. Quét lại trang này.")).toBeDefined();
  expect(await findBarriers()).toEqual([]);
});

test("an item of 2,000 pages draws only the thumbnails in sight, and the keys reach the next page", async () => {
  await openStation({}, { pages: 2000 });
  const strip = screen.getByRole("region", { name: "Các trang của văn bản" });
  await waitFor(() => expect(within(strip).getAllByRole("button").length).toBeGreaterThan(2));
  expect(within(strip).getAllByRole("button").length).toBeLessThan(40);
  strip.focus();
  await userEvent.setup().keyboard("{ArrowRight}");
  expect(await screen.findByText("Trang 2/2000")).toBeDefined();
});

test("chosen files are stored and attached, and each refused one is told with what to do", async () => {
  const imports: CallInput<"capture.import">[] = [];
  await openStation(
    {
      "capture.import": (input) => {
        imports.push(input);
        return {
          attached: [{ name: "H05.01.1.pdf", itemId: "item-1", pages: 2, already: false }],
          unmatched: [],
          separators: [],
          refused: [{ name: "hong.jpg", code: "media-corrupt", detail: "" }],
        };
      },
    },
    { tab: "take" },
  );
  await userEvent.setup().click(await screen.findByRole("radio", { name: "Tệp có sẵn" }));
  const input = screen.getByLabelText("Chọn thư mục", { selector: "input" });
  const files = ["H05.01.1.pdf", "hong.jpg", "Thumbs.db"].map((name) => new File([name], name));
  await userEvent.setup().upload(input, files);
  expect(await screen.findByText("Đã gắn 2 trang vào 1 văn bản")).toBeDefined();
  expect(imports).toHaveLength(1);
  expect(imports[0]).toMatchObject({ batchId: "batch-1" });
  expect(imports[0]?.objects.map(({ name }) => name)).toEqual(["H05.01.1.pdf", "hong.jpg"]);
  const refused = screen.getByRole("group", { name: "1 tệp không nhận được" });
  expect(await within(refused).findByText("Tệp bị hỏng, không đọc được.")).toBeDefined();
});

const waiting = (name: string, fields = {}) => ({
  digest: name.repeat(64).slice(0, 64),
  name: `${name}.pdf`,
  mediaType: "application/pdf",
  size: 5000,
  page: 0,
  pages: 2,
  kind: "pages" as const,
  itemId: "",
  fileId: "",
  batchId: "batch-1",
  refusal: "" as const,
  thumbDigest: "",
  receivedAt: "2025-05-20T01:00:00Z",
  ...fields,
});

test("what waits is selected by keys, attached to the item a person picks, and back in the tray once undone", async () => {
  const laid: CallInput<"capture.laid">[] = [];
  const { work } = await openStation(
    {
      "capture.unmatched": () => [waiting("a"), waiting("b", { page: 3 }), waiting("c")],
      "capture.laid": (input) => {
        laid.push(input);
        return {};
      },
    },
    { tab: "tray" },
  );
  const user = userEvent.setup();
  const tray = await screen.findByRole("listbox", { name: "Khay chờ gắn" });
  const attach = () => screen.getByRole("button", { name: "Gắn" });
  expect(attach().getAttribute("aria-description")).toMatch(/Chọn ít nhất một mục/);
  tray.focus();
  await user.keyboard(" {ArrowRight} ");
  expect(within(tray).getAllByRole("option", { selected: true })).toHaveLength(2);
  const pick = screen.getByRole("combobox", { name: "Văn bản" });
  await user.type(pick, "to trinh");
  await user.click(await screen.findByRole("option", { name: /Tờ trình sửa nhà/ }));
  await user.click(attach());
  await waitFor(() => expect(laid).toHaveLength(2));
  const standing = async () => {
    const found = await work.db.pages.find({ selector: { itemId: "item-2", withdrawn: "" } }).exec();
    return found.map(({ sourceName, masterPage }) => [sourceName, masterPage]).sort();
  };
  expect(await standing()).toEqual([
    ["a.pdf", 0],
    ["a.pdf", 1],
    ["b.pdf", 3],
    ["b.pdf", 4],
  ]);
  expect(laid.map(({ page, pageIds }) => [page, pageIds.length])).toEqual([
    [0, 2],
    [3, 2],
  ]);
  tray.focus();
  await user.keyboard("{Control>}z{/Control}");
  await waitFor(async () => expect(await standing()).toEqual([]));
  expect(await findBarriers()).toEqual([]);
});

test("an order is proposed with how sure it is, and laid only once a person says so by one key", async () => {
  const laid: CallInput<"capture.laid">[] = [];
  const one = waiting("a");
  const key = `${one.digest}/0/a.pdf`;
  const proposals = [{ itemId: "item-2", keys: [key], pages: 2, expected: 1 }];
  await openStation(
    {
      "capture.unmatched": () => [one],
      "capture.matching": () => ({ ...matching, proposed: [{ sureness: 0.5, proposals }] }),
      "capture.laid": (input) => {
        laid.push(input);
        return {};
      },
    },
    { tab: "tray" },
  );
  expect(await screen.findByText("Mức chắc chắn 50%")).toBeDefined();
  expect(laid).toEqual([]);
  await userEvent.setup().keyboard("p");
  await waitFor(() => expect(laid).toHaveLength(1));
});

test("a separator that was probably missed is shown with its evidence, and moved only on demand", async () => {
  const suspected = [
    { itemId: "item-1", unit: "page" as const, found: 3, expected: 2, emptyIds: ["item-2"], from: 2 },
  ];
  const { work } = await openStation({ "capture.matching": () => ({ ...matching, suspected }) });
  expect(await screen.findByText(/H05.01.1 có 3 trang, mục lục ghi 2/)).toBeDefined();
  const moved = async () => (await work.db.pages.find({ selector: { itemId: "item-2" } }).exec()).length;
  expect(await moved()).toBe(0);
  await userEvent.setup().click(screen.getByRole("button", { name: "Chuyển 1 trang cuối sang H05.01.2" }));
  await waitFor(async () => expect(await moved()).toBe(1));
});

test("separators that were met are told with where they led, or why they were not followed", async () => {
  await openStation(
    {
      "capture.unmatched": () => [
        waiting("a", { kind: "separator", itemId: "item-2" }),
        waiting("b", { kind: "separator", refusal: "other-unit" }),
      ],
    },
    { tab: "tray" },
  );
  expect(await screen.findByText("→ H05.01.2")).toBeDefined();
  expect(screen.getByText(/Tờ thuộc phông của đơn vị khác/)).toBeDefined();
});

test("work is paused and told so; a held task is tried again", async () => {
  const calls: unknown[] = [];
  const task = {
    id: "ocr:page-1",
    step: "ocr",
    subjectId: "page-1",
    itemId: "item-1",
    reason: "ocr-timeout",
    detail: "",
    since: "2025-05-20T01:00:00Z",
  };
  await openStation(
    {
      "jobs.summary": () => ({ ...idle, paused: calls.length > 0 }),
      "jobs.held": () => [task],
      "jobs.pause": (input) => {
        calls.push(input);
        return {};
      },
      "jobs.retry": (input) => {
        calls.push(input);
        return {};
      },
    },
    { tab: "held" },
  );
  const user = userEvent.setup();
  await user.click(await screen.findByRole("button", { name: "Tạm dừng" }));
  expect(await screen.findByText(/Đang tạm dừng/)).toBeDefined();
  expect(screen.getByText(/Đọc chữ quá lâu/)).toBeDefined();
  await user.click(screen.getByRole("button", { name: "Thử lại" }));
  expect(calls).toEqual([{ paused: true }, { id: "ocr:page-1" }]);
});

test("a batch that is not being captured takes no scans, and says why", async () => {
  await openStation({}, { pages: 1, state: "accepted", tab: "take" });
  expect(screen.queryByRole("tab", { name: "Lấy trang" })).toBeNull();
  expect(screen.getByRole("tab", { name: "Văn bản", selected: true })).toBeDefined();
  expect(screen.getByText(/Đợt ở tình trạng “Đã nghiệm thu”/)).toBeDefined();
});

test("what is taken, its counter and what is wrong are told on every tab; keys go from tab to tab", async () => {
  const stopped: unknown[] = [];
  const session = {
    id: "scan-1",
    kind: "escl" as const,
    deviceId: "http://10.0.0.2",
    deviceName: "MFP-1",
    documentClass: "administrative" as const,
    settings,
    batchId: "batch-1",
    itemId: "item-2",
    state: "feeding" as const,
    fault: "" as const,
    detail: "",
    startedAt: "2025-05-20T01:00:00Z",
    startedBy: "Lê Thị Quét",
    endedAt: "",
    sides: "one" as const,
    saved: 12,
    placed: 12,
    refused: 0,
  };
  const suspected = [
    { itemId: "item-1", unit: "page" as const, found: 3, expected: 2, emptyIds: ["item-2"], from: 2 },
  ];
  await openStation(
    {
      "scan.sessions": () => [session],
      "scan.pages": () => [],
      "scan.stop": (input) => {
        stopped.push(input);
        return {};
      },
      "capture.unmatched": () => [waiting("a"), waiting("b")],
      "capture.matching": () => ({ ...matching, suspected }),
    },
    { tab: "take" },
  );
  const user = userEvent.setup();
  const now = await screen.findByRole("region", { name: "Tình hình lúc này" });
  const receiving = within(now).getByRole("group", { name: "Văn bản đang nhận trang" });
  expect(await within(receiving).findByText("0/1 trang")).toBeDefined();
  expect(within(receiving).getByRole("link", { name: /H05.01.2/ })).toBeDefined();
  const take = screen.getByRole("tab", { name: "Lấy trang" });
  expect(screen.getByRole("tab", { name: "Khay chờ gắn 2 mục đang chờ" })).toBeDefined();
  take.focus();
  await user.keyboard("{ArrowRight}");
  expect(await screen.findByRole("listbox", { name: "Khay chờ gắn" })).toBeDefined();
  expect(screen.getByText("Có thể đã sót tờ phân cách: 1 chỗ")).toBeDefined();
  await user.click(within(now).getByRole("button", { name: "Dừng: MFP-1" }));
  expect(stopped).toEqual([{ sessionId: "scan-1" }]);
  await user.click(screen.getByRole("button", { name: "Xem" }));
  expect(await screen.findByText(/H05.01.1 có 3 trang, mục lục ghi 2/)).toBeDefined();
  expect(await findBarriers()).toEqual([]);
});

test("how an item's paper was scanned is said once for all its pages", async () => {
  const { work } = await openStation({});
  const user = userEvent.setup();
  const choice = await screen.findByRole("combobox", { name: "Giấy của văn bản này được quét" });
  await user.selectOptions(choice, "cả hai mặt");
  const sides = async () => {
    const found = await work.db.pages.find({ selector: { itemId: "item-1" } }).exec();
    return found.sort((one, other) => one.ordinal - other.ordinal).map(({ side }) => side);
  };
  await waitFor(async () => expect(await sides()).toEqual(["front", "back", "front"]));
  await user.selectOptions(choice, "một mặt");
  await waitFor(async () => expect(await sides()).toEqual(["only", "only", "only"]));
});

test("a file that is the same as a page but for its name is told, and added once a person says so", async () => {
  const { work } = await openStation(
    {
      "capture.import": () => ({
        attached: [
          {
            ...{ name: "trang-2.jpg", itemId: "item-2", pages: 1, already: true },
            sameAs: { name: "trang-1.jpg", digest },
          },
        ],
        unmatched: [],
        separators: [],
        refused: [],
      }),
      "capture.inspect": () => ({
        read: [{ digest, name: "trang-2.jpg", size: 9, mediaType: "image/jpeg", pages: 1 }],
        refused: [],
      }),
    },
    { tab: "take" },
  );
  const user = userEvent.setup();
  await user.click(await screen.findByRole("radio", { name: "Tệp có sẵn" }));
  const input = screen.getByLabelText("Chọn thư mục", { selector: "input" });
  await user.upload(input, [new File(["x"], "trang-2.jpg")]);
  expect(await screen.findByText("trang-2.jpg giống hệt trang-1.jpg")).toBeDefined();
  const names = async () =>
    (await work.db.pages.find({ selector: { itemId: "item-2" } }).exec()).map(({ sourceName }) => sourceName);
  expect(await names()).toEqual([]);
  await user.click(screen.getByRole("button", { name: "Là trang khác: thêm" }));
  await waitFor(async () => expect(await names()).toEqual(["trang-2.jpg"]));
});
