import { expect, onTestFinished, test } from "vitest";
import { DeskFault, type FaultCode } from "#shared/contract/fault.ts";
import { openPlacing } from "#electron/scanner/place-pages.ts";
import { openScanLog } from "#electron/scanner/scan-log.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

/** A session with one saved page, placed while the desk answers with this fault, and once more when it does not. */
async function placeTwice(code: FaultCode) {
  const log = openScanLog(temporaryFolder());
  onTestFinished(() => log.close());
  const settings = { source: "feeder", duplex: false, dpi: 300, colour: "colour", paper: "A4" } as const;
  const device = {
    kind: "escl",
    deviceId: "10.0.0.2",
    deviceName: "MFP-1",
    documentClass: "administrative",
  } as const;
  const at = "2025-05-20T01:00:00.000Z";
  log.begin({
    ...{ id: "s", ...device, settings, batchId: "batch-1", itemId: "", sides: "", state: "ended" },
    ...{ fault: "", detail: "", startedAt: at, startedBy: "Lê Thị Quét", endedAt: at },
  });
  const page = { name: "quet-1.jpg", digest: "a".repeat(64), size: 10, savedAt: at, pageId: "page-1" };
  log.addPage("s", { ...page, side: "" }, "");
  let closed = true;
  const placing = openPlacing({
    log,
    importScans: ({ objects }) => {
      if (closed) throw new DeskFault(code, { lasting: false });
      const attached = objects.map(({ name }) => ({ name, itemId: "item-1", pages: 1, already: false }));
      return Promise.resolve({ attached, unmatched: [], separators: [], refused: [] });
    },
    changed: () => undefined,
    report: (error) => {
      throw error;
    },
  });
  const run = async () => {
    const session = log.session("s");
    if (session) await placing.run(session);
    return log.session("s");
  };
  const first = await run();
  closed = false;
  return { first, then: await run() };
}

test.each(["disk-full", "disk-low", "not-set-up", "journal-closed"] as const)(
  "a page waits while %s, and has its place afterwards",
  async (code) => {
    const { first, then } = await placeTwice(code);
    expect(first).toMatchObject({ saved: 1, placed: 0, refused: 0 });
    expect(then).toMatchObject({ placed: 1, refused: 0 });
  },
);

test("a page that cannot be taken is refused for good", async () => {
  const { first, then } = await placeTwice("media-corrupt");
  expect(first).toMatchObject({ placed: 0, refused: 1 });
  expect(then).toMatchObject({ placed: 0, refused: 1 });
});
