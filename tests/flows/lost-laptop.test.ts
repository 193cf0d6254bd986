import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { collectionNames } from "#shared/archive/collections.ts";
import { readUnits } from "#shared/archive/unit.ts";
import type { EnrolmentFile } from "#shared/keys/enrolment-file.ts";
import type { DeskFault } from "#shared/contract/fault.ts";
import { enrolmentHandlers } from "#electron/enrolment/enrolment-handlers.ts";
import { openSecrets } from "#electron/secrets/secrets.ts";
import { openSettings, provinceToken } from "#electron/settings.ts";
import { giveEnrolment } from "#province/access/enrolment.ts";
import { openProvinceKeys, type ProvinceKeys } from "#province/access/keys.ts";
import { buildProvince } from "#province/app.ts";
import { openPglite } from "#province/store/open-pglite.ts";
import { sampleBatch, sampleFile, sampleFonds, sampleItem } from "#tests/helpers/sample-records.ts";
import { openSyncDesk } from "#tests/helpers/sync-desk.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

const district = "52.550";
const unitTable = join(import.meta.dirname, "../../resources/units/communes-2025-05.csv");

async function startProvince(keysFolder = temporaryFolder()) {
  const database = await openPglite();
  const units = readUnits(await readFile(unitTable, "utf8"));
  const keys: ProvinceKeys = await openProvinceKeys(keysFolder);
  const app = await buildProvince({
    database,
    keys,
    objectsFolder: join(temporaryFolder(), "objects"),
    now: () => Date.now(),
    name: "Tỉnh Bình Định",
    practice: false,
    units,
  });
  const address = await app.listen({ host: "127.0.0.1", port: 0 });
  onTestFinished(async () => {
    await app.close();
    await database.close();
  });
  const why = { reason: "Cấp máy đợt 1" };
  const give = async (replaces = "", days = 7) => {
    const machine = { scope: district, name: "Máy 1", replaces, days, ...why };
    const wanted = { province: "Tỉnh Bình Định", address, ...machine };
    const role = "district-checker" as const;
    return (await giveEnrolment(database, keys, { ...wanted, role }, Date.now())).file;
  };
  return { address, units, give };
}

/** A new machine: its settings and secrets, and the calls by which it is enrolled. */
async function newMachine(deviceId: string, units: ReturnType<typeof readUnits>) {
  const folder = temporaryFolder();
  const first = { deviceId, profile: null, province: null, practiceToken: "t", ruleProfile: null };
  const settings = await openSettings(folder, () => first);
  const secrets = await openSecrets(folder, undefined);
  const handlers = enrolmentHandlers({
    settings,
    secrets,
    units,
    connection: { renew: () => undefined },
    session: () => Promise.resolve({} as never),
    emit: () => undefined,
    now: () => Date.now(),
  });
  const read = async (file: unknown) =>
    await handlers["enrolment.read"]({ text: typeof file === "string" ? file : JSON.stringify(file) });
  const use = async (file: EnrolmentFile) => {
    await handlers["enrolment.use"]({ text: JSON.stringify(file), person: "Lê Thị Kiểm" });
    return credentials();
  };
  const credentials = () => {
    const { province } = settings.current();
    const token = secrets.read(provinceToken) ?? "";
    if (!province) throw new Error("not enrolled");
    return { address: province.address, token, ...(province.pin && { pin: province.pin }) };
  };
  return { settings, read, use };
}

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "",
    (error: unknown) => (error as DeskFault).code,
  );

test("a lost laptop is shut out, and a new one has all that had arrived within the minute", async () => {
  const province = await startProvince();
  const lost = await newMachine("desk-lost", province.units);
  const lostDesk = await openSyncDesk(await lost.use(await province.give()));
  lostDesk.work(district);
  const scope = { scope: district };
  lostDesk.journal.write("fonds", [{ ...sampleFonds("fonds-1"), ...scope }], "screen");
  lostDesk.journal.write("batches", [{ ...sampleBatch("batch-1"), ...scope }], "screen");
  const files = Array.from({ length: 400 }, (_, at) => ({ ...sampleFile(`file-${at}`), ...scope }));
  lostDesk.journal.write("files", files, "screen");
  lostDesk.journal.write("items", [{ ...sampleItem("item-1"), ...scope }], "screen");
  await lostDesk.until(({ equal }) => equal);

  const began = performance.now();
  const file = await province.give("desk-lost");
  const fresh = await newMachine("desk-new", province.units);
  expect(await fresh.read(file)).toMatchObject({ problem: "", scope: district, otherProvince: false });
  const desk = await openSyncDesk(await fresh.use(file));
  desk.work(district);
  await desk.until(({ equal, savedRecords }) => equal && savedRecords >= 403);
  console.info(
    `lost laptop: revoked, enrolled and 403 records pulled in ${Math.round(performance.now() - began)} ms`,
  );
  for (const name of collectionNames)
    expect(desk.journal.digest(name)).toEqual(lostDesk.journal.digest(name));
  expect(fresh.settings.current().profile).toEqual({
    name: "Lê Thị Kiểm",
    role: "district-checker",
    scope: district,
  });
  // It is usable: what is written on the new machine arrives; what the lost one writes does not.
  desk.journal.write("files", [{ ...sampleFile("file-new"), ...scope }], "screen");
  lostDesk.journal.write("files", [{ ...sampleFile("file-stolen"), ...scope }], "screen");
  await desk.until(({ equal, savedRecords }) => equal && savedRecords >= 404);
  await lostDesk.until(({ problem }) => problem === "province-refused-credentials");
  expect(desk.journal.read("files", "file-stolen")).toBeUndefined();
  expect(await codeOf(lost.use(file))).toBe("enrolment-refused");
});

test("a file that was changed, has expired or is none is said to be so, and changes nothing", async () => {
  const province = await startProvince();
  const machine = await newMachine("desk-1", province.units);
  const file = await province.give();
  const { enrolment } = file;
  const problem = async (given: unknown) => (await machine.read(given)).problem;
  expect(await problem("xin chào")).toBe("not-a-file");
  expect(await problem(JSON.stringify(file).slice(0, -20))).toBe("not-a-file");
  expect(await problem(`\uFEFF ${JSON.stringify(file)}\r\n`)).toBe("");
  const changed = { ...file, enrolment: { ...enrolment, scope: "52" } };
  expect(await problem(changed)).toBe("not-signed");
  expect(await problem(await province.give("", -1))).toBe("expired");
  expect(await codeOf(machine.use(changed))).toBe("enrolment-refused");
  expect(machine.settings.current()).toMatchObject({ province: null, profile: null });
});

test("a desk sends nothing to a server that answers at the address without the pinned key", async () => {
  const province = await startProvince();
  const other = await startProvince();
  const machine = await newMachine("desk-1", province.units);
  const credentials = await machine.use(await province.give());
  const desk = await openSyncDesk({ ...credentials, address: other.address });
  desk.journal.write("fonds", [sampleFonds("fonds-1")], "screen");
  expect(await desk.until(({ problem }) => problem !== "")).toMatchObject({ problem: "province-stranger" });
  // The next network is the right one: what waited goes.
  desk.connect(credentials);
  desk.work(district);
  desk.journal.write("files", [{ ...sampleFile("file-1"), scope: district }], "screen");
  await desk.until(({ problem, sentRecords }) => problem === "" && sentRecords > 0);
  const relayed = { ...(await province.give()) };
  const elsewhere = { ...relayed.enrolment, address: other.address };
  expect(await machine.read({ ...relayed, enrolment: elsewhere })).toMatchObject({ problem: "not-signed" });
});
