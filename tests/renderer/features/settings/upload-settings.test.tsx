import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { limitOf, type UploadPace, usualPace } from "#shared/rules/upload-pace.ts";
import { vi as all } from "#shared/text/vi.ts";
import { UploadSettings } from "#renderer/features/settings/upload-settings.tsx";
import { answeringDesk, findBarriers, renderScreen } from "#tests/helpers/screen.tsx";
import { openWork, sampleChecker } from "#tests/helpers/work.ts";

const words = all.uploads;

async function show(first: UploadPace = usualPace) {
  const work = await openWork(sampleChecker);
  const set: UploadPace[] = [];
  let pace = first;
  const read = () => ({ pace, limit: limitOf(pace, 12 * 60), opensAt: "" });
  const { desk } = answeringDesk({
    "uploads.read": read,
    "uploads.setPace": (wanted) => {
      set.push(wanted);
      pace = wanted;
      return read();
    },
  });
  renderScreen(<UploadSettings />, { work, desk });
  await screen.findByRole("button", { name: words.save });
  return { set, user: userEvent.setup({ delay: null }) };
}

it("pauses files and lets them go on, and says what that means for records", async () => {
  const { set, user } = await show();
  screen.getByText(words.limits.none);
  await user.click(screen.getByRole("button", { name: words.pause }));
  await screen.findByText(words.limits.paused);
  await user.click(screen.getByRole("button", { name: words.resume }));
  await screen.findByText(words.limits.none);
  expect(set.map(({ paused }) => paused)).toEqual([true, false]);
});

it("sets hours over midnight, a metered line and a rate as people write them", async () => {
  const { set, user } = await show();
  await user.click(screen.getByRole("checkbox", { name: words.metered }));
  await user.click(screen.getByRole("radio", { name: words.between }));
  const [from, to] = [screen.getByLabelText(words.from), screen.getByLabelText(words.to)];
  await user.clear(from);
  await user.type(from, "21h30");
  await user.clear(to);
  await user.type(to, "5");
  await user.clear(screen.getByLabelText(words.rate));
  await user.type(screen.getByLabelText(words.rate), "1.024");
  await user.click(screen.getByRole("button", { name: words.save }));
  await waitFor(() =>
    expect(set).toEqual([{ paused: false, metered: true, from: 1290, to: 300, kilobytesPerSecond: 1024 }]),
  );
  expect((await findBarriers()).filter((line) => !line.startsWith("page-has"))).toEqual([]);
});

it("says what is wrong with times and rates, and sets nothing", async () => {
  const { set, user } = await show({ ...usualPace, from: 1080, to: 360 });
  const section = within(screen.getByRole("region", { name: words.title }));
  await user.clear(section.getByLabelText(words.from));
  await user.type(section.getByLabelText(words.from), "tối");
  await user.clear(section.getByLabelText(words.rate));
  await user.type(section.getByLabelText(words.rate), "-5");
  await user.click(section.getByRole("button", { name: words.save }));
  await section.findByText(words.timeBad);
  section.getByText(words.rateBad);
  await user.clear(section.getByLabelText(words.from));
  await user.type(section.getByLabelText(words.from), "06:00");
  await user.click(section.getByRole("button", { name: words.save }));
  await section.findByText(words.sameTime);
  expect(set).toEqual([]);
});
