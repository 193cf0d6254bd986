import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { Route, Switch } from "wouter";
import type { Item } from "#shared/archive/item.ts";
import type { Role } from "#shared/archive/role.ts";
import { findDuplicates } from "#shared/rules/duplicates.ts";
import { findLeaves } from "#shared/rules/leaf-numbers.ts";
import { numberSeries } from "#shared/rules/number-series.ts";
import { excludeSecret } from "#shared/rules/exclusion.ts";
import { makeRecord } from "#shared/archive/record.ts";
import type { Exclusion } from "#shared/archive/exclusion.ts";
import { vi } from "#shared/text/vi.ts";
import { ReviewScreen } from "#renderer/features/review/review-screen.tsx";
import { addRecords, type Work } from "#renderer/db/work.ts";
import { sampleFile, sampleFonds, sampleItem, stampAt } from "#tests/helpers/sample-records.ts";
import { answeringDesk, findBarriers, renderScreen } from "#tests/helpers/screen.tsx";
import { openWork } from "#tests/helpers/work.ts";

const words = vi.review;
const issuer = "UBND xã Mẫu";

async function openReview(
  tab: string,
  items: Item[],
  { role = "district-checker", none = false }: { role?: Role; none?: boolean } = {},
) {
  const work = await openWork({ name: "Lê Thị Kiểm", role, scope: "52.550" });
  if (!none) await addRecords(work, "fonds", [sampleFonds("fonds-1")]);
  await addRecords(work, "files", [sampleFile("file-1"), sampleFile("file-2")]);
  await addRecords(work, "items", items);
  const standing = () => readItems(work).then((all) => all.filter(({ withdrawn }) => withdrawn === ""));
  const { desk, say } = answeringDesk({
    "listing.numbers": async () => ({ series: numberSeries(await standing()) }),
    "listing.leaves": async () => {
      const finding = findLeaves({ id: "file-1", code: "H05.01.file-1", leafCount: 0 }, await standing());
      return { findings: finding ? [finding] : [] };
    },
    "listing.duplicates": async () => ({ groups: findDuplicates(await standing()) }),
    "listing.order": async () => ({ ids: (await standing()).map(({ id }) => id) }),
  });
  const shown = renderScreen(
    <Switch>
      <Route path="/review/:fondsId/:tab">
        <ReviewScreen />
      </Route>
      <Route>
        <ReviewScreen />
      </Route>
    </Switch>,
    { work, desk, at: none ? "/review" : `/review/fonds-1/${tab}` },
  );
  return { ...shown, work, say: () => say("records.changed", { collection: "items" }) };
}

async function readItems(work: Work): Promise<Item[]> {
  return (await work.db.items.find({ sort: [{ id: "asc" }] }).exec()).map((one) => one.toJSON() as Item);
}

const decision = (id: string, number: string, fields: Partial<Item> = {}) =>
  sampleItem(id, { number, issuer, issuedDate: "2016-05-03", subject: `Quyết định số ${number}`, ...fields });

test("a series says which numbers lack, and leads to the file of a number", async () => {
  const { history } = await openReview("numbers", [
    decision("a", "1"),
    decision("b", "3"),
    decision("c", "3", { subject: "Việc khác hẳn" }),
    decision("d", "6", { fileId: "file-2", issuedDate: "2016-01-01" }),
  ]);
  const row = await screen.findByRole("article", { name: words.numbers.heading("Quyết định", "2016") });
  expect(within(row).getByText(words.numbers.missing("3", "2, 4–5"))).toBeDefined();
  expect(within(row).getByRole("img", { name: /Thiếu 3 số: 2, 4–5/ })).toBeDefined();
  expect(await findBarriers()).toEqual([]);
  const user = userEvent.setup();
  const go = within(row).getByRole("button", { name: words.numbers.open });
  expect(go.getAttribute("aria-disabled")).toBe("true");
  await user.type(within(row).getByRole("textbox", { name: words.numbers.goTo }), "6");
  await user.click(within(row).getByRole("button", { name: words.numbers.open }));
  await waitFor(() => expect(history.at(-1)).toBe("/inventory/file/file-2"));
});

test("a number that repeats is a button that opens its file", async () => {
  const { history } = await openReview("numbers", [decision("a", "1"), decision("b", "1")]);
  await userEvent.setup().click(await screen.findByRole("button", { name: words.numbers.openNumber("1") }));
  await waitFor(() => expect(history.at(-1)).toBe("/inventory/file/file-1"));
});

test("incoming documents are listed only when asked for", async () => {
  await openReview("numbers", [decision("a", "1"), decision("b", "7", { issuer: "UBND tỉnh Bình Định" })]);
  await screen.findByRole("article");
  expect(screen.getAllByRole("article")).toHaveLength(1);
  await userEvent.setup().click(screen.getByRole("switch", { name: words.numbers.own }));
  expect(screen.getAllByRole("article")).toHaveLength(2);
});

test("leaves are renumbered only after the preview, in one step", async () => {
  const { work, say } = await openReview("leaves", [
    decision("a", "1", { ordinal: 1, leaves: "1-2" }),
    decision("b", "2", { ordinal: 2, leaves: "5" }),
    decision("c", "3", { ordinal: 3, leaves: "5-6" }),
  ]);
  const found = await screen.findByRole("article", { name: "H05.01.file-1" });
  expect(within(found).getByText(words.leaves.gaps("3–4"))).toBeDefined();
  expect(within(found).getByText(words.leaves.overlap("5", "2"))).toBeDefined();
  const user = userEvent.setup();
  await user.click(within(found).getByRole("button", { name: words.leaves.renumberOf("H05.01.file-1") }));
  const dialog = await screen.findByRole("dialog");
  const preview = await within(dialog).findByRole("group", { name: words.renumber.preview });
  const lines = within(preview)
    .getAllByRole("row")
    .slice(1)
    .map((line) =>
      within(line)
        .getAllByRole("cell")
        .slice(0, 2)
        .map(({ textContent }) => textContent),
    );
  expect(lines).toEqual([
    ["5", "3"],
    ["5-6", "4-5"],
  ]);
  expect((await readItems(work)).map(({ leaves }) => leaves)).toEqual(["1-2", "5", "5-6"]);
  expect(await findBarriers()).toEqual([]);
  await user.click(within(dialog).getByRole("button", { name: words.renumber.confirm("2") }));
  await waitFor(async () =>
    expect((await readItems(work)).map(({ leaves }) => leaves)).toEqual(["1-2", "3", "4-5"]),
  );
  say();
  await screen.findByText(words.leaves.none);
});

test("leaves are not renumbered while those of one document are not known", async () => {
  await openReview("leaves", [
    decision("a", "1", { leaves: "3" }),
    decision("b", "2", { leaves: "", ordinal: 2 }),
  ]);
  await userEvent
    .setup()
    .click(await screen.findByRole("button", { name: words.leaves.renumberOf("H05.01.file-1") }));
  const dialog = await screen.findByRole("dialog");
  await within(dialog).findByText(words.renumber.unknown("1"));
  const confirm = within(dialog).getByRole("button", { name: words.renumber.confirm("0") });
  expect(confirm.getAttribute("aria-description")).toBe(words.renumber.unknown("1"));
});

test("duplicates stand side by side with what differs; one is kept, filled, and the other withdrawn", async () => {
  const { work, say } = await openReview("duplicates", [
    decision("a", "1", { signer: "", leaves: "1" }),
    decision("b", "1", { signer: "Trần Văn Mẫu", leaves: "9", fileId: "file-2" }),
  ]);
  const group = await screen.findByRole("article", { name: words.duplicates.group("1") });
  const marked = [...group.querySelectorAll("tr[data-differs] th")].map(
    ({ firstChild }) => firstChild?.textContent,
  );
  expect(marked).toEqual([words.duplicates.fields.signer]);
  expect(await findBarriers()).toEqual([]);
  const user = userEvent.setup();
  await user.click(within(group).getByRole("button", { name: `${words.duplicates.keepOne}: Bản 1` }));
  const dialog = await screen.findByRole("dialog");
  expect(within(dialog).getByText(/Bản giữ lại nhận thêm: người ký/)).toBeDefined();
  await user.type(within(dialog).getByRole("textbox"), "Bản sao y");
  await user.click(within(dialog).getByRole("button", { name: words.duplicates.keepOne }));
  await waitFor(async () => {
    const [one, other] = await readItems(work);
    expect(one).toMatchObject({ signer: "Trần Văn Mẫu", leaves: "1", withdrawn: "" });
    expect(other).toMatchObject({ withdrawn: "Bản sao y" });
  });
  say();
  await screen.findByText(words.duplicates.none);
});

test("both are kept with a reason, and the group is then listed only when asked for", async () => {
  const { work, say } = await openReview("duplicates", [decision("a", "1"), decision("b", "1")]);
  const user = userEvent.setup();
  await user.click(await screen.findByRole("button", { name: words.duplicates.keepAll }));
  const dialog = await screen.findByRole("dialog");
  await user.type(within(dialog).getByRole("textbox"), "Lưu ở hai hồ sơ");
  await user.click(within(dialog).getByRole("button", { name: words.duplicates.keepAll }));
  await waitFor(async () =>
    expect((await readItems(work)).map(({ keptBecause }) => keptBecause)).toEqual([
      "Lưu ở hai hồ sơ",
      "Lưu ở hai hồ sơ",
    ]),
  );
  say();
  await screen.findByText(words.duplicates.none);
  await user.click(screen.getByRole("switch", { name: words.duplicates.justifiedToo }));
  expect(await screen.findByRole("article", { name: words.duplicates.group("1") })).toBeDefined();
});

test("who may not edit is told why", async () => {
  await openReview("duplicates", [decision("a", "1"), decision("b", "1")], { role: "province-officer" });
  const button = await screen.findByRole("button", { name: words.duplicates.keepAll });
  expect(button.getAttribute("aria-description")).toBe(words.mayNot);
});

test("secrets kept out are listed by place, the latest first", async () => {
  const { work } = await openReview("exclusions", []);
  await screen.findByText(words.exclusions.none);
  const met = {
    fondsId: "fonds-1",
    metAt: "Sheet1, dòng 7",
    inventory: "01",
    box: "12",
    file: "",
    leaves: "",
  };
  const exclusion = (id: string, mark: string, now: string) =>
    makeRecord<Exclusion>(
      { ...excludeSecret({ ...met, mark }, { now, by: "Lê Thị Kiểm" }), id, scope: "52.550" },
      stampAt(1),
    );
  await addRecords(work, "exclusions", [
    exclusion("x", "Mật", "2025-05-20T01:00:00.000Z"),
    exclusion("y", "Tối mật", "2025-05-21T01:00:00.000Z"),
  ]);
  const table = await screen.findByRole("table", { name: words.exclusions.list });
  await waitFor(() => expect(within(table).getAllByRole("row")).toHaveLength(3));
  const classes = within(table)
    .getAllByRole("row")
    .slice(1)
    .map((line) => within(line).getAllByRole("cell")[0]?.textContent);
  expect(classes).toEqual(["Tối mật", "Mật"]);
  expect(await findBarriers()).toEqual([]);
});

test("a machine without a fonds is told where to begin", async () => {
  await openReview("numbers", [], { none: true });
  expect((await screen.findByRole("link", { name: words.openInventory })).getAttribute("href")).toBe(
    "/inventory",
  );
});
