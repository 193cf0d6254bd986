import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openSettings, type Settings } from "#electron/settings.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

const first = (): Settings => ({
  deviceId: "D1",
  profile: null,
  province: null,
  practiceToken: "t",
  ruleProfile: null,
});

it("keeps what was changed for the next start", async () => {
  const folder = temporaryFolder();
  const settings = await openSettings(folder, first);
  await settings.change({ profile: { name: "Lê Thị Hoa", role: "district-checker", scope: "52.550" } });
  const again = await openSettings(folder, () => ({ ...first(), deviceId: "D2" }));
  expect(again.current()).toMatchObject({ deviceId: "D1", profile: { name: "Lê Thị Hoa" } });
});

it("starts anew where the settings cannot be read", async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "settings.json"), '{"deviceId": ');
  expect((await openSettings(folder, first)).current()).toEqual(first());
});

it("keeps the rules that were chosen", async () => {
  const folder = temporaryFolder();
  await (await openSettings(folder, first)).change({ ruleProfile: "TT02-2019" });
  expect((await openSettings(folder, first)).current().ruleProfile).toBe("TT02-2019");
});

it.each([
  ["none at all", {}],
  ["a name no longer known", { ruleProfile: "TT99-2031" }],
  ["no name", { ruleProfile: 5 }],
  ["names of files no longer known", { renditionNames: "of-my-own" }],
  ["a template no longer read", { renditionNames: "template", renditionTemplate: "{gone}" }],
])("takes no choice of rules from %s in the file, and keeps the rest of it", async (_case, rules) => {
  const folder = temporaryFolder();
  const { deviceId, profile, province, practiceToken } = first();
  writeFileSync(
    join(folder, "settings.json"),
    JSON.stringify({ deviceId, profile, province, practiceToken, ...rules }),
  );
  const settings = await openSettings(folder, () => ({ ...first(), deviceId: "D2" }));
  expect(settings.current()).toEqual(first());
});
