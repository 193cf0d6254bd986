import { expect, it, onTestFinished } from "vitest";
import { answer } from "#electron/answer.ts";
import { openConnection } from "#electron/connection.ts";
import { sessionHandlers } from "#electron/session.ts";
import { openRuleKeeper } from "#electron/province/rule-pack.ts";
import { openSecrets } from "#electron/secrets/secrets.ts";
import { openSettings } from "#electron/settings.ts";
import type { DeskHandlers } from "#shared/contract/desk.ts";
import type { Role } from "#shared/archive/role.ts";
import type { SessionRules } from "#shared/contract/session.ts";
import { openTestJournal } from "#tests/helpers/open-test-journal.ts";

/** The calls about the session over a real journal and settings file, and the events they say. */
async function openTestSession(pack: Partial<SessionRules> = {}) {
  const { folder, ...journal } = openTestJournal();
  const settings = await openSettings(folder, () => ({
    deviceId: "device-1",
    profile: null,
    province: null,
    practiceToken: "t",
    ruleProfile: null,
  }));
  const secrets = await openSecrets(folder, undefined);
  const keeper = await openRuleKeeper({ folder, now: () => 0 });
  const ignore = () => undefined;
  const connection = openConnection({
    folder,
    resources: "",
    settings,
    secrets,
    startPractice: undefined,
    changed: ignore,
    report: ignore,
  });
  onTestFinished(() => connection.close());
  const said: string[] = [];
  const terms = [{ list: "issuer" as const, label: "UBND xã Cát Hanh", into: "" }];
  const handlers = sessionHandlers({
    version: "0.0.0",
    host: "loopback",
    folder,
    settings,
    units: [],
    successors: [],
    journal,
    connection,
    secrets,
    rules: { rules: () => ({ ...keeper.rules(), ...pack }), terms: () => terms },
    emit: (name) => said.push(name),
  });
  const call = (name: string, input: object) => answer(handlers as DeskHandlers, name, input, ignore);
  const setRole = (role: Role | null) =>
    settings.change({ profile: role && { name: "Lê Thị Kiểm", role, scope: "52.550" } });
  return { call, said, folder, setRole };
}

it("tells which rules are in force, and changes them at once for every window and the next start", async () => {
  const { call, said, folder } = await openTestSession();
  expect(await call("session.read", {})).toMatchObject({ value: { ruleProfile: "TT05-2025" } });
  expect(said).toEqual([]);
  expect(await call("session.chooseRules", { ruleProfile: "TT02-2019" })).toMatchObject({
    value: { ruleProfile: "TT02-2019", deviceId: "device-1" },
  });
  expect(said).toEqual(["session.changed"]);
  expect(await call("session.read", {})).toMatchObject({ value: { ruleProfile: "TT02-2019" } });
  const again = await openSettings(folder, () => {
    throw new Error("the settings were not read");
  });
  expect(again.current().ruleProfile).toBe("TT02-2019");
});

it("follows the province, but for a choice of its own where the province left one", async () => {
  const free = await openTestSession({ version: 2, defaultProfile: "TT02-2019", open: true });
  expect(await free.call("session.read", {})).toMatchObject({ value: { ruleProfile: "TT02-2019" } });
  await free.call("session.chooseRules", { ruleProfile: "TT05-2025" });
  expect(await free.call("session.read", {})).toMatchObject({ value: { ruleProfile: "TT05-2025" } });

  const bound = await openTestSession({ version: 3, defaultProfile: "TT02-2019", open: false });
  expect(await bound.call("session.chooseRules", { ruleProfile: "TT05-2025" })).toMatchObject({
    fault: { code: "bad-call" },
  });
  expect(await bound.call("session.read", {})).toMatchObject({ value: { ruleProfile: "TT02-2019" } });
});

it("refuses rules that it does not know, and keeps those in force", async () => {
  const { call, said } = await openTestSession();
  expect(await call("session.chooseRules", { ruleProfile: "TT99-2031" })).toMatchObject({
    fault: { code: "bad-call" },
  });
  expect(said).toEqual([]);
  expect(await call("session.read", {})).toMatchObject({ value: { ruleProfile: "TT05-2025" } });
});

it("gives the words of the province's lists as the desk last had them", async () => {
  const { call } = await openTestSession();
  expect(await call("terms.known", {})).toMatchObject({
    ok: true,
    value: [{ list: "issuer", label: "UBND xã Cát Hanh", into: "" }],
  });
});

it("sets how saved PDF/A are named for those who check, and keeps it for the next start", async () => {
  const { call, said, folder, setRole } = await openTestSession();
  expect(await call("session.read", {})).toMatchObject({ value: { renditionNames: "plain" } });
  for (const role of [null, "capture-operator"] as const) {
    await setRole(role);
    expect(await call("session.nameRenditions", { practice: "dashes" })).toMatchObject({ ok: false });
  }
  expect(said).toEqual([]);
  await setRole("district-checker");
  expect(await call("session.nameRenditions", { practice: "dashes" })).toMatchObject({
    value: { renditionNames: "dashes" },
  });
  expect(said).toEqual(["session.changed"]);
  expect(await call("session.nameRenditions", { practice: "of-my-own" })).toMatchObject({ ok: false });
  const again = await openSettings(folder, () => {
    throw new Error("the settings were not read");
  });
  expect(again.current().renditionNames).toBe("dashes");
});

it("keeps a template of names only where it reads, and takes it up again after another was chosen", async () => {
  const { call, folder, setRole } = await openTestSession();
  await setRole("district-checker");
  for (const template of [undefined, "", "{maHS}"]) {
    const asked = { practice: "template", ...(template === undefined ? {} : { template }) };
    expect(await call("session.nameRenditions", asked)).toMatchObject({ ok: false });
  }
  await call("session.nameRenditions", { practice: "template", template: " {maHoSo}-{stt:4} " });
  await call("session.nameRenditions", { practice: "plain" });
  expect(await call("session.nameRenditions", { practice: "template" })).toMatchObject({
    value: { renditionNames: "template", renditionTemplate: "{maHoSo}-{stt:4}" },
  });
  const again = await openSettings(folder, () => {
    throw new Error("the settings were not read");
  });
  expect(again.current()).toMatchObject({
    renditionNames: "template",
    renditionTemplate: "{maHoSo}-{stt:4}",
  });
});
