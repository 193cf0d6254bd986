import { Notifications } from "@mantine/notifications";
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { nextFileDraft } from "#shared/inventory/file-draft.ts";
import type { Successor } from "#shared/archive/successor.ts";
import { vi as words } from "#shared/text/vi.ts";
import { FileForm } from "#renderer/features/inventory/file-form.tsx";
import { addRecords } from "#renderer/db/work.ts";
import { successors, unitsAfter } from "#tests/fixtures/unit-tables.ts";
import { sampleFonds } from "#tests/helpers/sample-records.ts";
import { answeringDesk, findBarriers, renderScreen } from "#tests/helpers/screen.tsx";
import { openWork } from "#tests/helpers/work.ts";

const labels = words.inventory.file;
const box = (label: string) => screen.getByRole("textbox", { name: new RegExp(`^${label}`) });

async function showForm(scope = "52.550.21952", more: { successor?: string; became?: Successor[] } = {}) {
  const work = await openWork();
  await addRecords(work, "fonds", [sampleFonds("fonds-1", { scope })]);
  const initial = { ...nextFileDraft(), code: "H05.01.0009", successor: more.successor ?? "" };
  const cancelled: true[] = [];
  const { desk } = answeringDesk({ "units.successors": () => more.became ?? successors });
  const form = (
    <>
      <Notifications />
      <FileForm
        fondsId="fonds-1"
        initial={initial}
        onSaved={() => undefined}
        onCancel={() => cancelled.push(true)}
      />
    </>
  );
  renderScreen(form, { work, desk });
  return { work, cancelled, user: userEvent.setup({ delay: null }) };
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

  it("says that it is saved once the journal has it, and that it is not where that takes long", async () => {
    const { work, user } = await showForm();
    const saveOne = async (title: string) => {
      await user.type(box(labels.title), title);
      await user.keyboard("{Control>}{Enter}{/Control}");
      await waitFor(() => expect(box(labels.title)).toHaveProperty("value", ""));
    };
    const name = /H05\.01\.0009/u;
    await saveOne("Hồ sơ giao đất");
    expect(screen.queryByText(name)).toBeNull();
    const [file] = await work.db.files.find().exec();
    if (file) work.saving.saved("files", [file.toJSON()]);
    expect((await screen.findByText(name)).textContent).toContain("Đã lưu");
    await saveOne("Hồ sơ thu hồi đất");
    expect((await screen.findByText(/H05\.01\.0010/u)).textContent).toContain("Chưa lưu xong");
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

  it("suggests a retention with its source, and sets it only when it is taken", async () => {
    const { user } = await showForm();
    await user.type(box(labels.title), "Hội nghị tổng kết năm 2016");
    const retention = screen.getByRole("combobox", { name: new RegExp(`^${labels.retention}`) });
    expect(retention).toHaveProperty("value", "");
    const [note] = screen.getAllByRole("note");
    expect(note?.textContent).toContain("Thông tư 09/2011/TT-BNV");
    const [take] = screen.getAllByRole("button", { name: new RegExp(`^${words.entry.take}`) });
    if (take) await user.click(take);
    await waitFor(() => expect(retention).toHaveProperty("value", "Vĩnh viễn"));
  });

  it("finds a value of a list without accents, and takes what was typed when it names one alone", async () => {
    const { work, user } = await showForm();
    await user.type(box(labels.title), "Hồ sơ giao đất");
    const language = screen.getByRole("combobox", { name: new RegExp(`^${labels.language}`) });
    await user.clear(language);
    await user.type(language, "han nom");
    await user.tab();
    await user.click(screen.getByRole("button", { name: words.common.save }));
    await waitFor(async () => expect(await work.db.files.find().exec()).toHaveLength(1));
    expect((await work.db.files.findOne().exec())?.language).toBe("09");
  });

  it("shows live whether the file is in the letter's scope, and asks for a reason outside it", async () => {
    const { user } = await showForm();
    expect(screen.queryByRole("textbox", { name: labels.scopeReason })).toBeNull();
    await user.type(box(labels.startDate), "1998");
    expect(screen.getByText(words.entry.scope.outside)).toBeDefined();
    await user.type(box(labels.scopeReason), "Công văn 12");
    expect(screen.getByText(words.entry.scope.reasoned)).toBeDefined();
  });

  it("asks which commune receives the file where the commune was split, and guesses nothing", async () => {
    const { work, user } = await showForm("52.551.22000");
    await user.type(box(labels.title), "Hồ sơ giao đất");
    const choice = await screen.findByRole("combobox", { name: labels.successor });
    expect(choice).toHaveProperty("value", "");
    await user.selectOptions(choice, "Xã Canh Vinh");
    await user.click(screen.getByRole("button", { name: words.common.save }));
    await waitFor(async () => expect(await work.db.files.find().exec()).toHaveLength(1));
    const file = await work.db.files.findOne().exec();
    expect(file?.toJSON()).toMatchObject({ successor: "22006", scope: "52.551.22000" });
  });

  it("shows a choice as the commune that the chosen one became since, and stores nothing else by itself", async () => {
    const became = successors.map((one) =>
      one.to.code === "22006" ? { ...one, to: { ...one.to, code: "22999", name: "Xã Vân Canh Mới" } } : one,
    );
    const earlier = became.map((one) => (one.to.code === "22999" ? { ...one, earlier: ["22006"] } : one));
    const { work, user } = await showForm("52.551.22000", { successor: "22006", became: earlier });
    const choice = await screen.findByRole("combobox", { name: labels.successor });
    expect(choice).toHaveProperty("value", "22999");
    expect(screen.getByText(words.units.chosenBecame("22006", "Xã Vân Canh Mới"))).toBeDefined();
    await user.type(box(labels.title), "Hồ sơ giao đất");
    await user.click(screen.getByRole("button", { name: words.common.save }));
    await waitFor(async () => expect(await work.db.files.find().exec()).toHaveLength(1));
    expect((await work.db.files.findOne().exec())?.successor).toBe("22006");
  });

  it("tells of a choice whose commune is no more, and asks for another", async () => {
    const { user } = await showForm("52.551.22000", { successor: "21583" });
    const choice = await screen.findByRole("combobox", { name: labels.successor });
    expect(choice).toHaveProperty("value", "21583");
    expect(screen.getByText(words.units.chosenGone("21583"))).toBeDefined();
    await user.selectOptions(choice, "Xã Canh Vinh");
    expect(choice).toHaveProperty("value", "22006");
    expect(screen.queryByRole("option", { name: words.units.noLonger("21583") })).toBeNull();
  });

  it("shows where the only successor of an undivided commune follows from it, without a choice", async () => {
    await showForm("52.540.21556");
    expect(await screen.findByText(/Phường Quy Nhơn \(theo xã cũ\)/)).toBeDefined();
    expect(screen.queryByRole("combobox", { name: labels.successor })).toBeNull();
  });

  it("leaves a file with a commune that gave a part away, unless a person chooses who got it", async () => {
    const [giver] = successors.filter(({ from }) => from === "52.540.21556");
    const to = unitsAfter.find(({ code }) => code === "21952");
    if (!giver || !to) throw new Error("no such units");
    const part = { from: giver.from, to, part: true, ceded: giver.to.scope };
    const { work, user } = await showForm(giver.from, { became: [...successors, part] });
    const choice = await screen.findByRole("combobox", { name: labels.successor });
    expect(choice).toHaveProperty("value", "");
    expect(screen.getByRole("option", { name: words.units.staysWith("Phường Quy Nhơn") })).toBeDefined();
    expect(screen.getByText(words.units.staysHint("Phường Quy Nhơn", "Xã Tuy Phước"))).toBeDefined();
    await user.type(box(labels.title), "Hồ sơ giao đất");
    await user.selectOptions(choice, "Xã Tuy Phước");
    await user.click(screen.getByRole("button", { name: words.common.save }));
    await waitFor(async () => expect(await work.db.files.find().exec()).toHaveLength(1));
    expect((await work.db.files.findOne().exec())?.successor).toBe("21952");
  });

  it("stops at a mark of secrecy, records the decision, and keeps nothing of the document", async () => {
    const { work, cancelled, user } = await showForm();
    await user.type(box(labels.title), "Kế hoạch phòng thủ (Tối mật)");
    await user.click(screen.getByRole("button", { name: words.common.save }));
    const dialog = await screen.findByRole("dialog", { name: words.entry.secret.title });
    await waitFor(() => expect(dialog.textContent).toContain(words.entry.secrecy["toi-mat"]));
    expect(await work.db.files.find().exec()).toEqual([]);
    const [exclusion, ...others] = await work.db.exclusions.find().exec();
    expect(others).toEqual([]);
    expect(exclusion?.toJSON()).toMatchObject({ class: "toi-mat", withdrawn: "" });
    expect(exclusion?.place).toContain("H05.01.0009");
    expect(JSON.stringify(exclusion?.toJSON())).not.toContain("phòng thủ");
    await user.click(screen.getByRole("button", { name: words.entry.secret.discard }));
    expect(cancelled).toEqual([true]);
  });

  it("takes a slip of typing back with its reason, and lets it be corrected", async () => {
    const { work, user } = await showForm();
    await user.type(box(labels.title), "Mật");
    await user.click(screen.getByRole("button", { name: words.common.save }));
    const slip = () => screen.getByRole("button", { name: words.entry.secret.slip });
    // While the decision is being recorded the button says why it waits.
    await waitFor(() => expect(slip().getAttribute("aria-disabled")).toBeNull());
    await user.click(slip());
    await waitFor(async () =>
      expect((await work.db.exclusions.findOne().exec())?.withdrawn).toBe(words.entry.secret.slipReason),
    );
    expect(box(labels.title)).toHaveProperty("value", "Mật");
  });
});
