import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { act } from "react";
import { expect, it } from "vitest";
import { nextItemDraft } from "#shared/inventory/item-draft.ts";
import { vi as words } from "#shared/text/vi.ts";
import { ItemForm } from "#renderer/features/inventory/item-form.tsx";
import { sampleFile } from "#tests/helpers/sample-records.ts";
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
