import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { Profile } from "#shared/archive/profile.ts";
import { DeskFault } from "#shared/contract/fault.ts";
import { vi as words } from "#shared/text/vi.ts";
import { WelcomeScreen } from "#renderer/features/welcome/welcome-screen.tsx";
import { answeringDesk, findBarriers, renderScreen } from "#tests/helpers/screen.tsx";

/** The first run, and what it saved. */
function showWelcome() {
  const saved: Profile[] = [];
  const { desk } = answeringDesk({
    "session.save": (profile) => {
      saved.push(profile);
      throw new DeskFault("disk-full");
    },
  });
  return { ...renderScreen(<WelcomeScreen />, { desk }), saved };
}

describe("the first run", () => {
  it("names all that is missing, and saves nothing", async () => {
    const user = userEvent.setup();
    const { saved } = showWelcome();
    await user.click(screen.getByRole("button", { name: words.welcome.start }));
    const alert = screen.getByRole("alert");
    expect(alert.textContent).toContain(words.welcome.nameMissing);
    expect(alert.textContent).toContain(words.welcome.roleMissing);
    expect(saved).toEqual([]);
    expect((await findBarriers()).filter((line) => !line.startsWith("landmark"))).toEqual([]);
  });

  it("saves who, in what role and where; the unit is found without accents", async () => {
    const user = userEvent.setup();
    const { saved } = showWelcome();
    await user.type(screen.getByLabelText(new RegExp(words.welcome.name)), " Nguyễn Thị Hoa ");
    await user.click(screen.getByRole("radio", { name: new RegExp(words.common.roles["commune-preparer"]) }));
    await user.type(screen.getByRole("combobox", { name: new RegExp(words.welcome.unit) }), "phuoc thang");
    await user.click(await screen.findByRole("option", { name: "Xã Phước Thắng – Huyện Tuy Phước" }));
    await user.click(screen.getByRole("button", { name: words.welcome.start }));
    await waitFor(() =>
      expect(saved).toEqual([{ name: "Nguyễn Thị Hoa", role: "commune-preparer", scope: "52.550.21955" }]),
    );
    expect((await screen.findByRole("alert")).textContent).toContain(words.faults["disk-full"].next);
  });

  it("takes the unit of a role that has only one", async () => {
    const user = userEvent.setup();
    const { saved, history } = showWelcome();
    await user.type(screen.getByLabelText(new RegExp(words.welcome.name)), "Trần Văn An");
    await user.click(screen.getByRole("radio", { name: new RegExp(words.common.roles["province-officer"]) }));
    await user.click(screen.getByRole("button", { name: words.welcome.sample }));
    await waitFor(() => expect(saved[0]).toMatchObject({ role: "province-officer", scope: "52" }));
    expect(history.at(-1)).toBe("/sample");
  });
});
