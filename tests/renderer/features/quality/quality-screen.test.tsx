import { fireEvent, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { Route } from "wouter";
import type { Page } from "#shared/archive/page.ts";
import type { Unmatched } from "#shared/contract/capture.ts";
import type { JudgedPage } from "#shared/contract/quality.ts";
import { checkPage } from "#shared/rules/capture-quality.ts";
import { may } from "#shared/archive/permissions.ts";
import { type Role, roles } from "#shared/archive/role.ts";
import { vi } from "#shared/text/vi.ts";
import { addRecords } from "#renderer/db/work.ts";
import { QualityScreen } from "#renderer/features/quality/quality-screen.tsx";
import { sampleBatch, sampleFile, sampleItem, samplePage } from "#tests/helpers/sample-records.ts";
import { answeringDesk, findBarriers, renderScreen } from "#tests/helpers/screen.tsx";
import { openWork, sampleChecker } from "#tests/helpers/work.ts";

const good = {
  blank: "no",
  dpi: 300,
  width: 2480,
  height: 3508,
  depth: 24,
  sharpness: 0.9,
  skew: 1.2,
} as const;
const words = vi.quality;

async function openScreen(tab = "", role: Role = "district-checker") {
  const work = await openWork({ ...sampleChecker, role });
  await addRecords(work, "batches", [sampleBatch("batch-1", { state: "capturing" })]);
  await addRecords(work, "files", [sampleFile("file-1", { batchId: "batch-1", code: "H05.01" })]);
  await addRecords(work, "items", [sampleItem("item-1", { fileId: "file-1", ordinal: 1 })]);
  const records = [
    samplePage("faulty", { ...good, itemId: "item-1", ordinal: 2, dpi: 100, viewDigest: "a".repeat(64) }),
    samplePage("fine", { ...good, itemId: "item-1", ordinal: 1, viewDigest: "b".repeat(64) }),
  ];
  await addRecords(work, "pages", records);
  const pages: JudgedPage[] = records.map((page) => ({
    id: page.id,
    itemId: "item-1",
    fileId: "file-1",
    label: "H05.01.1",
    ordinal: page.ordinal,
    verdict: page.verdict,
    must: true,
    findings: checkPage(page, "02"),
    sequence: [],
  }));
  const laid: string[][] = [];
  const asked: string[] = [];
  const counted = { pages: 9, judged: 4, rejected: 1, defects: [{ defect: "cut" as const, pages: 1 }] };
  const { desk } = answeringDesk({
    "capture.inspect": ({ objects }) => ({
      read: objects
        .filter(({ name }) => name.endsWith(".jpg"))
        .map((object) => ({ ...object, size: 3, mediaType: "image/jpeg", pages: 1 })),
      refused: objects
        .filter(({ name }) => !name.endsWith(".jpg"))
        .map(({ name }) => ({ name, code: "media-corrupt" as const, detail: "" })),
    }),
    "capture.unmatched": () => [waiting],
    "capture.laid": ({ pageIds }) => {
      laid.push(pageIds);
      return {};
    },
    "quality.pages": () => ({ pages, lot: 200, sample: 0, judged: 0, rejected: 0, result: "" }),
    "quality.defects": ({ group }) => {
      asked.push(group);
      return { counts: [{ name: group === "operator" ? "1" : "2025-05-20", ...counted }] };
    },
    "quality.operators": () => {
      asked.push("names");
      return { counts: [{ name: "Trần Văn Quét", ...counted }] };
    },
  });
  desk.store = (bytes) => Promise.resolve({ digest: "d".repeat(64), size: bytes.size });
  const at = `/quality/batch-1${tab}`;
  const shown = renderScreen(
    <Route path="/quality/:batchId/:tab?">
      <QualityScreen />
    </Route>,
    { work, desk, at },
  );
  const read = async (id: string) => (await work.db.pages.findOne(id).exec(true)).toJSON() as Page;
  const order = async () => {
    const found = await work.db.pages.find({ selector: { itemId: "item-1", withdrawn: "" } }).exec();
    return found
      .sort((one, other) => one.ordinal - other.ordinal)
      .map(({ sourceName, id }) => sourceName || id);
  };
  return { work, read, laid, order, asked, ...shown };
}

/** A page that was scanned again and waits in the tray. */
const waiting: Unmatched = {
  digest: "e".repeat(64),
  name: "quet-lai.png",
  mediaType: "image/png",
  size: 9,
  page: 0,
  pages: 1,
  kind: "pages",
  itemId: "",
  refusal: "",
  fileId: "",
  batchId: "batch-1",
  thumbDigest: "",
  receivedAt: "",
  scanner: "Fujitsu",
};

test("the worst page is looked at first, with what is wrong in words; R and a digit reject it and go on", async () => {
  const { read } = await openScreen();
  const user = userEvent.setup();
  await screen.findByRole("heading", { level: 2, name: words.page("H05.01.1", 2) });
  expect(await screen.findByText(/Độ phân giải 100 dpi, quy định từ 200 dpi/)).toBeDefined();
  await user.keyboard("a");
  expect((await read("faulty")).verdict).toBe("");
  await user.keyboard("r3");
  await screen.findByRole("heading", { level: 2, name: words.page("H05.01.1", 1) });
  expect(await read("faulty")).toMatchObject({ verdict: "rejected", defect: "cut" });
});

test("a page is turned, straightened and cropped by keys, and accepted; nothing of its master changes", async () => {
  const { read } = await openScreen();
  const user = userEvent.setup();
  await screen.findByRole("heading", { level: 2, name: words.page("H05.01.1", 2) });
  await user.keyboard("j");
  await screen.findByRole("img", { name: words.image("H05.01.1", 1) });
  // Two keys at once are two turns.
  fireEvent.keyDown(document.body, { key: "]", code: "BracketRight" });
  fireEvent.keyDown(document.body, { key: "]", code: "BracketRight" });
  await waitFor(async () => expect((await read("fine")).correction.turn).toBe(180));
  await user.keyboard("s");
  await waitFor(async () => expect((await read("fine")).correction.straighten).toBeCloseTo(1.2));
  await user.keyboard("c");
  await screen.findByText(words.cropping);
  await user.keyboard("{ArrowRight}{Enter}");
  await waitFor(async () => expect((await read("fine")).correction.left).toBeCloseTo(0.04));
  await user.keyboard("a");
  await waitFor(async () => expect((await read("fine")).verdict).toBe("accepted"));
});

test("a faulty page stands with a written reason", async () => {
  const { read } = await openScreen();
  const user = userEvent.setup();
  await screen.findByRole("img", { name: words.image("H05.01.1", 2) });
  await user.keyboard("e");
  await user.type(await screen.findByRole("textbox", { name: /Lý do giữ/ }), "Bản gốc chỉ còn ảnh này");
  await user.click(screen.getByRole("button", { name: words.justifyDialog.confirm }));
  await waitFor(async () =>
    expect(await read("faulty")).toMatchObject({
      verdict: "accepted",
      keptBecause: "Bản gốc chỉ còn ảnh này",
    }),
  );
});

test("a sample is planned with its numbers and kept", async () => {
  const { work } = await openScreen("/plan");
  await userEvent.setup().click(await screen.findByRole("button", { name: words.plan.sample }));
  await waitFor(async () =>
    expect((await work.db.batches.findOne("batch-1").exec(true)).toJSON()).toMatchObject({
      samplePlan: "sample",
      sampleSize: 50,
      sampleAccept: 1,
    }),
  );
});

test("defects are counted without names until whoever may asks for them, and again when they wish", async () => {
  const { asked } = await openScreen("/defects");
  const user = userEvent.setup();
  await user.click(await screen.findByText(words.counts.groups.operator));
  expect(await screen.findByRole("rowheader", { name: words.counts.anonymous("1") })).toBeDefined();
  const names = screen.getByRole<HTMLInputElement>("switch", { name: words.counts.showNames });
  expect(names.checked).toBe(false);
  expect(screen.queryByText("Trần Văn Quét")).toBeNull();
  // Nor do they come to the screen before they are wanted.
  expect(asked).not.toContain("names");
  await user.click(names);
  expect(await screen.findByRole("rowheader", { name: "Trần Văn Quét" })).toBeDefined();
  expect(await findBarriers()).toEqual([]);
  await user.click(names);
  expect(await screen.findByRole("rowheader", { name: words.counts.anonymous("1") })).toBeDefined();
  expect(screen.queryByText("Trần Văn Quét")).toBeNull();
});

test.each(roles.filter((role) => !may(role, "name-operators")))(
  "a %s sees the figures and no names, nor a switch for them",
  async (role) => {
    const { asked } = await openScreen("/defects", role);
    await userEvent.setup().click(await screen.findByText(words.counts.groups.operator));
    expect(await screen.findByRole("rowheader", { name: words.counts.anonymous("1") })).toBeDefined();
    expect(screen.queryByRole("switch", { name: words.counts.showNames })).toBeNull();
    expect(asked).not.toContain("names");
  },
);

test("a page is replaced by what was scanned again; the old one stays in the record with the reason", async () => {
  const { work, read, laid, order } = await openScreen();
  const user = userEvent.setup();
  await screen.findByRole("img", { name: words.image("H05.01.1", 2) });
  await user.keyboard("p");
  await user.click(await screen.findByRole("button", { name: "quet-lai.png" }));
  await screen.findByRole("heading", { level: 2, name: words.page("H05.01.1", 1) });
  await waitFor(async () => expect((await read("faulty")).withdrawn).toBe(words.bring.reason));
  const [page] = await work.db.pages.find({ selector: { replaces: "faulty" } }).exec();
  expect(page?.toJSON()).toMatchObject({ ordinal: 2, masterDigest: waiting.digest, scanner: "Fujitsu" });
  expect(laid).toEqual([[page?.id]]);
  expect((await order()).length).toBe(2);
});

test("pages are inserted from files, one that cannot be read stops none, and moved and withdrawn by keys", async () => {
  const { read, order } = await openScreen();
  const user = userEvent.setup();
  await screen.findByRole("img", { name: words.image("H05.01.1", 2) });
  await user.keyboard("{Shift>}i{/Shift}");
  const input = await screen.findByLabelText(words.bring.files, { selector: "input" });
  const file = (name: string) => new File(["abc"], name, { type: "image/jpeg" });
  await user.upload(input, [file("them.jpg"), file("hong.tif")]);
  await waitFor(async () => expect((await order())[1]).toBe("them.jpg"));
  const before = await order();
  await user.keyboard("{Shift>}k{/Shift}");
  await waitFor(async () => expect(await order()).toEqual([before[0], before[2], before[1]]));
  await user.keyboard("{Delete}");
  const { withdrawDialog } = words.bring;
  await user.type(await screen.findByRole("textbox", { name: /Lý do rút/ }), "Trang của văn bản khác");
  await user.click(screen.getByRole("button", { name: withdrawDialog.confirm }));
  await waitFor(async () => expect((await read("faulty")).withdrawn).toBe("Trang của văn bản khác"));
  expect((await order()).length).toBe(2);
});
