import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import type { AsideRow, ProvinceAside } from "#shared/contract/province-aside.ts";
import { vi as all } from "#shared/text/vi.ts";
import { AsideScreen } from "#renderer/features/province/aside-screen.tsx";
import { answeringDesk, findBarriers, renderScreen } from "#tests/helpers/screen.tsx";

const words = all.aside;
const at = "2025-06-01T02:30:00.000Z";

function row(id: string, fields: Partial<AsideRow> = {}): AsideRow {
  return {
    ...{ collection: "items", id, label: `Văn bản ${id}`, device: "Máy 3", unitName: "Xã Phước Thắng" },
    ...{ code: "held", detail: "", at },
    ...fields,
  };
}

function show(aside: ProvinceAside) {
  const { desk } = answeringDesk({ "province.aside": () => aside });
  renderScreen(<AsideScreen />, { desk, at: "/province/aside" });
  return userEvent.setup({ delay: null });
}

it("lists who sent what, what it waits for and what to do, a page at a time, and finds without accents", async () => {
  const held = Array.from({ length: 120 }, (_, place) =>
    row(`h${place}`, { waitsFor: { collection: "files", code: "" } }),
  );
  held[1] = row("h1", { device: "Máy 9", waitsFor: { collection: "files", code: "not-your-scope" } });
  const refused = [row("r0", { code: "not-a-record", detail: "x", unitName: "Thị trấn Tuy Phước" })];
  const user = show({
    held: { total: 450, rows: held },
    refused: { total: 1, rows: refused },
    settled: 7,
  });
  const list = await screen.findByRole("table", { name: words.list });
  expect(list.querySelectorAll("tbody tr")).toHaveLength(50);
  screen.getByText(words.latest("120", "450"));
  screen.getByText(words.settled("7"));
  expect(screen.getAllByText(words.waitsFor(all.refused.collections.files)).length).toBeGreaterThan(40);
  screen.getByText(words.parentRefused(all.refused.codes["not-your-scope"]));
  expect(await findBarriers()).toEqual([]);
  await user.click(screen.getByRole("button", { name: words.more }));
  expect(list.querySelectorAll("tbody tr")).toHaveLength(100);

  await user.type(screen.getByRole("textbox", { name: words.find }), "may 9");
  expect(screen.getByRole("table", { name: words.list }).querySelectorAll("tbody tr")).toHaveLength(1);
  screen.getByText(words.next["parent"] ?? "");
  await user.clear(screen.getByRole("textbox", { name: words.find }));
  await user.click(screen.getByText(words.refused("1")));
  screen.getByText(all.refused.codes["not-a-record"]);
  screen.getByText(words.next["not-a-record"] ?? "");
  await user.type(screen.getByRole("textbox", { name: words.find }), "khac");
  screen.getByText(words.nothing);
});

it("says that all is in the store where nothing is put aside", async () => {
  show({ held: { total: 0, rows: [] }, refused: { total: 0, rows: [] }, settled: 0 });
  await screen.findByText(words.none);
  expect(screen.queryByRole("table")).toBeNull();
});

it("asks for what lies beyond the first answer when it is come to, and shows each row once", async () => {
  const first = Array.from({ length: 200 }, (_, place) => row(`a${place}`));
  const second = [row("a199"), ...Array.from({ length: 39 }, (_, place) => row(`b${place}`))];
  const asked: object[] = [];
  const none = { total: 0, rows: [] };
  const { desk } = answeringDesk({
    "province.aside": (question) => {
      asked.push(question);
      const list = "after" in question ? { rows: second, next: "" } : { rows: first, next: "trang-2" };
      return { held: { total: 239, ...list }, refused: none, settled: 0 };
    },
  });
  renderScreen(<AsideScreen />, { desk, at: "/province/aside" });
  const user = userEvent.setup({ delay: null });
  const list = await screen.findByRole("table", { name: words.list });
  screen.getByText(words.latest("200", "239"));
  for (let page = 0; page < 3; page += 1) await user.click(screen.getByRole("button", { name: words.more }));
  await waitFor(() => expect(screen.queryByText(words.latest("200", "239"))).toBeNull());
  expect(asked).toEqual([{}, { kind: "held", after: "trang-2" }]);
  await user.click(screen.getByRole("button", { name: words.more }));
  expect(list.querySelectorAll("tbody tr")).toHaveLength(239);
  expect(screen.queryByRole("button", { name: words.more })).toBeNull();
});

it("says of an acceptance that waits how much lacks, and names the first of it", async () => {
  const lacks = {
    records: 12,
    named: [
      { collection: "files" as const, label: "01JX", why: "absent" },
      { collection: "files" as const, label: "H05.1 – Hồ sơ họp", why: "partial" },
    ],
  };
  const waiting = row("b", {
    ...{ collection: "batches", label: "2025-001", lacks },
    waitsFor: { collection: "batches", code: "" },
  });
  show({ held: { total: 1, rows: [waiting] }, refused: { total: 0, rows: [] }, settled: 0 });
  await screen.findByText(words.waitsForContent);
  const { lacking, waitsFor } = all.refused;
  screen.getByText(lacking.count("12"));
  screen.getByText(`${waitsFor("Hồ sơ", "01JX")}: ${lacking.why.absent}`);
  screen.getByText(`${waitsFor("Hồ sơ", "H05.1 – Hồ sơ họp")}: ${lacking.why.partial}`);
  screen.getByText(words.next["content"] ?? "");
  expect(await findBarriers()).toEqual([]);
});
