import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import type { CostBasis } from "#shared/contract/cost.ts";
import { letterNorms, type Norms } from "#shared/report/cost.ts";
import { vi as all } from "#shared/text/vi.ts";
import { CostScreen } from "#renderer/features/reports/cost-screen.tsx";
import { answeringDesk, findBarriers, renderScreen } from "#tests/helpers/screen.tsx";
import { openWork, sampleChecker } from "#tests/helpers/work.ts";

const words = all.cost;
const basis: CostBasis = {
  scope: "52.550",
  pages: { all: { all: 12_000, poor: 0 }, left: { all: 600, poor: 0 } },
  files: 40,
  unknownFiles: 3,
  norms: letterNorms,
  own: false,
};

it("says what is not in the estimate, counts at once with a norm that is filled in, and keeps it", async () => {
  const kept: (Norms | null)[] = [];
  const { desk } = answeringDesk({
    "cost.read": () => ({ ...basis, norms: kept.at(-1) ?? letterNorms, own: kept.length > 0 }),
    "cost.setNorms": ({ norms }) => {
      kept.push(norms);
      return {};
    },
  });
  renderScreen(<CostScreen />, { work: await openWork(sampleChecker), desk });
  const user = userEvent.setup({ delay: null });
  await screen.findByText(words.notFinal);
  await screen.findByText(words.pages("12.000", "0"));
  screen.getByText(words.unknown("3"));
  expect(screen.getAllByText(words.noMoney)).toHaveLength(2);
  // 12,000 pages at 6.833 minutes.
  screen.getByText(words.days("170,8"));
  expect(await findBarriers()).toEqual([]);

  const wage = screen.getByRole("textbox", { name: `${words.value}: ${words.names["wagePerDay"]}` });
  await user.type(wage, "400000");
  expect(wage).toHaveProperty("value", "400.000");
  await screen.findByText(words.money("68.330.000"));
  expect(screen.getAllByText(words.noMoney)).toHaveLength(1);
  // The paper is of what is kept, and says so until it is.
  expect(screen.getByRole("button", { name: words.print("PDF") }).getAttribute("aria-disabled")).toBe("true");
  await user.click(screen.getByRole("button", { name: words.save }));
  await screen.findByText(words.own);
  expect(kept.at(-1)?.wagePerDay.value).toBe(400_000);
  expect(screen.getByRole("button", { name: words.print("PDF") }).getAttribute("aria-disabled")).toBeNull();

  await user.click(screen.getByText(words.parts.left));
  await screen.findByText(words.pages("600", "0"));
  await user.click(screen.getByRole("button", { name: words.reset }));
  await expect.poll(() => kept.at(-1)).toBeNull();
});
