import { expect, test } from "vitest";
import type { PortalPacks } from "#shared/contract/portal-admin.ts";
import type { PortalRules } from "#shared/contract/portal-rules.ts";
import { without } from "#shared/base/without.ts";
import { readerRoles } from "#shared/portal/reader.ts";
import type { Hello } from "#shared/replication/wire.ts";
import { usualSteps } from "#shared/rules/batch-steps.ts";
import { letterMilestones, type Milestones } from "#shared/rules/milestones.ts";
import { bundledRules } from "#shared/rules/pack.ts";
import { filesIn } from "#shared/rules/rule-files.ts";
import { type ProvinceWire } from "#electron/province/province-wire.ts";
import { openRuleKeeper } from "#electron/province/rule-pack.ts";
import { verifyAudit } from "#province/store/audit.ts";
import { sampleSteps } from "#tests/helpers/sample-steps.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { onEachStore, tuyPhuoc } from "#tests/province/world.ts";
import { signedIn } from "./portal-reader.ts";

const administrator = {
  login: "quan.tv",
  name: "Trần Văn Quản",
  office: "Sở Nội vụ",
  role: "portal-administrator",
} as const;

const later: Milestones = {
  ...letterMilestones,
  source: "Công văn số 41 của Sở Nội vụ",
  campaign: { from: "2025-05-19", before: "2025-07-12" },
  chaseAfter: 3,
  milestones: letterMilestones.milestones.map((one) =>
    one.name === "communeDocuments" ? { ...one, before: "2025-07-05" } : one,
  ),
};
const change = { expected: 0, milestones: later, reason: "UBND tỉnh lùi hạn của cấp xã" };

onEachStore("the rules that administrators of the portal publish", (world) => {
  const rulesOf = async (person: Awaited<ReturnType<typeof signedIn>>) =>
    (await person.ask("GET", "/portal/admin/rules")).body as PortalRules;

  test("come to a desk that holds the province's key: signed, in force at once; who and why stand in the audit", async () => {
    const head = await signedIn(world, administrator);
    expect(await rulesOf(head)).toMatchObject({
      ...{ version: 0, issuedAt: "", issuedBy: "", reason: "", mayPublish: true },
      ...{ milestones: letterMilestones, batchSteps: usualSteps },
    });
    const token = await world.enrol("desk", tuyPhuoc);
    const greeted = (await world.ask("", "GET", "/hello")).body as Hello;
    const options = { folder: temporaryFolder(), now: () => world.clock.now };
    const keeper = await openRuleKeeper({ ...options, key: () => greeted.keys?.signing });
    const wire = {
      ask: async (path: string) => (await world.ask(token, "GET", path)).body,
    } as Pick<ProvinceWire, "ask">;
    await keeper.ask(wire);
    expect(keeper.rules()).toMatchObject({ version: 0, data: { milestones: letterMilestones } });

    expect(await head.ask("POST", "/portal/admin/rules", change)).toMatchObject({
      status: 200,
      body: { version: 1 },
    });
    expect(await keeper.ask(wire)).toBe(true);
    expect(keeper.rules()).toMatchObject({
      ...{ version: 1, issuedBy: "Trần Văn Quản, Sở Nội vụ", proven: true, refusal: "" },
      data: { milestones: later },
    });
    const issuedAt = new Date(world.clock.now).toISOString();
    const noted = { version: 1, issuedAt, issuedBy: "Trần Văn Quản, Sở Nội vụ", reason: change.reason };
    expect(await rulesOf(head)).toMatchObject({
      ...noted,
      mayPublish: true,
      milestones: later,
      batchSteps: usualSteps,
    });
    const { packs } = (await head.ask("GET", "/portal/admin/packs")).body as PortalPacks;
    expect(packs).toMatchObject([{ ...noted, parts: { milestones: true } }]);
    const entries = await world.database.query(
      "select device_id, role, collection, id, changes from audit where district = '52'",
    );
    expect(entries).toEqual([
      {
        ...{ device_id: head.reader.id, role: "portal-administrator", collection: "rules", id: "1" },
        changes: { act: "published", reason: change.reason, name: noted.issuedBy, parts: "milestones" },
      },
    ]);
    expect(await verifyAudit(world.database, "52")).toEqual({ entries: 1, brokenAt: undefined });
  });

  test("are refused of whom another came before, and the other's stay until what is new is made of them", async () => {
    const one = await signedIn(world, administrator);
    const other = await signedIn(world, { ...administrator, login: "hai", name: "Lê Thị Hai" });
    expect((await one.ask("POST", "/portal/admin/rules", change)).status).toBe(200);
    const second = { ...change, milestones: { ...later, chaseAfter: 5 } };
    expect(await other.ask("POST", "/portal/admin/rules", second)).toMatchObject({
      ...{ status: 409, body: { code: "rules-changed" } },
    });
    expect((await rulesOf(other)).milestones.chaseAfter).toBe(3);
    const told = await other.ask("POST", "/portal/admin/rules", { ...second, expected: 1 });
    expect(told.body).toEqual({ version: 2 });
  });

  test("of two that come at the same moment are one alone", async () => {
    const head = await signedIn(world, administrator);
    const answers = await Promise.all(
      [1, 2, 3].map((chaseAfter) =>
        head.ask("POST", "/portal/admin/rules", { ...change, milestones: { ...later, chaseAfter } }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  });

  test("give a changed list of steps the next version, and leave it as it is where it did not change", async () => {
    const head = await signedIn(world, administrator);
    const steps = without(sampleSteps(1), "version");
    const publish = (expected: number, more: object) =>
      head.ask("POST", "/portal/admin/rules", { expected, reason: "Trung tâm đề nghị", ...more });
    expect((await publish(0, { steps })).body).toEqual({ version: 1 });
    expect((await rulesOf(head)).batchSteps).toEqual({ ...steps, version: 2 });
    expect((await publish(1, { steps })).body).toMatchObject({ code: "rules-same" });
    expect((await publish(1, { milestones: later })).body).toEqual({ version: 2 });
    expect((await rulesOf(head)).batchSteps.version).toBe(2);
    // A version that was handed out once is given to no other list, also where the list went back since.
    expect((await publish(2, { steps: { ...steps, centres: [] } })).body).toEqual({ version: 3 });
    expect((await publish(3, { steps })).body).toEqual({ version: 4 });
    expect((await rulesOf(head)).batchSteps).toEqual({ ...steps, version: 4 });
  });

  test("hold another circular for all machines, and data that was given back as a file, beside what they held", async () => {
    const head = await signedIn(world, administrator);
    const publish = (expected: number, more: object) =>
      head.ask("POST", "/portal/admin/rules", { expected, reason: "Theo hướng dẫn số 12", ...more });
    const { circular, files } = await rulesOf(head);
    expect(circular).toEqual({ profile: "TT05-2025", open: true });
    expect(files).toEqual(filesIn(bundledRules));
    expect((await publish(0, { circular, files })).body).toMatchObject({ code: "rules-same" });

    expect((await publish(0, { circular: { profile: "TT02-2019", open: false } })).body).toEqual({
      version: 1,
    });
    const older = { ...bundledRules.profiles["TT02-2019"], version: 2, source: "Hướng dẫn của Sở" };
    const newer = { ...bundledRules.profiles["TT05-2025"], version: 3 };
    const quality = { ...bundledRules.quality, version: 2 };
    expect((await publish(1, { files: { ...files, profiles: [older], quality } })).body).toEqual({
      version: 2,
    });
    expect((await publish(2, { files: { profiles: [newer] } })).body).toEqual({ version: 3 });
    expect(await rulesOf(head)).toMatchObject({
      circular: { profile: "TT02-2019", open: false },
      files: { profiles: [older, newer], quality, retention: bundledRules.retention },
    });
    const parts = { profiles: ["TT02-2019 v2", "TT05-2025 v3"], quality: 2, retention: 0 };
    const { packs } = (await head.ask("GET", "/portal/admin/packs")).body as PortalPacks;
    expect(packs[0]).toMatchObject({ version: 3, defaultProfile: "TT02-2019", open: false, parts });

    // Under one version there are no two contents.
    const other = { ...quality, source: "Khác" };
    for (const version of [1, 2]) {
      const answer = await publish(3, { files: { quality: { ...other, version } } });
      expect([answer.status, answer.body]).toMatchObject([400, { code: "rules-file-older" }]);
    }
    expect((await publish(3, { files: { batchSteps: usualSteps } })).body).toMatchObject({
      code: "bad-call",
    });
    const entries = await world.database.query(
      "select changes->>'parts' as parts from audit where district = '52' order by seq",
    );
    expect(entries.map((row) => row["parts"])).toEqual([
      "defaultProfile open",
      "profiles quality",
      "profiles",
    ]);
  });

  test.each<[string, object, string]>([
    ["a role that does not take the step", { steps: sayingOf({ roles: ["administrator"] }) }, "rules-fault"],
    ["a center of no unit", { steps: sayingOf({ name: "Khác" }, "52.999") }, "rules-fault"],
    ["a day that no month has", { milestones: withDay("2025-06-31") }, "rules-fault"],
    ["no source", { milestones: { ...later, source: "  " } }, "rules-fault"],
    [
      "a campaign that ends before it begins",
      { milestones: { ...later, campaign: { from: "2025-07-01", before: "2025-06-01" } } },
      "rules-fault",
    ],
    ["what is in force already", { milestones: letterMilestones }, "rules-same"],
    ["nothing", { milestones: undefined }, "rules-same"],
    ["no reason", { reason: "" }, "bad-call"],
    ["a reason of blanks", { reason: "          " }, "bad-call"],
  ])("are not published with %s, and nothing is noted of it", async (_case, wrong, code) => {
    const head = await signedIn(world, administrator);
    const answer = await head.ask("POST", "/portal/admin/rules", { ...change, ...wrong });
    expect([answer.status, answer.body]).toMatchObject([400, { code }]);
    expect(await world.database.query("select 1 as one from rule_packs")).toEqual([]);
    expect(await world.database.query("select 1 as one from audit")).toEqual([]);
  });

  test("are neither seen nor set by any other role or by strangers, nor set for a part of the province", async () => {
    const strange = await world.app.inject({ method: "GET", url: "/portal/admin/rules" });
    expect(strange.statusCode).toBe(401);
    for (const role of readerRoles.filter((known) => known !== "portal-administrator")) {
      const person = await signedIn(world, { login: role, role });
      expect((await person.ask("GET", "/portal/admin/rules")).status).toBe(403);
      expect((await person.ask("POST", "/portal/admin/rules", change)).status).toBe(403);
    }
    const part = await signedIn(world, { ...administrator, login: "huyen", scope: tuyPhuoc });
    expect((await rulesOf(part)).mayPublish).toBe(false);
    const answer = await part.ask("POST", "/portal/admin/rules", change);
    expect([answer.status, answer.body]).toMatchObject([403, { code: "rules-not-yours" }]);
    expect(await world.database.query("select 1 as one from rule_packs")).toEqual([]);
  });
});

function withDay(before: string): Milestones {
  return { ...later, milestones: [{ name: "inventory", before, roles: ["sorter"] }] };
}

function sayingOf(said: object, scope = tuyPhuoc): object {
  const steps = without(sampleSteps(1), "version");
  return { ...steps, centres: [{ scope, steps: [{ step: "preparing", ...said }] }] };
}
