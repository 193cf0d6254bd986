import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { Route } from "wouter";
import { vi as words } from "#shared/text/vi.ts";
import { HelpPageScreen } from "#renderer/features/help/help-page-screen.tsx";
import { HelpScreen } from "#renderer/features/help/help-screen.tsx";
import { answeringDesk, findBarriers, renderScreen } from "#tests/helpers/screen.tsx";
import { openWork } from "#tests/helpers/work.ts";

const { pages } = words.help;

it("narrows the pages while one types, says how many are left, and what to do where none is", async () => {
  const user = userEvent.setup();
  renderScreen(<HelpScreen />, { work: await openWork(), desk: answeringDesk({}).desk, at: "/help" });
  const box = screen.getByRole("textbox", { name: words.help.find });
  await user.type(box, "the mot trang");
  const links = screen.getAllByRole("link").map((link) => link.textContent);
  expect(links[0]).toContain(pages.card.title);
  expect(screen.getByRole("status").textContent).toBe(words.help.found(String(links.length)));
  await user.clear(box);
  await user.type(box, "xyzt");
  expect(screen.getByText(words.help.none("xyzt"))).toBeTruthy();
  expect(await findBarriers()).toEqual([]);
});

it("shows a page with its steps in order, goes on to the next, and offers the card to the printer", async () => {
  const user = userEvent.setup();
  const { history } = renderScreen(
    <Route path="/help/:page">
      <HelpPageScreen />
    </Route>,
    { work: await openWork(), desk: answeringDesk({}).desk, at: "/help/problems" },
  );
  expect(
    screen
      .getAllByRole("listitem")
      .slice(0, pages.problems.steps.length)
      .map((li) => li.textContent),
  ).toEqual(pages.problems.steps);
  expect(screen.queryByRole("button", { name: words.help.print })).toBeNull();
  await user.click(screen.getByRole("link", { name: words.help.next(pages.card.title) }));
  expect(history.at(-1)).toBe("/help/card");
  expect(screen.getByRole("button", { name: words.help.print })).toBeTruthy();
  expect(await findBarriers()).toEqual([]);
});
