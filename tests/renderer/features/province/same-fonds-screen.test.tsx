import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import type { AskedFondsDecision, FondsPair, FondsQueue } from "#shared/contract/province-same-fonds.ts";
import { vi as all } from "#shared/text/vi.ts";
import { SameFondsScreen } from "#renderer/features/province/same-fonds-screen.tsx";
import { answeringDesk, findBarriers, renderScreen } from "#tests/helpers/screen.tsx";

const words = all.sameFonds;
const entry = (id: string, name: string, files: number): FondsPair["one"] => ({
  ...{ id, name, files, code: `P${id}`, archiveCode: "", dateSpan: "1976-2025" },
  ...{ scope: "52.550", unitName: "Huyện Tuy Phước" },
});
const pair: FondsPair = {
  one: entry("A", "Phòng Nội vụ", 3),
  other: entry("B", "Phòng Tổ chức chính quyền", 9),
  reasons: ["renamed"],
  seen: 0,
};

it("shows why two may be one, and writes a decision with its reason under the larger fonds", async () => {
  const asked: AskedFondsDecision[] = [];
  let queue: FondsQueue = { pairs: [pair], waiting: 1, decided: [] };
  const { desk } = answeringDesk({
    "province.fondsQueue": () => queue,
    "province.decideFonds": (decision) => {
      asked.push(decision);
      const { why, verdict, subject, into } = decision;
      const decided = { why, verdict, subject, into, by: "Lan", at: "2025-06-01T02:30:00.000Z" };
      queue = { pairs: [], waiting: 0, decided: [{ ...pair, seen: 1, decided }] };
      return { done: true };
    },
  });
  renderScreen(<SameFondsScreen />, { desk, at: "/province/same-fonds" });
  const user = userEvent.setup({ delay: null });
  await screen.findByText(words.reasons.renamed);
  expect(await findBarriers()).toEqual([]);
  const name = words.decideOn(words.verdicts.same, pair.one.name, pair.other.name);
  await user.click(screen.getByRole("button", { name }));
  await user.type(await screen.findByRole("textbox"), "Đổi tên năm 1996");
  await user.click(screen.getByRole("button", { name: words.decide }));
  await waitFor(() =>
    expect(asked).toEqual([{ subject: "A", into: "B", verdict: "same", why: "Đổi tên năm 1996", seen: 0 }]),
  );
  await screen.findByText(words.none);
  expect(screen.getByRole("list", { name: words.decided }).textContent).toContain("Đổi tên năm 1996");
});
