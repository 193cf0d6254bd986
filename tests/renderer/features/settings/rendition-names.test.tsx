import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import type { NamePractice } from "#shared/archive/document-name.ts";
import { vi as words } from "#shared/text/vi.ts";
import { RenditionNames } from "#renderer/features/settings/rendition-names.tsx";
import { answeringDesk, findBarriers, renderScreen, sampleSession } from "#tests/helpers/screen.tsx";
import { openWork, sampleChecker } from "#tests/helpers/work.ts";

const { setting, practices } = words.rendition;
const choice = (name: NamePractice) => screen.getByRole("radio", { name: practices[name].label });

async function show(role: "district-checker" | "capture-operator") {
  const work = await openWork({ ...sampleChecker, role });
  const asked: NamePractice[] = [];
  let session = sampleSession(work);
  const { desk, say } = answeringDesk({
    "session.read": () => session,
    "session.nameRenditions": ({ practice, template = session.renditionTemplate }) => {
      asked.push(practice);
      session = { ...session, renditionNames: practice, renditionTemplate: template };
      say("session.changed", {});
      return session;
    },
  });
  renderScreen(<RenditionNames />, { work, desk });
  return { asked, user: userEvent.setup({ delay: null }) };
}

it("shows the name that each practice gives, and sets the chosen one", async () => {
  const { asked, user } = await show("district-checker");
  const section = within(screen.getByRole("region", { name: setting.title }));
  section.getByText("H05.02.2008.01.0000001.pdf");
  section.getByText("H05.02/01/H05.02-01-H05.02.2008.01/H05.02-01-H05.02.2008.01-0000001.pdf");
  expect(choice("plain")).toHaveProperty("checked", true);
  await user.click(choice("dashes"));
  await waitFor(() => expect(choice("dashes")).toHaveProperty("checked", true));
  expect(asked).toEqual(["dashes"]);
  expect((await findBarriers()).filter((line) => !line.startsWith("page-has"))).toEqual([]);
});

it("takes a template that is written with its example in sight, and says what is wrong with one", async () => {
  const { asked, user } = await show("district-checker");
  await user.click(choice("template"));
  expect(asked).toEqual([]);
  const input = screen.getByRole("textbox", { name: setting.own.label });
  const use = () => screen.getByRole("button", { name: setting.own.use });
  await user.clear(input);
  expect(use().getAttribute("aria-description")).toBe(setting.own.problems.empty(""));
  await user.type(input, "{{maHS}");
  screen.getByText(setting.own.problems["unknown-token"]("{maHS}"));
  await user.clear(input);
  await user.click(screen.getByRole("button", { name: /^\{soKyHieu\}/ }));
  screen.getByText("H05.02.2008.01/12-QĐ-UBND.0000001.pdf");
  screen.getByText(setting.own.added.stt);
  await user.click(use());
  await waitFor(() => expect(use().getAttribute("aria-description")).toBe(setting.own.same));
  expect(asked).toEqual(["template"]);
  expect(choice("template")).toHaveProperty("checked", true);
  expect((await findBarriers()).filter((line) => !line.startsWith("page-has"))).toEqual([]);
  await user.click(choice("plain"));
  await waitFor(() => expect(asked).toEqual(["template", "plain"]));
});

it("is closed to an operator, who is told whose it is", async () => {
  await show("capture-operator");
  screen.getByText(setting.notYours);
  expect(choice("dashes")).toHaveProperty("disabled", true);
});
