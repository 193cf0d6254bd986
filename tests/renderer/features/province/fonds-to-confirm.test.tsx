import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import type { ProvinceFonds } from "#shared/contract/province.ts";
import { DeskFault } from "#shared/contract/fault.ts";
import { vi } from "#shared/text/vi.ts";
import { Toasts } from "#renderer/app/toasts.tsx";
import { ProvinceScreen } from "#renderer/features/province/province-screen.tsx";
import { type Answers, answeringDesk, findBarriers, renderScreen } from "#tests/helpers/screen.tsx";
import { openWork } from "#tests/helpers/work.ts";

const words = vi.province.fonds;
const officer = { name: "Trần Văn Tỉnh", role: "province-officer", scope: "52" } as const;
const figures = { fonds: 1, files: 1, items: 1, pages: 1, renditions: 0, bytes: 0, batches: 0 };
const district = { scope: "52.550", name: "Huyện Tuy Phước", ...figures, acceptedBatches: 0, lastAt: "" };

function makeLine(id: string, fields: Partial<ProvinceFonds> = {}): ProvinceFonds {
  return {
    id,
    scope: "52.550.21952",
    unitName: "Thị trấn Tuy Phước",
    code: `P.${id}`,
    archiveCode: "52.550",
    name: `Phông ${id}`,
    files: 12,
    sameCodes: 0,
    codesConfirmedAt: "",
    ...fields,
  };
}

/** The screen over a desk that keeps the fonds, as the province does; `confirm` may answer otherwise. */
async function openWith(lines: ProvinceFonds[], confirm?: Answers["province.confirmFonds"]) {
  const held = new Map(lines.map((line) => [line.id, line]));
  const asked: string[] = [];
  const { desk } = answeringDesk({
    "province.overview": () => ({ districts: [district] }),
    "province.terms": () => ({ terms: [], waiting: 0, accepted: [] }),
    "province.fonds": () => {
      const fonds = [...held.values()];
      const waiting = fonds.filter(({ codesConfirmedAt }) => codesConfirmedAt === "").length;
      return { fonds, waiting, total: fonds.length };
    },
    "province.confirmFonds": (input) => {
      const { id, ...codes } = input;
      asked.push(`${id} ${codes.code} ${codes.archiveCode}`);
      if (confirm) return confirm(input);
      const codesConfirmedAt = "2025-05-20T01:00:00Z";
      held.set(id, makeLine(id, { codesConfirmedAt }));
      return { ...codes, codesConfirmedAt };
    },
  });
  const work = await openWork(officer);
  renderScreen(
    <>
      <ProvinceScreen />
      <Toasts />
    </>,
    { work, desk, at: "/province" },
  );
  return { asked, user: userEvent.setup({ delay: null }) };
}

const tableOfFonds = () => screen.findByRole("table", { name: words.title });

test("one fonds is confirmed as it is shown, and leaves the list", async () => {
  const { asked, user } = await openWith([makeLine("1"), makeLine("2")]);
  const table = await tableOfFonds();
  expect(screen.getByText(words.progress("2", "2"))).toBeDefined();
  expect(await findBarriers()).toEqual([]);
  await user.click(within(table).getByRole("button", { name: words.confirmOne("P.1", "Phông 1") }));
  await waitFor(() => expect(screen.queryByRole("row", { name: /Phông 1/ })).toBeNull());
  expect(asked).toEqual(["1 P.1 52.550"]);
  expect(screen.getByText(words.progress("1", "2"))).toBeDefined();
  expect(await screen.findByText(words.confirmed("1"))).toBeDefined();
});

test("many are selected and confirmed, and then none is waiting", async () => {
  const lines = Array.from({ length: 23 }, (_, at) => makeLine(`${at}`));
  const { asked, user } = await openWith(lines);
  await tableOfFonds();
  const many = (count: number) => screen.findByRole("button", { name: words.confirmMany(String(count)) });
  expect((await many(0)).getAttribute("aria-description")).toBe(words.nothingSelected);
  await user.click(await many(0));
  expect(asked).toEqual([]);
  await user.click(screen.getByRole("button", { name: words.more("3") }));
  await user.click(screen.getByRole("checkbox", { name: words.selectAll }));
  await user.click(screen.getByRole("checkbox", { name: words.select("P.4", "Phông 4") }));
  await user.click(await many(22));
  await waitFor(() => expect(asked).toHaveLength(22));
  expect(asked).not.toContain("4 P.4 52.550");
  await user.click(await screen.findByRole("button", { name: words.confirmOne("P.4", "Phông 4") }));
  expect(await screen.findByText(words.done("23"))).toBeDefined();
  expect(await findBarriers()).toEqual([]);
});

test("a fonds that lacks a code says why it cannot be confirmed, and a doubled code is told", async () => {
  const { asked, user } = await openWith([
    makeLine("1", { archiveCode: "" }),
    makeLine("2", { sameCodes: 1 }),
  ]);
  await tableOfFonds();
  const lacking = screen.getByRole("button", { name: words.confirmOne("P.1", "Phông 1") });
  expect(lacking.getAttribute("aria-description")).toBe(words.codeMissing);
  expect(screen.getByText(words.codeMissing)).toBeDefined();
  await user.click(lacking);
  expect(asked).toEqual([]);
  expect(screen.queryByRole("checkbox", { name: words.select("P.1", "Phông 1") })).toBeNull();
  expect(screen.getByText(words.sameCodes("1"))).toBeDefined();
});

test("codes that changed meanwhile, and a province that does not answer, are told", async () => {
  const changed = { code: "P.9", archiveCode: "52.550", codesConfirmedAt: "" };
  let away = false;
  const { user } = await openWith([makeLine("1")], () => {
    if (away) throw new DeskFault("province-unreachable", { lasting: false });
    return changed;
  });
  await tableOfFonds();
  const confirm = () => screen.findByRole("button", { name: words.confirmOne("P.1", "Phông 1") });
  await user.click(await confirm());
  expect(await screen.findByText(words.changed("P.1"))).toBeDefined();
  away = true;
  await user.click(await confirm());
  expect(await screen.findByText(vi.faults["province-unreachable"].what)).toBeDefined();
});

test("a province without fonds says when they come", async () => {
  await openWith([]);
  expect(await screen.findByText(words.none)).toBeDefined();
});
