import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { DeskFault } from "#shared/contract/fault.ts";
import { ruleProfiles } from "#shared/rules/profile.ts";
import type { RuleProfileName } from "#shared/rules/profile-name.ts";
import { vi as words } from "#shared/text/vi.ts";
import { SettingsScreen } from "#renderer/features/settings/settings-screen.tsx";
import { answeringDesk, findBarriers, renderScreen, sampleSession } from "#tests/helpers/screen.tsx";
import { openWork } from "#tests/helpers/work.ts";

const rules = words.settings.rules;
const choice = (name: RuleProfileName) => screen.getByRole("radio", { name: rules.names[name] });

/** The settings of a machine whose desk keeps the rules it is given, or refuses them. */
async function showSettings(refuse = false) {
  const work = await openWork();
  const asked: RuleProfileName[] = [];
  let session = sampleSession(work);
  const { desk, say } = answeringDesk({
    "session.read": () => session,
    "session.chooseRules": ({ ruleProfile }) => {
      asked.push(ruleProfile);
      if (refuse) throw new DeskFault("disk-full");
      session = { ...session, ruleProfile };
      say("session.changed", {});
      return session;
    },
  });
  renderScreen(<SettingsScreen />, { work, desk });
  return { asked, user: userEvent.setup({ delay: null }) };
}

describe("the rules in the settings", () => {
  it("shows each circular with its version, its source and what it asks beyond the other", async () => {
    await showSettings();
    const section = within(screen.getByRole("region", { name: rules.title }));
    for (const { source } of Object.values(ruleProfiles)) section.getByText(`${source}.`);
    expect(section.getAllByText(rules.version(1))).toHaveLength(2);
    section.getByText(rules.beyond(rules.names["TT02-2019"]));
    const { file, item } = words.inventory;
    section.getByText(`${rules.kinds.files}: ${file.leafCount}, ${file.pageCount}.`);
    section.getByText(`${rules.kinds.items}: ${item.language}, ${item.access}.`);
    section.getByText(rules.nothingBeyond);
    expect((await findBarriers()).filter((line) => !line.startsWith("page-has"))).toEqual([]);
  });

  it("puts the chosen circular in force, and shows the one that is", async () => {
    const { asked, user } = await showSettings();
    expect(choice("TT05-2025")).toHaveProperty("checked", true);
    await user.click(choice("TT02-2019"));
    await waitFor(() => expect(choice("TT02-2019")).toHaveProperty("checked", true));
    await user.click(choice("TT05-2025"));
    await waitFor(() => expect(choice("TT05-2025")).toHaveProperty("checked", true));
    expect(asked).toEqual(["TT02-2019", "TT05-2025"]);
  });

  it("says why the rules could not be changed, and keeps showing those in force", async () => {
    const { user } = await showSettings(true);
    await user.click(choice("TT02-2019"));
    const section = within(screen.getByRole("region", { name: rules.title }));
    expect((await section.findByRole("alert")).textContent).toContain(words.faults["disk-full"].what);
    expect(choice("TT05-2025")).toHaveProperty("checked", true);
  });
});
