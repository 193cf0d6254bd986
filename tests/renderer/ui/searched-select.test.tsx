import { MantineProvider } from "@mantine/core";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, onTestFinished } from "vitest";
import { DraftForm } from "#renderer/ui/draft-form.tsx";
import { SearchedSelect } from "#renderer/ui/searched-select.tsx";
import { useDraft } from "#renderer/ui/use-draft.ts";
import { findBarriers } from "#tests/helpers/screen.tsx";

const options = [
  { value: "", label: "Chưa rõ" },
  { value: "01", label: "Nghị quyết" },
  { value: "02", label: "Quyết định" },
  { value: "04", label: "Quy chế" },
  { value: "05", label: "Quy định" },
];

function Sheet({ onSave, initial }: { onSave: (type: string) => void; initial: string }) {
  const form = useDraft({ type: initial });
  const noop = () => undefined;
  return (
    <DraftForm
      label="Phiếu"
      problemsTitle=""
      problems={[]}
      save="Lưu"
      cancel="Thôi"
      busy={false}
      onSave={() => onSave(form.draft.type)}
      onCancel={noop}
    >
      <SearchedSelect
        form={form}
        field="type"
        label="Loại"
        options={options}
        nothingFound="Không có"
        clear="Xóa loại"
      />
    </DraftForm>
  );
}

function show(initial = "") {
  const saved: string[] = [];
  const save = (type: string) => void saved.push(type);
  render(
    <MantineProvider env="test">
      <main>
        <Sheet onSave={save} initial={initial} />
      </main>
    </MantineProvider>,
  );
  onTestFinished(cleanup);
  const input = screen.getByRole("combobox", { name: "Loại" });
  if (!(input instanceof HTMLInputElement)) throw new Error("no input");
  return { saved, input, user: userEvent.setup({ delay: null }) };
}

const listed = () => screen.queryAllByRole("option").map(({ textContent }) => textContent);

it("takes the first found at Enter in the same moment as the last letter, closes, and does not save", async () => {
  const { saved, input, user } = show();
  input.focus();
  // No turn of the event loop between the letters and the key.
  fireEvent.change(input, { target: { value: "quyet d" } });
  const passed = fireEvent.keyDown(input, { key: "Enter", code: "Enter" });
  expect(passed).toBe(false);
  expect(input.value).toBe("Quyết định");
  expect(input.getAttribute("aria-expanded")).toBe("false");
  expect(listed()).toEqual([]);
  expect(saved).toEqual([]);
  await user.keyboard("{Enter}");
  expect(saved).toEqual(["02"]);
});

it("is found without accents, gone through by the arrows, and marks what Enter takes", async () => {
  const { input, user } = show();
  await user.type(input, "quy");
  expect(listed()).toEqual(["Quyết định", "Quy chế", "Quy định", "Nghị quyết"]);
  const active = () =>
    document.getElementById(input.getAttribute("aria-activedescendant") ?? "")?.textContent;
  expect(active()).toBe("Quyết định");
  expect(await findBarriers()).toEqual([]);
  await user.keyboard("{ArrowDown}{ArrowDown}{ArrowUp}");
  expect(active()).toBe("Quy chế");
  await user.keyboard("{Enter}");
  expect(input.value).toBe("Quy chế");
});

it("gives back what was there at Escape, and keeps the form's own Escape for a closed list", async () => {
  const { input, user } = show("01");
  const heard: boolean[] = [];
  const hear = (event: KeyboardEvent) => {
    if (event.key === "Escape") heard.push(event.defaultPrevented);
  };
  window.addEventListener("keydown", hear);
  onTestFinished(() => window.removeEventListener("keydown", hear));
  await user.clear(input);
  await user.type(input, "quy");
  await user.keyboard("{Escape}");
  expect(input.value).toBe("Nghị quyết");
  expect(listed()).toEqual([]);
  await user.keyboard("{Escape}");
  expect(heard).toEqual([false]);
});

it("takes an only match on leaving, keeps what was there of several, and an emptied field is empty", async () => {
  const { saved, input, user } = show("01");
  const leave = async () => {
    await user.tab();
    input.focus();
  };
  await user.clear(input);
  await user.type(input, "che");
  await leave();
  expect(input.value).toBe("Quy chế");
  await user.clear(input);
  await user.type(input, "quy");
  await leave();
  expect(input.value).toBe("Quy chế");
  await user.clear(input);
  await user.type(input, "quy dinh");
  await leave();
  expect(input.value).toBe("Quy định");
  await user.clear(input);
  await leave();
  expect(input.value).toBe("");
  await user.keyboard("{Enter}");
  expect(saved).toEqual([""]);
});

it("leaves the keys of a composition alone, and is emptied by its button", async () => {
  const { input, user } = show("02");
  await user.click(screen.getByRole("button", { name: "Xóa loại" }));
  expect(input.value).toBe("");
  await user.type(input, "quy");
  fireEvent.keyDown(input, { key: "Process", code: "Enter", keyCode: 229 });
  expect(input.value).toBe("quy");
  await user.click(screen.getByRole("option", { name: "Quy định" }));
  expect(input.value).toBe("Quy định");
});

it("says that nothing is found, and Enter then takes nothing", async () => {
  const { saved, input, user } = show();
  await user.type(input, "bản đồ{Enter}");
  expect(screen.getByText("Không có")).toBeDefined();
  expect(input.value).toBe("bản đồ");
  expect(saved).toEqual([]);
});
