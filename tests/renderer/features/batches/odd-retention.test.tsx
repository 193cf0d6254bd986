import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { vi } from "#shared/text/vi.ts";
import { OddRetention } from "#renderer/features/batches/odd-retention.tsx";
import { sampleFile } from "#tests/helpers/sample-records.ts";
import { answeringDesk, findBarriers, renderScreen } from "#tests/helpers/screen.tsx";

const files = (["01", "01", "05", "", "01"] as const).map((retention, index) =>
  sampleFile(`f${String(index)}`, { retention }),
);

test("files that are not permanent are named in a batch that mostly is, and picked to be taken out", async () => {
  let picked: readonly string[] = [];
  renderScreen(<OddRetention files={files} onPick={(ids) => (picked = ids)} />, answeringDesk({}));
  expect(screen.getByText(vi.batches.oddRetention("1"))).toBeDefined();
  expect(screen.getByRole("link", { name: "H05.01.f2 (20 năm)" }).getAttribute("href")).toBe(
    "/inventory/file/f2",
  );
  expect(await findBarriers()).toEqual([]);
  await userEvent.setup().click(screen.getByRole("button", { name: vi.batches.oddRetentionPick }));
  expect(picked).toEqual(["f2"]);
});

test("a batch of one class says nothing", () => {
  renderScreen(<OddRetention files={files.slice(0, 2)} onPick={undefined} />, answeringDesk({}));
  expect(screen.queryByRole("alert")).toBeNull();
});
