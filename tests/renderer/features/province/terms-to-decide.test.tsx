import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import type { ProvinceTerm } from "#shared/contract/province-terms.ts";
import { vi } from "#shared/text/vi.ts";
import { Toasts } from "#renderer/app/toasts.tsx";
import { TermsToDecide } from "#renderer/features/province/terms-to-decide.tsx";
import { answeringDesk, findBarriers, renderScreen } from "#tests/helpers/screen.tsx";
import { openWork } from "#tests/helpers/work.ts";

const words = vi.terms.province;
const right = "Hợp tác xã Phước Lộc";

function makeLine(id: string, label: string): ProvinceTerm {
  return { id, scope: "52.550.21976", unitName: "Xã Phước Lộc", list: "issuer", label, units: 1 };
}

async function openList(done = true) {
  const asked: object[] = [];
  let again = 0;
  const { desk } = answeringDesk({
    "province.decideTerm": (input) => {
      asked.push(input);
      return { done };
    },
  });
  const work = await openWork({ name: "Trần Văn Tỉnh", role: "province-officer", scope: "52" });
  const list = {
    terms: [makeLine("1", "HTX Phước Lộc"), makeLine("2", "Đội 4")],
    waiting: 2,
    accepted: [{ list: "issuer" as const, label: right }],
  };
  renderScreen(
    <>
      <TermsToDecide list={list} onDone={() => (again += 1)} />
      <Toasts />
    </>,
    { work, desk },
  );
  await screen.findByRole("list", { name: words.title });
  return { asked, again: () => again, user: userEvent.setup({ delay: null }) };
}

test("a name is accepted as it is shown, and the list is asked for again", async () => {
  const { asked, again, user } = await openList();
  expect(await findBarriers()).toEqual([]);
  await user.click(screen.getByRole("button", { name: words.acceptOne("Đội 4") }));
  expect(await screen.findByText(words.accepted("Đội 4"))).toBeDefined();
  expect(asked).toEqual([{ id: "2", label: "Đội 4", into: "" }]);
  expect(again()).toBe(1);
});

test("a name is merged into an accepted label found without accents, by keys alone", async () => {
  const { asked, user } = await openList();
  await user.click(screen.getByLabelText(words.intoOf("HTX Phước Lộc")));
  await user.keyboard("hop tac xa{ArrowDown}{Enter}");
  await user.click(screen.getByRole("button", { name: words.mergeOne("HTX Phước Lộc") }));
  expect(await screen.findByText(words.merged("HTX Phước Lộc", right))).toBeDefined();
  expect(asked).toEqual([{ id: "1", label: "HTX Phước Lộc", into: right }]);
});

test("nothing is merged without a label, and it is said when a name changed meanwhile", async () => {
  const { asked, user } = await openList(false);
  await user.click(screen.getByRole("button", { name: words.mergeOne("Đội 4") }));
  expect(asked).toEqual([]);
  await user.click(screen.getByRole("button", { name: words.acceptOne("Đội 4") }));
  await waitFor(() => expect(screen.getByText(words.changed("Đội 4"))).toBeDefined());
});
