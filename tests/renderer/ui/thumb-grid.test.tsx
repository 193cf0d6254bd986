import { MantineProvider } from "@mantine/core";
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, it, onTestFinished } from "vitest";
import { ThumbGrid, type ThumbGridProps } from "#renderer/ui/thumb-grid.tsx";
import { ThumbSize } from "#renderer/ui/thumb-size.tsx";
import { findBarriers } from "#tests/helpers/screen.tsx";

// A frame 800 pixels wide and 600 high (see the helper): four thumbnails of ten rem in a row, two rows in sight.
const columns = 4;

function Grid(props: Partial<ThumbGridProps> & { told: string[] }) {
  const [current, setCurrent] = useState(0);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [width, setWidth] = useState(10);
  const { told, ...more } = props;
  return (
    <>
      <ThumbSize label="Cỡ ảnh" value={width} onChange={setWidth} />
      <ThumbGrid
        label="Các trang"
        count={2000}
        thumbAt={(index) => ({ key: `page-${index}`, src: `/object/${index}`, name: `Trang ${index + 1}` })}
        width={width}
        height="40rem"
        current={current}
        onCurrent={setCurrent}
        selected={selected}
        onSelect={setSelected}
        onOpen={(index) => told.push(`open ${index}`)}
        badges={(index) => (index === 2 ? "Mờ" : null)}
        foot={(index) => `chân ${index}`}
        footLines={1}
        {...more}
      />
    </>
  );
}

function show(more: Partial<ThumbGridProps> = {}) {
  const told: string[] = [];
  render(
    <MantineProvider env="test">
      <main>
        <Grid told={told} {...more} />
      </main>
    </MantineProvider>,
  );
  onTestFinished(cleanup);
  const grid = screen.getByRole("listbox", { name: "Các trang" });
  return { told, grid, user: userEvent.setup({ delay: null }) };
}

const selected = () => screen.queryAllByRole("option", { selected: true }).map(nameOf);
const nameOf = (option: HTMLElement) => /Trang \d+/.exec(option.textContent)?.[0];
/** The name of the one a screen reader is told of. */
const active = (grid: HTMLElement) => {
  const option = document.getElementById(grid.getAttribute("aria-activedescendant") ?? "");
  return option ? nameOf(option) : undefined;
};

it("draws a screenful of two thousand, each with its place among all, and bars nobody", async () => {
  const { grid } = show();
  const drawn = screen.getAllByRole("option");
  expect(drawn.length).toBeLessThan(60);
  expect(drawn[0]?.getAttribute("aria-setsize")).toBe("2000");
  expect(drawn[2]?.textContent).toBe("MờTrang 3chân 2");
  expect(grid.getAttribute("aria-multiselectable")).toBe("true");
  expect(await findBarriers()).toEqual([]);
});

it("goes by keys, to the last and back, and the one in focus is always there to be read", async () => {
  const { grid, user, told } = show();
  await user.tab();
  await user.tab();
  expect(document.activeElement).toBe(grid);
  await user.keyboard("{ArrowRight}{ArrowDown}");
  expect(active(grid)).toBe(`Trang ${columns + 2}`);
  await user.keyboard("{End}");
  expect(active(grid)).toBe("Trang 2000");
  await user.keyboard("{Home}{PageDown}{Enter}");
  expect(told).toHaveLength(1);
  expect(Number(told[0]?.split(" ")[1]) % columns).toBe(0);
  expect(selected()).toEqual([active(grid)]);
});

it("selects as a file manager does: Shift a stretch, Ctrl one more, Space, all, Escape", async () => {
  const { user } = show();
  await user.click(screen.getByText("Trang 2"));
  await user.keyboard("{Shift>}{ArrowRight}{ArrowRight}{/Shift}");
  expect(selected()).toEqual(["Trang 2", "Trang 3", "Trang 4"]);
  await user.keyboard("{Control>}");
  await user.click(screen.getByText("Trang 3"));
  await user.click(screen.getByText("Trang 6"));
  await user.keyboard("{/Control}");
  expect(selected()).toEqual(["Trang 2", "Trang 4", "Trang 6"]);
  await user.keyboard(" ");
  expect(selected()).toEqual(["Trang 2", "Trang 4"]);
  await user.keyboard("{Shift>}");
  await user.click(screen.getByText("Trang 8"));
  await user.keyboard("{/Shift}");
  expect(selected()).toEqual(["Trang 6", "Trang 7", "Trang 8"]);
  await user.keyboard("{Control>}a{/Control}");
  expect(selected()).toHaveLength(screen.getAllByRole("option").length);
  await user.keyboard("{Escape}");
  expect(selected()).toEqual(["Trang 8"]);
});

it("leaves the caller its keys, and without selecting the one in focus is the one selected", async () => {
  const keys: string[] = [];
  const onKey: ThumbGridProps["onKey"] = ({ key }, index) => {
    if (key !== "a" && key !== "1") return false;
    keys.push(`${key}${index}`);
    return true;
  };
  const { grid, user } = show({ onKey, onSelect: undefined as never });
  grid.focus();
  await user.keyboard("{ArrowRight}a1");
  expect(keys).toEqual(["a1", "11"]);
  expect(selected()).toEqual(["Trang 2"]);
});

it("fetches a picture once it rests in sight, and none for pages flung past", async () => {
  const { grid, user } = show();
  expect(grid.querySelectorAll("img")).toHaveLength(0);
  grid.focus();
  await user.keyboard("{PageDown}{PageDown}{End}");
  const fetched = () => [...grid.querySelectorAll("img")].map((image) => image.getAttribute("src"));
  await expect.poll(fetched).toContain("/object/1999");
  expect(fetched()).not.toContain("/object/40");
});
