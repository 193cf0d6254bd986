import { cleanup, render, screen } from "@testing-library/react";
import { MantineProvider } from "@mantine/core";
import userEvent from "@testing-library/user-event";
import { createRef } from "react";
import { afterEach, expect, test } from "vitest";
import { CellEditor } from "#renderer/ui/grid/cell-editor.tsx";
import type { GridColumn } from "#renderer/ui/grid/grid-types.ts";

const waiting = { value: "Hợp tác xã Lộc Sơn", label: "Hợp tác xã Lộc Sơn", note: "chờ tỉnh duyệt" };
const merged = { value: "Hợp tác xã Một", label: "Hợp tác xã Một", also: ["HTX 1"] };

afterEach(cleanup);

function openCell(column: Partial<GridColumn>) {
  // The page of the tests has no layout, and nothing to scroll.
  Element.prototype.scrollIntoView = () => undefined;
  const committed: (string | undefined)[] = [];
  const moved: string[] = [];
  render(
    <MantineProvider>
      <CellEditor
        input={createRef()}
        row={0}
        column={{ key: "issuer", title: "Cơ quan", width: 10, kind: "text", ...column }}
        cell={{ text: "" }}
        left={0}
        pinned={false}
        words={{ reading: "", rowNumber: "Dòng", keep: String, sort: String, noOption: "Không có" }}
        isTyping={() => true}
        begin={() => true}
        commit={(chosen) => committed.push(chosen)}
        onAsk={(ask) => {
          moved.push(ask.kind);
          return true;
        }}
        onCopy={() => undefined}
        onPaste={() => undefined}
      />
    </MantineProvider>,
  );
  return {
    committed,
    moved,
    user: userEvent.setup({ delay: null }),
    input: screen.getByLabelText(/Cơ quan/),
  };
}

test("a free text offers its suggestions below it, and takes one only by the arrows and Enter", async () => {
  const { committed, user, input } = openCell({ suggestions: [waiting, merged] });
  await user.type(input, "hop tac");
  expect(screen.getAllByRole("option").map(({ textContent }) => textContent)).toEqual([
    "Hợp tác xã Lộc Sơnchờ tỉnh duyệt",
    "Hợp tác xã Một",
  ]);
  expect((input as HTMLInputElement).value).toBe("hop tac");
  await user.keyboard("{ArrowDown}{ArrowDown}{Enter}");
  expect(committed).toEqual([merged.value]);
});

test("what is typed stays as typed where no suggestion was gone to, and leaving is as in any cell", async () => {
  const { committed, moved, user, input } = openCell({ suggestions: [waiting, merged] });
  await user.type(input, "Hợp tác{Enter}");
  expect(committed).toEqual([]);
  expect(moved).toEqual(["enter"]);
  expect(screen.queryByRole("listbox")).toBeNull();
});

test("a merged word brings the label it stands for; where nothing fits no list is shown", async () => {
  const { user, input } = openCell({ suggestions: [waiting, merged] });
  await user.type(input, "htx");
  expect(screen.getByRole("option").textContent).toBe(merged.label);
  await user.type(input, " xyz");
  expect(screen.queryByRole("listbox")).toBeNull();
});

test("a text without suggestions shows none", async () => {
  const { user, input } = openCell({});
  await user.type(input, "hop tac");
  expect(screen.queryByRole("listbox")).toBeNull();
});
