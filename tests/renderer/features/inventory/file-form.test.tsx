import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { nextFileDraft } from "#shared/inventory/file-draft.ts";
import { vi as words } from "#shared/text/vi.ts";
import { FileForm } from "#renderer/features/inventory/file-form.tsx";
import { answeringDesk, findBarriers, renderScreen } from "#tests/helpers/screen.tsx";
import { openWork } from "#tests/helpers/work.ts";

const labels = words.inventory.file;
const box = (label: string) => screen.getByRole("textbox", { name: new RegExp(`^${label}`) });

async function showForm() {
  const work = await openWork();
  const initial = { ...nextFileDraft(), code: "H05.01.0009" };
  const nothing = () => undefined;
  const { desk } = answeringDesk({});
  renderScreen(<FileForm fondsId="fonds-1" initial={initial} onSaved={nothing} onCancel={nothing} />, {
    work,
    desk,
  });
  return { work, user: userEvent.setup() };
}

describe("the form of a file", () => {
  it("saves with Ctrl+Enter and begins the next line, keeping what stays the same", async () => {
    const { work, user } = await showForm();
    await user.type(box(labels.title), "Hồ sơ giao đất");
    await user.type(box(labels.box), "12");
    await user.keyboard("{Control>}{Enter}{/Control}");
    await waitFor(() => expect(box(labels.code)).toHaveProperty("value", "H05.01.0010"));
    expect(box(labels.title)).toHaveProperty("value", "");
    expect(box(labels.box)).toHaveProperty("value", "12");
    const files = await work.db.files.find().exec();
    expect(files.map((file) => [file.code, file.title])).toEqual([["H05.01.0009", "Hồ sơ giao đất"]]);
  });

  it("lists every problem and keeps what was typed", async () => {
    const { work, user } = await showForm();
    await user.type(box(labels.startDate), "45/1/1998");
    await user.type(box(labels.leafCount), "mười");
    await user.click(screen.getByRole("button", { name: words.common.save }));
    const alert = await screen.findByRole("alert");
    for (const label of [labels.title, labels.startDate, labels.leafCount]) {
      expect(alert.textContent).toContain(label);
    }
    expect(box(labels.leafCount)).toHaveProperty("value", "mười");
    expect(await work.db.files.find().exec()).toEqual([]);
    expect((await findBarriers()).filter((line) => !line.startsWith("page-has"))).toEqual([]);
  });

  it("shows a date in its usual form once the field is left, not while it is typed", async () => {
    const { user } = await showForm();
    await user.type(box(labels.startDate), "5/1/1998");
    expect(box(labels.startDate)).toHaveProperty("value", "5/1/1998");
    await user.tab();
    expect(box(labels.startDate)).toHaveProperty("value", "05/01/1998");
  });
});
