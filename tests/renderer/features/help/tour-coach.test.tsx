import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it } from "vitest";
import { roles } from "#shared/archive/role.ts";
import { vi as words } from "#shared/text/vi.ts";
import { TourButton } from "#renderer/features/help/tour-button.tsx";
import { TourCoach } from "#renderer/features/help/tour-coach.tsx";
import { tourOf } from "#renderer/features/help/tour-steps.ts";
import { answeringDesk, findBarriers, renderScreen } from "#tests/helpers/screen.tsx";
import { openWork } from "#tests/helpers/work.ts";

const { steps } = words.tour;
const role = "district-checker";

afterEach(() => window.localStorage.clear());

it("is walked with the arrow keys, opens each screen, pauses with Escape and goes on where it was left", async () => {
  const user = userEvent.setup();
  const { history } = renderScreen(
    <>
      <TourButton />
      <TourCoach role={role} />
    </>,
    { work: await openWork(), desk: answeringDesk({}).desk, at: "/settings" },
  );
  expect(screen.queryByRole("dialog")).toBeNull();
  await user.click(screen.getByRole("button", { name: words.home.tour }));
  expect(screen.getByRole("dialog", { name: steps.home.title })).toBe(document.activeElement);
  expect(history.at(-1)).toBe("/");
  await user.keyboard("{ArrowRight}");
  expect(screen.getByRole("dialog", { name: steps.sample.title })).toBe(document.activeElement);
  expect(history.at(-1)).toBe("/sample");
  await user.keyboard("{ArrowRight}{ArrowLeft}{ArrowLeft}{ArrowRight}");
  expect(await findBarriers()).toEqual([]);
  await user.keyboard("{Escape}");
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(window.localStorage.getItem(`mucluc.tour.${role}`)).toBe("1");
  await user.click(screen.getByRole("button", { name: words.home.tourOn }));
  expect(screen.getByRole("dialog", { name: steps.sample.title })).toBeTruthy();
  for (let at = 1; at < tourOf[role].length - 1; at += 1) await user.keyboard("{ArrowRight}");
  await user.click(screen.getByRole("button", { name: words.tour.end }));
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(screen.getByRole("button", { name: words.home.tour })).toBeTruthy();
});

it("takes no role more than ten minutes at a minute a step, and shows no step twice", () => {
  for (const one of roles) {
    expect(new Set(tourOf[one]).size).toBe(tourOf[one].length);
    expect(tourOf[one].length).toBeLessThanOrEqual(11);
  }
});
