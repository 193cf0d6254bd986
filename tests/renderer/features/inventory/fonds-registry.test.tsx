import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { identifierStyle } from "#shared/archive/identifier.ts";
import type { Fonds } from "#shared/archive/fonds.ts";
import {
  draftOfFonds,
  editsOfFonds,
  emptyFondsDraft,
  readFondsDraft,
} from "#shared/inventory/fonds-draft.ts";
import { vi as words } from "#shared/text/vi.ts";
import { addRecords } from "#renderer/db/work.ts";
import { FondsFacts } from "#renderer/features/inventory/fonds-facts.tsx";
import { FondsForm } from "#renderer/features/inventory/fonds-form.tsx";
import { saveFonds } from "#renderer/features/inventory/save-fonds.ts";
import { keepHistory } from "#renderer/work/history.ts";
import { successors } from "#tests/fixtures/unit-tables.ts";
import { sampleFonds } from "#tests/helpers/sample-records.ts";
import { answeringDesk, findBarriers, renderScreen } from "#tests/helpers/screen.tsx";
import { openWork, sampleChecker } from "#tests/helpers/work.ts";

const tree = {
  inventories: [
    {
      inventory: "01",
      files: 12,
      boxes: [
        { box: "1", files: 7, items: 70, leaves: 300, locations: [] },
        { box: "2", files: 5, items: 30, leaves: 155, locations: [] },
      ],
    },
  ],
};

async function openWithFonds(fonds: Fonds) {
  const work = await openWork(sampleChecker);
  await addRecords(work, "fonds", [fonds]);
  const { desk } = answeringDesk({ "units.successors": () => successors, "listing.tree": () => tree });
  const held = async () => (await work.db.fonds.findOne(fonds.id).exec())?.toJSON();
  return { work, desk, held, user: userEvent.setup({ delay: null }) };
}

describe("a fonds", () => {
  it("never changes its unit by editing, whatever is typed", () => {
    const typed = fc.record({
      code: fc.string({ minLength: 1 }),
      name: fc.string({ minLength: 1 }),
      note: fc.string(),
    });
    fc.assert(
      fc.property(typed, (texts) => {
        const fonds = sampleFonds("fonds-1");
        const read = readFondsDraft({ ...draftOfFonds(fonds), ...texts }, false);
        if (!read.ok) return;
        const edits = editsOfFonds(fonds, read.value);
        expect(Object.keys(edits)).not.toContain("scope");
        expect({ ...fonds, ...edits }.scope).toBe(fonds.scope);
      }),
    );
  });

  it("keeps its unit when it is saved from another unit's machine", async () => {
    const fonds = sampleFonds("fonds-1", { scope: "52.550.21952" });
    const { work, held } = await openWithFonds(fonds);
    const doing = { history: keepHistory(), label: "Sửa" };
    const draft = { ...draftOfFonds(fonds), name: "Tên mới" };
    await saveFonds(work, doing, draft, "52.551.22000", fonds.id);
    expect(await held()).toMatchObject({ name: "Tên mới", scope: "52.550.21952" });
  });

  it("has to be confirmed anew once an identifier changes, and only then", () => {
    const fonds = sampleFonds("fonds-1", { codesConfirmedAt: "2025-06-01T00:00:00Z" });
    const edits = (fields: Partial<typeof emptyFondsDraft>) => {
      const read = readFondsDraft({ ...draftOfFonds(fonds), ...fields }, false);
      return read.ok ? { ...fonds, ...editsOfFonds(fonds, read.value) }.codesConfirmedAt : undefined;
    };
    expect(edits({ name: "Tên khác" })).toBe(fonds.codesConfirmedAt);
    expect(edits({ code: "H08.12" })).toBe("");
    expect(edits({ archiveCode: "000.00.00.H08" })).toBe("");
  });

  it("is known by an identifier of either style, stored as typed", () => {
    expect(identifierStyle("H08.12.3")).toBe("province-first");
    expect(identifierStyle("000.12.03.H08")).toBe("province-last");
    for (const odd of ["H8", "08.H", "UBND xã", "H08.", `H08${".123".repeat(12)}`]) {
      expect(identifierStyle(odd), odd).toBeUndefined();
    }
    const read = readFondsDraft(
      { ...emptyFondsDraft, code: "P1", name: "x", archiveCode: "000.12.03.H08" },
      false,
    );
    expect(read).toMatchObject({ ok: true, value: { archiveCode: "000.12.03.H08" } });
  });
});

describe("the form of a fonds", () => {
  it("warns of an identifier of neither style and saves it all the same, for the unit chosen", async () => {
    const { work, desk, user } = await openWithFonds(sampleFonds("fonds-0", { code: "H01" }));
    renderScreen(<FondsForm onSaved={() => undefined} onCancel={() => undefined} />, { work, desk });
    const box = (label: string) => screen.getByRole("textbox", { name: new RegExp(`^${label}`) });
    await user.type(box(words.inventory.fonds.code), "P12");
    await user.type(box(words.inventory.fonds.name), "UBND thị trấn");
    await user.type(box(words.inventory.fonds.archiveCode), "xyz");
    expect(screen.getByText(words.entry.identifierOdd)).toBeDefined();
    const unit = screen.getByRole("combobox", { name: words.entry.unit });
    await user.clear(unit);
    await user.type(unit, "thi tran tuy{Enter}");
    expect((await findBarriers()).filter((line) => !line.startsWith("page-has"))).toEqual([]);
    await user.click(screen.getByRole("button", { name: words.common.save }));
    const saved = () => work.db.fonds.findOne({ selector: { code: "P12" } }).exec();
    await waitFor(async () => expect(await saved()).not.toBeNull());
    expect((await saved())?.toJSON()).toMatchObject({ archiveCode: "xyz", scope: "52.550.21952" });
  });
});

describe("the facts of a fonds", () => {
  it("tell successors, counts of this machine and provisional codes", async () => {
    const { work, desk } = await openWithFonds(sampleFonds("fonds-1", { scope: "52.551.22000" }));
    renderScreen(<FondsFacts fonds={sampleFonds("fonds-1", { scope: "52.551.22000" })} />, { work, desk });
    expect(await screen.findByText(words.units.partOf("Xã Canh Vinh"))).toBeDefined();
    expect(await screen.findByText(words.entry.countedWords("12", "100", "455"))).toBeDefined();
    expect(screen.getByText(words.entry.provisional)).toBeDefined();
  });

  it("tell when the province confirmed the codes", async () => {
    const fonds = sampleFonds("fonds-1", { codesConfirmedAt: "2025-05-20T08:00:00Z" });
    const { work, desk } = await openWithFonds(fonds);
    renderScreen(<FondsFacts fonds={fonds} />, { work, desk });
    expect(screen.getByText(/^Tỉnh đã xác nhận mã: .*20\/0?5\/2025/)).toBeDefined();
    expect(screen.queryByText(words.entry.provisional)).toBeNull();
  });
});
