import { MantineProvider } from "@mantine/core";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, onTestFinished } from "vitest";
import { vi as words } from "#shared/text/vi.ts";
import { PageView, type PageViewProps } from "#renderer/ui/page-view.tsx";
import { findBarriers } from "#tests/helpers/screen.tsx";

// The helper's frame is 140 × 40 pixels; a page of 1240 × 1752 whose preview has 310 × 438.
const size = { width: 1240, height: 1752 };
const preview = { naturalWidth: 310, naturalHeight: 438 };

beforeEach(() => window.localStorage.clear());

function show(more: Partial<PageViewProps> = {}) {
  const went: string[] = [];
  const asked: string[] = [];
  const props: PageViewProps = {
    src: "/object/view",
    alt: "Trang 2 của Quyết định",
    caption: "Trang 2/3",
    texts: words.viewer,
    size,
    askFull: () => {
      asked.push("full");
      return Promise.resolve("/object/master");
    },
    onPrevious: () => went.push("previous"),
    onNext: () => went.push("next"),
    beside: {
      before: { src: "/object/one", alt: "Trang 1", size },
      after: { src: "/object/three", alt: "Trang 3", size },
    },
    keep: "mucluc.look.Lan",
    ...more,
  };
  const { container, rerender } = render(framed(props));
  onTestFinished(cleanup);
  const load = () => {
    const image = screen.getByRole("img", { name: props.alt });
    for (const [side, value] of Object.entries(preview)) Object.defineProperty(image, side, { value });
    fireEvent.load(image);
  };
  load();
  const frame = screen.getByRole("region", { name: "Trang 2/3" });
  const full = () => container.querySelector("img[data-full]")?.getAttribute("src");
  const update = (changed: Partial<PageViewProps>) => rerender(framed({ ...props, ...changed }));
  return { went, asked, frame, full, update, container, user: userEvent.setup({ delay: null }) };
}

const framed = (props: PageViewProps) => (
  <MantineProvider env="test">
    <main>
      <PageView {...props} />
    </main>
  </MantineProvider>
);

it("shows its own pixels once they are needed, at 100 % of the page and not of its preview", async () => {
  const { frame, asked, full, user } = show();
  expect(asked).toEqual([]);
  frame.focus();
  await user.keyboard(" ");
  expect(screen.getByText("100 %")).toBeDefined();
  await expect.poll(full).toBe("/object/master");
  const sheet = screen.getByRole("img", { name: "Trang 2 của Quyết định" }).parentElement;
  expect(sheet?.style.width).toBe("1240px");
  await user.keyboard(" ");
  expect(full()).toBeUndefined();
  await user.keyboard(" ");
  expect(asked).toEqual(["full"]);
  expect(await findBarriers()).toEqual([]);
});

it("says that a preview is enlarged where the scan cannot be had", async () => {
  const { frame, user, update } = show({ askFull: () => Promise.reject(new Error("no desk")) });
  frame.focus();
  await user.keyboard(" ");
  expect(await screen.findByText(words.viewer.coarse)).toBeDefined();
  update({ src: "" });
  expect(screen.queryByText(words.viewer.coarse)).toBeNull();
  expect(screen.getByText(words.viewer.missing)).toBeDefined();
});

it("never shows one page's pixels under another's name", async () => {
  const answers: ((url: string) => void)[] = [];
  const { frame, user, full, update } = show({
    askFull: () => new Promise((resolve) => answers.push(resolve)),
  });
  frame.focus();
  await user.keyboard(" ");
  expect(answers).toHaveLength(1);
  update({ src: "/object/other", alt: "Trang 3" });
  answers[0]?.("/object/master");
  await Promise.resolve();
  expect(full()).toBeUndefined();
});

it("goes on by keys, keeps zoom and neighbours for the person, and for no other", async () => {
  const { went, frame, user } = show();
  frame.focus();
  await user.keyboard("{PageDown}{PageUp}{ArrowRight}{ArrowLeft}");
  expect(went).toEqual(["next", "previous", "next", "previous"]);
  await user.keyboard("b+");
  expect(screen.getByRole("img", { name: "Trang 1" })).toBeDefined();
  expect(screen.getByRole("button", { name: words.viewer.beside }).getAttribute("aria-pressed")).toBe("true");
  await user.click(screen.getByRole("img", { name: "Trang 3" }));
  expect(went.at(-1)).toBe("next");
  await user.keyboard("0 ");
  cleanup();
  show();
  expect(screen.getByText("100 %")).toBeDefined();
  expect(screen.getByRole("img", { name: "Trang 1" })).toBeDefined();
  cleanup();
  show({ keep: "mucluc.look.Minh" });
  expect(screen.queryByText("100 %")).toBeNull();
  expect(screen.queryByRole("img", { name: "Trang 1" })).toBeNull();
});

it("marks a zone in its place, and moves to another", () => {
  const moves: unknown[] = [];
  const { container, update, frame } = show({ zone: [0.1, 0.2, 0.4, 0.25], overlay: <p>lớp chữ</p> });
  frame.scrollTo = (to: unknown) => void moves.push(to);
  const marked = () =>
    [...container.querySelectorAll<HTMLElement>("[aria-hidden]")].find(({ style }) => style.top);
  expect(marked()?.style.left).toBe("10%");
  expect(screen.getByText("lớp chữ")).toBeDefined();
  update({ zone: [0.5, 0.6, 0.9, 0.7] });
  expect(marked()?.style.top).toBe("60%");
  expect(moves).toHaveLength(1);
});

it("tells why there is no page beyond the last", () => {
  show({ onNext: undefined });
  const next = screen.getByRole("button", { name: words.viewer.next });
  expect(next.getAttribute("aria-disabled")).toBe("true");
  expect(next.getAttribute("aria-description")).toBe(words.viewer.isLast);
});

it("a page too large for one picture is seen whole at first, never smaller, and asks for no larger picture", async () => {
  const deep = { size: { width: 5822, height: 8243 }, address: () => "/tile" };
  const { frame, asked, user, container } = show({ deep });
  await expect.poll(() => container.querySelector("[data-tiles]")).not.toBeNull();
  const percent = () => screen.getByText(/^\d+ %$/).textContent;
  const whole = percent();
  expect(whole).toBe("1 %");
  frame.focus();
  await user.keyboard("-");
  expect(percent()).toBe(whole);
  await user.keyboard("+");
  expect(percent()).toBe("10 %");
  await user.keyboard("-");
  expect(percent()).toBe(whole);
  await user.keyboard(" ");
  expect([percent(), asked]).toEqual(["100 %", []]);
  const turned = new WheelEvent("wheel", { deltaY: 120, cancelable: true, bubbles: true });
  frame.dispatchEvent(turned);
  await expect.poll(percent).toBe("74 %");
  expect(turned.defaultPrevented).toBe(true);
  expect(await findBarriers()).toEqual([]);
});
