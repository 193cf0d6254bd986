import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import type { BatchState } from "#shared/archive/batch.ts";
import type { Role } from "#shared/archive/role.ts";
import { vi } from "#shared/text/vi.ts";
import { Toasts } from "#renderer/app/toasts.tsx";
import { addRecords } from "#renderer/db/work.ts";
import { BatchMoves } from "#renderer/features/batches/batch-moves.tsx";
import { FondsBarrier } from "#renderer/features/batches/fonds-barrier.tsx";
import { sampleBatch, sampleFile } from "#tests/helpers/sample-records.ts";
import { togetherSteps } from "#tests/helpers/sample-steps.ts";
import { answeringDesk, findBarriers, renderScreen, sampleSession } from "#tests/helpers/screen.tsx";
import { openWork } from "#tests/helpers/work.ts";

const { barrier: words, batches, common } = vi;
const other = (id: string, state: BatchState) => ({
  ...{ id, state, number: `2025-${id}`, name: "Quyết định 2016", scope: "52.550.21952" },
});
const deskWith = (states: readonly BatchState[], loose = 0) =>
  answeringDesk({
    "batches.beside": () => ({ batches: states.map((state, at) => other(`10${at}`, state)), loose }),
  });
const list = togetherSteps(2, ["checking", "packed"]);

function underList(session = sampleSession()) {
  return { ...session, rules: { ...session.rules, data: { ...session.rules.data, batchSteps: list } } };
}

test("a batch names who of its fonds is behind, where each stands and the way to it, and what lies in none", async () => {
  const { desk } = deskWith(["received", "capturing", "returned"], 7);
  renderScreen(<FondsBarrier batch={sampleBatch("b", { state: "capturing" })} />, {
    ...{ desk, session: underList() },
  });
  const title = words.behindTitle(batches.moves.checking, "2");
  const named = within(await screen.findByRole("list", { name: title }));
  const links = named.getAllByRole("link").map((link) => [link.textContent, link.getAttribute("href")]);
  expect(links).toEqual([
    ["2025-100 · Quyết định 2016", "/batches/100"],
    ["2025-102 · Quyết định 2016", "/batches/102"],
  ]);
  named.getByText(common.batchStates.received);
  named.getByText(common.batchStates.returned);
  screen.getByText(words.behindHint(batches.moves.checking, common.batchStates.capturing));
  screen.getByText(words.loose("7"));
  expect(await findBarriers()).toEqual([]);
});

test("where nobody is behind, files in no batch are told as such; under the usual list nothing is asked", async () => {
  const { desk } = deskWith(["checking"], 3);
  renderScreen(<FondsBarrier batch={sampleBatch("b", { state: "capturing" })} />, {
    ...{ desk, session: underList() },
  });
  await screen.findByRole("region", { name: words.looseTitle("3") });
  expect(screen.queryByRole("list")).toBeNull();
  const usual = renderScreen(<FondsBarrier batch={sampleBatch("b", { state: "capturing" })} />, { desk });
  expect(usual.container.querySelector("section")).toBeNull();
});

async function openMoves(role: Role) {
  const work = await openWork({ name: "Lê Thị Kiểm", role, scope: "52.550" });
  const all = [
    sampleBatch("b", { state: "accepted" }),
    sampleBatch("100", { number: "2025-100", state: "checking" }),
  ];
  await addRecords(work, "batches", all);
  const lies = (batchId: string) => sampleFile(`f-${batchId}`, { batchId });
  await addRecords(work, "files", [lies("b"), lies("100")]);
  const { desk } = deskWith(["checking"]);
  const session = underList(sampleSession(work));
  renderScreen(
    <>
      <Toasts />
      <BatchMoves batch={all[0] ?? sampleBatch("b")} empty={false} />
    </>,
    { work, desk, session },
  );
  await userEvent.click(screen.getByRole("button", { name: batches.moves.packed }));
  return async () => (await work.db.batches.findOne("b").exec(true)).toJSON();
}

test("a step that waits asks a checker why it goes before the others, by name, and keeps that", async () => {
  const stored = await openMoves("checker");
  const dialog = within(await screen.findByRole("dialog"));
  const named = words.oneBehind("2025-100", common.batchStates.checking);
  const said = words.behind("1", common.batchStates.accepted, named);
  dialog.getByText(`${said} ${words.pastHint}`);
  expect((await stored()).state).toBe("accepted");
  await userEvent.type(dialog.getByRole("textbox"), "Gửi trước theo yêu cầu của Sở");
  await userEvent.click(dialog.getByRole("button", { name: batches.moves.packed }));
  await screen.findByText(batches.moved("2025-001", common.batchStates.packed));
  expect(await stored()).toMatchObject({ state: "packed", reason: "Gửi trước theo yêu cầu của Sở" });
});
