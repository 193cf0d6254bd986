import { MantineProvider } from "@mantine/core";
import { cleanup, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, onTestFinished, vi } from "vitest";
import { KeysSheet } from "#renderer/app/keys-sheet.tsx";
import { readOwnKeys } from "#renderer/app/own-keys.ts";
import { useOwnKeys } from "#renderer/app/use-own-keys.ts";
import { WordsProvider } from "#renderer/app/words.tsx";
import { findBarriers } from "#tests/helpers/screen.tsx";

const filled = vi.fn();

function Sheet() {
  const own = useOwnKeys();
  return (
    <>
      <button
        onKeyDown={(event) => {
          if (event.ctrlKey && event.key === "d") filled();
        }}
      >
        Lưới
      </button>
      <KeysSheet opened onClose={() => undefined} own={own} />
    </>
  );
}

beforeEach(() => {
  window.localStorage.clear();
  filled.mockClear();
});

function open() {
  onTestFinished(cleanup);
  return render(
    <MantineProvider>
      <WordsProvider>
        <Sheet />
      </WordsProvider>
    </MantineProvider>,
  );
}

const row = (name: RegExp) => within(screen.getByRole("row", { name }));

it("gives an action a key of the person's own, refuses one that is used, and takes it back", async () => {
  open();
  await userEvent.click(row(/Điền xuống/u).getByRole("button", { name: /^Đổi phím/u }));
  await userEvent.keyboard("{Control>}e{/Control}");
  expect(screen.getByRole("status").textContent).toContain("Ctrl+E đang dùng cho việc khác");
  await userEvent.keyboard("{F6}");
  expect(readOwnKeys()).toEqual({ "Ctrl+D": "F6" });
  expect(row(/Điền xuống/u).getByText("F6")).toBeDefined();
  expect(await findBarriers()).toEqual([]);

  screen.getByRole("button", { name: "Lưới", hidden: true }).focus();
  await userEvent.keyboard("{F6}");
  expect(filled).toHaveBeenCalledTimes(1);

  await userEvent.click(row(/Điền xuống/u).getByRole("button", { name: /^Bỏ phím riêng/u }));
  expect(readOwnKeys()).toEqual({});
  screen.getByRole("button", { name: "Lưới", hidden: true }).focus();
  await userEvent.keyboard("{F6}");
  expect(filled).toHaveBeenCalledTimes(1);
});

it("leaves everything as it was with Esc", async () => {
  open();
  await userEvent.click(row(/Điền dãy số/u).getByRole("button", { name: /^Đổi phím/u }));
  await userEvent.keyboard("{Escape}{F6}");
  expect(readOwnKeys()).toEqual({});
});
