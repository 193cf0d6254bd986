import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { Route } from "wouter";
import { DistrictScreen } from "#renderer/features/province/district-screen.tsx";
import { ProvinceScreen } from "#renderer/features/province/province-screen.tsx";
import { type Answers, answeringDesk, findBarriers, renderScreen } from "#tests/helpers/screen.tsx";
import { openWork } from "#tests/helpers/work.ts";

const officer = { name: "Trần Văn Tỉnh", role: "province-officer", scope: "52" } as const;
const district = {
  scope: "52.550",
  name: "Huyện Tuy Phước",
  fonds: 1,
  files: 30,
  items: 1200,
  pages: 4000,
  renditions: 600,
  bytes: 1_500_000,
  batches: 4,
  acceptedBatches: 1,
  lastAt: "2025-05-20T01:00:00Z",
};
const silent = {
  ...district,
  scope: "52.540",
  name: "Thành phố Quy Nhơn",
  files: 0,
  items: 0,
  renditions: 0,
  batches: 0,
  acceptedBatches: 0,
  lastAt: "",
};

const noTerms = { terms: [], waiting: 0, accepted: [] };
const noFonds = { fonds: [], waiting: 0, total: 0 };

async function openAt(at: string, answers: Answers) {
  const work = await openWork(officer);
  const { desk } = answeringDesk({
    "province.fonds": () => noFonds,
    "province.terms": () => noTerms,
    ...answers,
  });
  return renderScreen(
    <>
      <Route path="/province">
        <ProvinceScreen />
      </Route>
      <Route path="/province/:scope">
        <DistrictScreen />
      </Route>
    </>,
    { work, desk, at },
  );
}

test("districts are listed with counts, shares and their latest data", async () => {
  await openAt("/province", { "province.overview": () => ({ districts: [district, silent] }) });
  const row = await screen.findByRole("row", { name: /Tuy Phước/ });
  expect(within(row).getByText("600/1.200")).toBeDefined();
  expect(within(row).getByText("1/4")).toBeDefined();
  expect(within(screen.getByRole("row", { name: /Quy Nhơn/ })).getByText("Chưa có")).toBeDefined();
  expect(within(row).getByRole("link").getAttribute("href")).toBe("/province/52.550");
  expect(await findBarriers()).toEqual([]);
});

test("a district's batches are listed with their states", async () => {
  await openAt("/province/52.550", {
    "province.batches": ({ scope }) => ({
      batches: [
        {
          id: "batch-1",
          scope: "52.550.21952",
          unitName: "Thị trấn Tuy Phước",
          number: "2025-001",
          name: `Đợt của ${scope}`,
          state: "accepted",
          files: 3,
          items: 6,
          renditions: 6,
          lastAt: "2025-05-20T01:00:00Z",
        },
      ],
    }),
  });
  const row = await screen.findByRole("row", { name: /2025-001/ });
  expect(within(row).getByText("Đã nghiệm thu")).toBeDefined();
  expect(within(row).getByText("Đợt của 52.550")).toBeDefined();
  expect(await findBarriers()).toEqual([]);
});

test("a province without data says so", async () => {
  await openAt("/province", { "province.overview": () => ({ districts: [] }) });
  expect(await screen.findByText("Tỉnh chưa nhận được dữ liệu của huyện nào")).toBeDefined();
});
