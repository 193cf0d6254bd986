import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import type { Lack } from "#shared/archive/lack.ts";
import type { Reasons } from "#shared/archive/decision.ts";
import { countCompleteness } from "#shared/completeness/count-batch.ts";
import { vi } from "#shared/text/vi.ts";
import { AcceptDialog } from "#renderer/features/check/accept-dialog.tsx";
import { answeringDesk, findBarriers, renderScreen } from "#tests/helpers/screen.tsx";
import { openWork } from "#tests/helpers/work.ts";

const missing: Lack = {
  ...{ code: "pages-missing", fileId: "file-1", itemId: "item-1" },
  ...{ label: "H05.01.1", expected: 4, found: 3 },
};
const { barrier, check, decisions } = vi;
const behind = barrier.behind("2", "Kiểm tra", "2025-002, 2025-003");

async function open(lacks: Lack[], said: string) {
  const confirmed: [Reasons, string][] = [];
  const work = await openWork({ name: "Phạm Duyệt", role: "approver", scope: "52.550" });
  const sealed = {
    completeness: { ...countCompleteness([], [], []), lacks },
    seal: { digest: "c".repeat(64), files: [] },
    records: 12,
  };
  renderScreen(
    <AcceptDialog
      sealed={sealed}
      behind={said}
      busy={false}
      onConfirm={(reasons, past) => confirmed.push([reasons, past])}
      onClose={() => undefined}
    />,
    { work, desk: answeringDesk({}).desk },
  );
  const user = userEvent.setup({ delay: null });
  // Asked for anew each time: what explains why it may not be pressed yet stands around it.
  const confirm = async () => screen.findByRole("button", { name: check.acceptDialog.confirm });
  return { user, confirm, confirmed };
}

const pastField = () => screen.queryByRole("textbox", { name: new RegExp(barrier.pastBehind) });

test("who accepts before the others of a fonds is asked why in a field of its own, which nothing else stands for", async () => {
  const { user, confirm, confirmed } = await open([missing], behind);
  screen.getByText(new RegExp(barrier.acceptPastHint));
  const why = "Tờ 3 mất từ trước khi xã giao nộp";
  await user.type(screen.getByRole("textbox", { name: new RegExp(check.lackNames["pages-missing"]) }), why);
  // What lacks is explained; the others of the fonds are not.
  await user.click(await confirm());
  expect(confirmed).toEqual([]);
  await screen.findByText(decisions.reasonsMissing(barrier.pastBehind.toLocaleLowerCase("vi")));
  const field = pastField();
  if (!field) throw new Error("no field");
  await user.type(field, "quá ngắn");
  await user.click(await confirm());
  expect(confirmed).toEqual([]);
  await user.clear(field);
  await user.type(field, "Sở yêu cầu nghiệm thu trước");
  await user.click(await confirm());
  expect(confirmed).toEqual([[{ "pages-missing": why }, "Sở yêu cầu nghiệm thu trước"]]);
  expect(await findBarriers()).toEqual([]);
});

test("who waits for no other batch is asked for no such reason", async () => {
  const { user, confirm, confirmed } = await open([], "");
  expect(pastField()).toBeNull();
  await user.click(await confirm());
  expect(confirmed).toEqual([[{}, ""]]);
});
