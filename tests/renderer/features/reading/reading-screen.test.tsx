import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import { Route } from "wouter";
import type { Item } from "#shared/archive/item.ts";
import type { Found, ItemReading } from "#shared/archive/reading.ts";
import type { ListedKind } from "#shared/contract/listing.ts";
import { useUndoKeys } from "#renderer/app/use-undo-keys.ts";
import { ReadingScreen } from "#renderer/features/reading/reading-screen.tsx";
import { addRecords } from "#renderer/db/work.ts";
import { sampleBatch, sampleFile, sampleItem, samplePage } from "#tests/helpers/sample-records.ts";
import { answeringDesk, findBarriers, renderScreen } from "#tests/helpers/screen.tsx";
import { openWork } from "#tests/helpers/work.ts";

const [readingDigest, wordsDigest] = ["a".repeat(64), "b".repeat(64)];
const found = (value: string, changes: Partial<Found> = {}): Found => ({
  value,
  confidence: 0.7,
  boxes: [[100, 100, 200, 130]],
  pageId: "page-1",
  how: "pattern",
  doubts: [],
  ...changes,
});

const reading: ItemReading = {
  version: 1,
  fields: {
    number: found("12", { confidence: 0.4, doubts: ["digits-differ"] }),
    symbol: found("QĐ-UBND", { confidence: 0.97 }),
    issuedDate: found("1998-03-05"),
    issuer: found("Ủy ban nhân dân xã Mẫu"),
    subject: found("Về việc giao đất"),
    urgency: found("Hỏa tốc"),
  },
};
const words = {
  text: "Số: 72/QĐ-UBND",
  words: [
    { text: "Số:", confidence: 90, box: [100, 100, 130, 130], line: 0 },
    { text: "72/QĐ-UBND", confidence: 90, box: [140, 100, 300, 130], line: 0 },
  ],
};

/** What the desk knows of the fonds' letters in other batches. */
const kinds: ListedKind[] = [
  {
    ...{ symbol: "QĐ-UBND", issuer: "Ủy ban nhân dân xã Mẫu", signer: "Võ Thị Đợt Trước", type: "02" },
    ...{ issuedDate: "1998", times: 7 },
  } as const,
];

afterEach(() => vi.unstubAllGlobals());

/** The keys that the shell gives to every screen. */
function UndoKeys() {
  useUndoKeys();
  return null;
}

async function open(changes: Partial<Item> = {}, hold: "" | "secret" = "") {
  vi.stubGlobal("fetch", (address: string) =>
    Promise.resolve(Response.json(address.includes(readingDigest) ? reading : words)),
  );
  const work = await openWork();
  await addRecords(work, "batches", [sampleBatch("batch-1", { state: "capturing" })]);
  await addRecords(work, "files", [sampleFile("file-1", { batchId: "batch-1", code: "H05.01" })]);
  const bare = { number: "", symbol: "", issuedDate: "", type: "", issuer: "", signer: "" } as const;
  await addRecords(work, "items", [
    sampleItem("item-1", {
      ...bare,
      fileId: "file-1",
      ordinal: 1,
      subject: "Giao đất ở",
      readingDigest,
      ...changes,
    }),
    sampleItem("item-2", { fileId: "file-1", ordinal: 2, subject: "Văn bản sau", readingDigest }),
  ]);
  await addRecords(work, "pages", [
    samplePage("page-1", {
      itemId: "item-1",
      wordsDigest,
      viewDigest: wordsDigest,
      width: 1000,
      height: 1400,
      hold,
    }),
  ]);
  const { desk } = answeringDesk({
    "listing.kinds": ({ fondsId, exceptBatchId }) => ({
      kinds: fondsId === "fonds-1" && exceptBatchId === "batch-1" ? kinds : [],
    }),
  });
  const shown = renderScreen(
    <>
      <UndoKeys />
      <Route path="/reading/:batchId/:itemId?">
        <ReadingScreen />
      </Route>
    </>,
    { work, desk, at: "/reading/batch-1/item-1" },
  );
  const itemNow = async (id = "item-1") => (await work.db.items.findOne(id).exec(true)).toJSON() as Item;
  return { work, itemNow, user: userEvent.setup(), ...shown };
}

test("proposes what was read, says how sure it is, and Enter confirms a field and goes to the next", async () => {
  const { itemNow, user } = await open();
  const number = await screen.findByLabelText("Số");
  await waitFor(() => expect(number).toHaveProperty("value", "12"));
  expect(screen.getByText(/các lần đọc cho chữ số khác nhau/)).toBeTruthy();
  expect(screen.getByLabelText("Ngày văn bản")).toHaveProperty("value", "05/03/1998");
  expect((await itemNow()).number).toBe("");
  await user.click(number);
  await user.clear(number);
  await user.type(number, "72{Enter}");
  await waitFor(async () =>
    expect(await itemNow()).toMatchObject({ number: "72", fieldsConfirmed: "number" }),
  );
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText("Ký hiệu")));
  expect((await itemNow()).symbol).toBe("");
  expect(await findBarriers()).toEqual([]);
});

test("Ctrl+Enter confirms all that is shown and goes to the next item; undo gives back what was", async () => {
  const { itemNow, user, history } = await open({ fieldsByMachine: "symbol", symbol: "QĐ-UBND" });
  const number = await screen.findByLabelText("Số");
  await waitFor(() => expect(number).toHaveProperty("value", "12"));
  await user.click(number);
  await user.keyboard("{Enter}");
  await waitFor(async () => expect((await itemNow()).fieldsConfirmed).toBe("number"));
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(history.at(-1)).toBe("/reading/batch-1/item-2"));
  expect(await itemNow()).toMatchObject({
    number: "12",
    issuedDate: "1998-03-05",
    subject: "Giao đất ở",
    fieldsConfirmed: "number symbol issuedDate issuer subject",
    fieldsByMachine: "",
  });
  await user.keyboard("{Control>}z{/Control}");
  await waitFor(async () =>
    expect(await itemNow()).toMatchObject({
      number: "12",
      fieldsConfirmed: "number",
      fieldsByMachine: "symbol",
    }),
  );
  // One press is one step back: the field that was confirmed before stays so until the next.
  await user.keyboard("{Control>}z{/Control}");
  await waitFor(async () => expect(await itemNow()).toMatchObject({ number: "", fieldsConfirmed: "" }));
});

test("a name that is confirmed and that no list has is proposed with it, and taken back with it", async () => {
  const { work, itemNow, user } = await open();
  const issuer = await screen.findByLabelText("Cơ quan ban hành");
  await waitFor(() => expect(issuer).toHaveProperty("value", "Ủy ban nhân dân xã Mẫu"));
  await user.click(issuer);
  await user.clear(issuer);
  await user.type(issuer, "Hợp tác xã Mẫu{Enter}");
  await waitFor(async () => expect((await itemNow()).issuer).toBe("Hợp tác xã Mẫu"));
  const terms = async () =>
    (await work.db.terms.find().exec()).map(({ list, label, withdrawn }) => [list, label, withdrawn]);
  await waitFor(async () => expect(await terms()).toEqual([["issuer", "Hợp tác xã Mẫu", ""]]));
  await user.click(screen.getByRole("heading", { level: 1 }));
  await user.keyboard("{Control>}z{/Control}");
  await waitFor(async () => expect((await itemNow()).issuer).toBe(""));
  await waitFor(async () => expect(await terms()).toEqual([["issuer", "Hợp tác xã Mẫu", "Hoàn tác"]]));
});

test("fills the field in focus with words of the scan by the keyboard, and writes nothing until it is confirmed", async () => {
  const { itemNow, user } = await open();
  const number = await screen.findByLabelText("Số");
  await screen.findByRole("option", { name: "72/QĐ-UBND" });
  await user.click(number);
  await user.keyboard("{F2}{ArrowRight}{ArrowRight}{Enter}");
  await waitFor(() => expect(number).toHaveProperty("value", "72"));
  expect(document.activeElement).toBe(number);
  expect((await itemNow()).number).toBe("");
});

test("shows where list and scan differ, and takes the scan's at a press", async () => {
  const { itemNow, user } = await open({ issuer: "Ủy ban nhân dân xã Khác" });
  const issuer = await screen.findByLabelText("Cơ quan ban hành");
  await screen.findByText("Bản quét: Ủy ban nhân dân xã Mẫu");
  expect(issuer).toHaveProperty("value", "Ủy ban nhân dân xã Khác");
  await user.click(screen.getAllByRole("button", { name: "Lấy theo bản quét" })[0] as HTMLElement);
  await user.type(issuer, "{Enter}");
  await waitFor(async () => expect((await itemNow()).issuer).toBe("Ủy ban nhân dân xã Mẫu"));
});

test("refuses what is no date, and says how dates are typed", async () => {
  const { itemNow, user } = await open();
  const date = await screen.findByLabelText("Ngày văn bản");
  await waitFor(() => expect(date).toHaveProperty("value", "05/03/1998"));
  await user.clear(date);
  await user.type(date, "31/02/1998{Enter}");
  await screen.findByText(/Không phải ngày tháng/);
  expect((await itemNow()).issuedDate).toBe("");
});

test("a mark of secrecy stops the item until a person decides; what is none goes on with the reason kept", async () => {
  const { work, itemNow, user } = await open({ hold: "secret" }, "secret");
  await screen.findByText("Trang có dấu chỉ độ mật: văn bản đã dừng");
  expect(screen.queryByLabelText("Số")).toBeNull();
  await user.click(screen.getByRole("button", { name: "Không phải dấu mật" }));
  const dialog = await screen.findByRole("dialog");
  await user.type(within(dialog).getByLabelText(/Lý do/), "Tên người trong con dấu");
  await user.click(within(dialog).getByRole("button", { name: "Không phải dấu mật" }));
  await waitFor(async () => expect((await itemNow()).hold).toBe(""));
  const page = await work.db.pages.findOne("page-1").exec(true);
  expect(page).toMatchObject({ hold: "", notSecret: "Tên người trong con dấu" });
});

test("a document that bears a mark is kept out: decision recorded, item and pages withdrawn", async () => {
  const { work, itemNow, user } = await open({ hold: "secret" }, "secret");
  await user.click(await screen.findByRole("button", { name: "Đúng là dấu mật: loại khỏi mục lục" }));
  const dialog = await screen.findByRole("dialog");
  await user.type(within(dialog).getByLabelText(/Lý do/), "Dấu Tối mật");
  await user.click(within(dialog).getByRole("button", { name: "Đúng là dấu mật: loại khỏi mục lục" }));
  await waitFor(async () => expect((await itemNow()).withdrawn).not.toBe(""));
  const [exclusion] = await work.db.exclusions.find().exec();
  expect(exclusion).toMatchObject({
    class: "toi-mat",
    metAt: "Bản quét, trang 1",
    decidedBy: work.profile.name,
  });
  expect((await work.db.pages.findOne("page-1").exec(true)).withdrawn).not.toBe("");
});

test("suggests a signer that only letters of other batches of the fonds have; it is filled when chosen", async () => {
  const { itemNow, user } = await open();
  const signer = await screen.findByLabelText("Người ký");
  await user.click(await screen.findByRole("button", { name: /Võ Thị Đợt Trước \(7 lần\)/ }));
  expect(signer).toHaveProperty("value", "Võ Thị Đợt Trước");
  expect((await itemNow()).signer).toBe("");
});
