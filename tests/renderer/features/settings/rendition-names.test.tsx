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
    "session.nameRenditions": ({ practice }) => {
      asked.push(practice);
      session = { ...session, renditionNames: practice };
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

it("is closed to an operator, who is told whose it is", async () => {
  await show("capture-operator");
  screen.getByText(setting.notYours);
  expect(choice("dashes")).toHaveProperty("disabled", true);
});
