import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { Route } from "wouter";
import { idOfBox } from "#shared/archive/box-id.ts";
import type { Profile } from "#shared/archive/profile.ts";
import { vi as words } from "#shared/text/vi.ts";
import { addRecords } from "#renderer/db/work.ts";
import { BoxesScreen } from "#renderer/features/inventory/boxes/boxes-screen.tsx";
import { useBoxPlace } from "#renderer/features/inventory/boxes/use-boxes.ts";
import { sampleFile, sampleFonds } from "#tests/helpers/sample-records.ts";
import { answeringDesk, findBarriers, renderScreen } from "#tests/helpers/screen.tsx";
import { openWork, sampleChecker } from "#tests/helpers/work.ts";

const own = words.boxes;
const files = ["1", "1", "2"].map((box, at) =>
  sampleFile(`file-${at}`, { box, code: `P1.${at}`, title: `Hồ sơ ${at}`, leafCount: 10 }),
);

const tree = {
  inventories: [
    {
      inventory: "01",
      files: 4,
      boxes: [
        { box: "", files: 1, items: 0, leaves: 3, locations: [] },
        { box: "1", files: 2, items: 0, leaves: 20, locations: [] },
        { box: "2", files: 1, items: 0, leaves: 10, locations: ["Kho cũ", "Tủ 3"] },
      ],
    },
  ],
};

async function openBoxes(profile: Profile = sampleChecker) {
  const work = await openWork(profile);
  await addRecords(work, "fonds", [sampleFonds("fonds-1")]);
  await addRecords(work, "files", files);
  const { desk } = answeringDesk({
    "listing.tree": () => tree,
    "listing.order": ({ filter }) => ({
      ids: files.filter(({ box }) => box === filter.box).map(({ id }) => id),
    }),
  });
  const at = "/inventory/fonds/fonds-1/boxes";
  renderScreen(<Route path="/inventory/fonds/:fondsId/boxes" component={BoxesScreen} />, { work, desk, at });
  await screen.findByRole("listbox", { name: own.list });
  const held = async (number: string) =>
    (await work.db.boxes.findOne(idOfBox({ fondsId: "fonds-1", inventory: "01", number })).exec())?.toJSON();
  const option = (name: RegExp) => screen.findByRole("option", { name });
  return { work, desk, held, option, user: userEvent.setup({ delay: null }) };
}

it("says of each box where it stands, writes it by keys alone from box to box, and takes it back", async () => {
  const { held, option, user } = await openBoxes();
  expect(screen.getByText(own.summary("2", "1", "1"))).toBeDefined();
  const first = await option(/^Hộp 1/);
  expect(within(first).getByText(own.noPlace)).toBeDefined();
  expect(within(await option(/^Hộp 2/)).getByText(own.filesDisagree("Kho cũ; Tủ 3"))).toBeDefined();
  expect((await findBarriers()).filter((line) => !line.startsWith("page-has"))).toEqual([]);
  first.focus();
  await user.keyboard("{Enter}");
  const field = (label: string) => screen.findByRole("textbox", { name: label });
  await user.type(await field(own.field.room), "2");
  await user.type(await field(own.field.shelf), "14");
  await user.type(await field(own.field.metres), "0,12{Control>}{Enter}{/Control}");
  // The next box begins with the place of the one before.
  await screen.findByRole("form", { name: own.editOf("Hộp 2") });
  await user.type(await field(own.field.tier), "3{Enter}");
  await waitFor(async () =>
    expect(await held("2")).toMatchObject({ room: "2", shelf: "14", tier: "3", metres: 0 }),
  );
  expect(await held("1")).toMatchObject({ shelf: "14", metres: 0.12, tier: "" });
  expect(await screen.findByText("Kho 2, giá 14, tầng 3")).toBeDefined();
  await user.click(screen.getByRole("button", { name: words.grid.undoOf(own.step("Hộp 2")) }));
  await waitFor(async () => expect(await held("2")).toMatchObject({ room: "", withdrawn: "" }));
  expect(await screen.findByText("Kho 2, giá 14")).toBeDefined();
});

it("lists what is in a box, narrows the list, and leads into the grid at the box", async () => {
  const { option, user } = await openBoxes();
  const first = await option(/^Hộp 1/);
  first.focus();
  await user.keyboard("{ArrowDown}");
  expect(document.activeElement).toBe(await option(/^Hộp 2/));
  await user.keyboard("{Home} ");
  const table = await screen.findByRole("table", { name: own.contents });
  expect(
    within(table)
      .getAllByRole("link")
      .map((link) => link.textContent),
  ).toEqual(["P1.0", "P1.1"]);
  const sheet = within(screen.getByRole("dialog"));
  expect(sheet.getByRole("link", { name: own.inGrid }).getAttribute("href")).toContain("inventory=01&box=1");
  await user.keyboard("{Escape}");
  await user.type(screen.getByRole("textbox", { name: own.filter }), "tu 3");
  await waitFor(() => expect(screen.getAllByRole("option")).toHaveLength(1));
  await user.click(screen.getByRole("checkbox", { name: own.lackingOnly }));
  expect(await screen.findByText(own.noMatches)).toBeDefined();
});

it("tells who may only look why nothing can be written", async () => {
  const { held, option, user } = await openBoxes({ ...sampleChecker, role: "province-officer" });
  const first = await option(/^Hộp 1/);
  first.focus();
  await user.keyboard("{Enter}");
  expect(screen.queryByRole("form")).toBeNull();
  expect(screen.getByRole("button", { name: own.edit }).getAttribute("aria-description")).toBe(own.readOnly);
  expect(await held("1")).toBeUndefined();
});

it("gives the place of a file's box where one is written", async () => {
  const { work, desk } = await openBoxes();
  const { placeBox } = await import("#renderer/work/place-box.ts");
  const { keepHistory } = await import("#renderer/work/history.ts");
  const draft = { room: "", shelf: "5", tier: "", condition: "", metres: "", note: "" };
  const named = { fondsId: "fonds-1", inventory: "01", number: "1", scope: "52.550.21952" };
  await placeBox(work, { history: keepHistory(), label: "x" }, named, draft);
  const Place = ({ at }: { at: number }) => <p>{files[at] && `[${useBoxPlace(files[at])}]`}</p>;
  renderScreen(
    <>
      <Place at={0} />
      <Place at={2} />
    </>,
    { work, desk },
  );
  expect(await screen.findByText(`[${own.fromBox("Giá 5")}]`)).toBeDefined();
  expect(screen.getByText("[]")).toBeDefined();
});
