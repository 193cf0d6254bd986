import { expect, it } from "vitest";
import { asMachine } from "#electron/people/as-machine.ts";
import { openSettings } from "#electron/settings.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

it("shows other machines what the machine is, whoever works on it, and keeps everything else", async () => {
  const settings = await openSettings(temporaryFolder(), () => ({ deviceId: "d" }) as never);
  let machine: { role: "district-checker"; scope: string } | null = null;
  const seen = asMachine(settings, () => machine);
  expect(seen.current().profile ?? null).toBeNull();
  await settings.change({
    profile: { name: "Lê Văn Quét", role: "capture-operator", scope: "52.550.21952" },
  });
  expect(seen.current()).toEqual(settings.current());
  machine = { role: "district-checker", scope: "52.550" };
  expect(seen.current()).toEqual({
    ...settings.current(),
    profile: { name: "Lê Văn Quét", role: "district-checker", scope: "52.550" },
  });
});
