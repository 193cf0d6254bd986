import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { act } from "react";
import { expect, it, onTestFinished } from "vitest";
import { nextItemDraft } from "#shared/inventory/item-draft.ts";
import { vi as words } from "#shared/text/vi.ts";
import { addRecords } from "#renderer/db/work.ts";
import { keepUnsaved } from "#renderer/features/inventory/grid/kept-drafts.ts";
import { itemRows } from "#renderer/features/inventory/grid/row-kind.ts";
import { openRowStore, type RowStore } from "#renderer/features/inventory/grid/row-store.ts";
import { useCells } from "#renderer/features/inventory/grid/use-cells.ts";
import { ItemForm } from "#renderer/features/inventory/item-form.tsx";
import type { GridColumn } from "#renderer/ui/grid/grid-types.ts";
import { sampleFile, sampleItem } from "#tests/helpers/sample-records.ts";
import { answeringDesk, renderScreen, sampleSession } from "#tests/helpers/screen.tsx";
import { openWork } from "#tests/helpers/work.ts";

const labels = words.inventory.item;

it("marks in the form what the circular in force needs, and follows a change while someone types", async () => {
  const work = await openWork();
  const { desk, say } = answeringDesk({
    "session.read": () => ({ ...sampleSession(work), ruleProfile: "TT02-2019" }),
  });
  const nothing = () => undefined;
  renderScreen(
    <ItemForm file={sampleFile("file-1")} initial={nextItemDraft(1)} onSaved={nothing} onCancel={nothing} />,
    { work, desk },
  );
  const marked = () =>
    screen.getAllByTitle(words.entry.neededMark).map((mark) => mark.closest("label")?.textContent ?? "");
  expect(marked()).toEqual(expect.arrayContaining([`${labels.language} °`, `${labels.access} °`]));
  const subject = screen.getByRole("textbox", { name: new RegExp(`^${labels.subject}`) });
  await userEvent.setup({ delay: null }).type(subject, "Về việc giao đất");
  act(() => say("session.changed", {}));
  await waitFor(() => expect(marked()).not.toContain(`${labels.language} °`));
  expect(marked()).not.toContain(`${labels.access} °`);
  expect(marked()).toContain(`${labels.type} °`);
  expect(subject).toHaveProperty("value", "Về việc giao đất");
});

const column: GridColumn = { key: "language", title: labels.language, kind: "text", width: 10 };
const columns = [column];
const noTwins = new Map<string, never[]>();

function CellWarning({ store }: { store: RowStore }) {
  const { cell } = useCells(itemRows, store, columns, 1, noTwins);
  return <output>{cell(0, column)?.warning ?? ""}</output>;
}

it("warns in a cell of the list of what the circular in force needs, and no more once another is in force", async () => {
  const work = await openWork();
  await addRecords(work, "items", [sampleItem("item-1", { language: "" })]);
  const store = openRowStore(work, itemRows, keepUnsaved(window.localStorage, "rules-in-force"));
  onTestFinished(() => store.close());
  store.setOrder("all", ["item-1"]);
  await store.read(["item-1"]);
  const { desk, say } = answeringDesk({
    "session.read": () => ({ ...sampleSession(work), ruleProfile: "TT02-2019" }),
  });
  renderScreen(<CellWarning store={store} />, { work, desk });
  const warning = () => screen.getByRole("status").textContent;
  expect(warning()).toBe(words.grid.lacking(labels.language));
  act(() => say("session.changed", {}));
  await waitFor(() => expect(warning()).toBe(""));
});
