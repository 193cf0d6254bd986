import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { FormName } from "#shared/contract/packages.ts";
import { openPackage } from "#shared/node/packages/open-package.ts";
import { readSchemas } from "#shared/node/packages/read-schemas.ts";
import { verifyBag } from "#shared/node/packages/verify-bag.ts";
import { verifyPackage } from "#shared/node/packages/verify-package.ts";
import { resources } from "#tests/fixtures/resources.ts";
import { type Heard, openCarryingDesk } from "#tests/helpers/carrying-desk.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

/** A desk whose writing may be interrupted at any of its steps; `step` is asked at each, by its number from 1. */
async function openDesk(folder = temporaryFolder()) {
  const steps: Heard[] = [];
  const hook: { step: (number: number) => unknown } = { step: () => undefined };
  const desk = await openCarryingDesk({
    folder,
    heard(heard) {
      steps.push(heard);
      hook.step(steps.length);
    },
  });
  onTestFinished(desk.close);
  const carryTill = async (step: number, given: Parameters<typeof desk.carry>[0]) => {
    steps.length = 0;
    hook.step = (number) => number === step && desk.handlers["packages.stop"]({});
    try {
      return await desk.carry(given);
    } catch (error) {
      expect(error).toMatchObject({ code: "packages-stopped" });
      return undefined;
    } finally {
      hook.step = () => undefined;
    }
  };
  const unfinished = async (profile: FormName = "sip-hoso-tt05") =>
    desk.handlers["packages.unfinished"]({ of: "batch", id: "batch-1", profile });
  return { ...desk, folder, steps, hook, carryTill, unfinished };
}

const payload = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile() && /[/\\]data([/\\]|$)/u.test(one.parentPath))
    .map((one) => join(one.parentPath, one.name));

/** What each payload file at a place was when it was last written, by its name. */
const writtenAt = (place: string) =>
  new Map(payload(place).map((path) => [path.replace(".partial", ""), statSync(path).mtimeMs] as const));

/** A bag that is whole, its packages too, and beside it its papers and nothing of an earlier try. */
async function expectWhole(place: string, bag: string): Promise<void> {
  const name = bag.slice(place.length + 1);
  expect(readdirSync(place).sort()).toEqual([name, `${name}.bien-nhan.txt`, `${name}.nhan.pdf`].sort());
  const opened = await openPackage(bag);
  expect(await verifyBag(opened)).toEqual([]);
  const schemas = await readSchemas(resources);
  for (const path of [...opened.paths.keys()].filter((one) => one.endsWith(".zip"))) {
    const inner = await openPackage(join(bag, path));
    expect((await verifyPackage(inner, schemas)).faults).toEqual([]);
    inner.close();
  }
}

test.each(["sip-hoso-tt05", "aip-hoso-tt05", "sip-eark-csip", "csdl-sohoa-tt02"] as const)(
  "%s stopped at any step of two copies goes on there: what was whole stays as it was, and nothing is done before it is read again",
  async (profile) => {
    const whole = await openDesk();
    const probe = { folder: temporaryFolder(), second: temporaryFolder(), profile };
    await whole.carry(probe);
    const all = whole.steps.length;
    expect(all).toBeGreaterThan(15);
    const desk = await openDesk();
    for (let step = 1; step <= all; step += Math.ceil(all / 24)) {
      const [folder, second] = [temporaryFolder(), temporaryFolder()];
      const given = { folder, second, profile };
      // Where it was stopped at its last step, nothing was left to be stopped.
      if (await desk.carryTill(step, given)) continue;
      const noted = await desk.unfinished(profile);
      const finished = noted.places.filter(({ done }) => done).map(({ place }) => place);
      for (const place of [folder, second])
        expect(
          readdirSync(place).some((name) => name.endsWith(".bien-nhan.txt")),
          `${step}`,
        ).toBe(finished.includes(place));
      const before = new Map([...writtenAt(folder), ...writtenAt(second)]);
      const kept = noted.places.reduce((sum, one) => sum + one.whole, 0);
      const { places, changed, bytes } = await desk.carry(given);
      expect(changed).toBe(false);
      expect(
        places.reduce((sum, one) => sum + one.kept, 0),
        `${step}`,
      ).toBeGreaterThanOrEqual(kept);
      expect(places.flatMap(({ altered }) => altered)).toEqual([]);
      const after = new Map([...writtenAt(folder), ...writtenAt(second)]);
      const same = [...after].filter(([path, at]) => before.get(path) === at).length;
      expect(same, `${step}`).toBeGreaterThanOrEqual(kept);
      expect(desk.steps.at(-1)).toMatchObject({ done: 4 * bytes, total: 4 * bytes });
      await expectWhole(folder, places[0]?.path ?? "");
      await expectWhole(second, places[1]?.path ?? "");
      expect((await desk.unfinished(profile)).places).toEqual([]);
    }
  },
  120_000,
);

/** Interrupts the writing of three packages in the midst of the second, at one place. */
async function halfWritten() {
  const desk = await openDesk();
  const stick = temporaryFolder();
  // Each package is one step to write: it is smaller than a chunk.
  expect(await desk.carryTill(2, { folder: stick })).toBeUndefined();
  return { ...desk, stick, again: () => desk.carry({ folder: stick }) };
}

test("a stick that was pulled out is told, whatever lies where it was, and goes on under another letter; another stick is noticed before it is written to", async () => {
  const desk = await openDesk();
  const stick = join(temporaryFolder(), "E");
  const elsewhere = join(temporaryFolder(), "F");
  mkdirSync(stick);
  desk.hook.step = (number) => number === 2 && renameSync(stick, elsewhere);
  await expect(desk.carry({ folder: stick })).rejects.toMatchObject({ code: "place-gone" });
  expect(existsSync(stick)).toBe(false);
  // The folder that a stick was seen in may stay behind, on the machine's own disk.
  renameSync(elsewhere, stick);
  desk.steps.length = 0;
  desk.hook.step = (number) => {
    if (number === 3) renameSync(stick, elsewhere);
    if (number === 3) mkdirSync(stick);
  };
  await expect(desk.carry({ folder: stick })).rejects.toMatchObject({ code: "place-gone" });
  expect(readdirSync(stick)).toEqual([]);
  desk.hook.step = () => undefined;
  expect(await desk.unfinished()).toMatchObject({ places: [{ place: stick, files: 3, done: false }] });
  await expect(desk.carry({ folder: stick })).rejects.toMatchObject({ code: "place-other" });
  expect(readdirSync(stick)).toEqual([]);
  const { places } = await desk.carry({ folder: elsewhere });
  expect(places).toMatchObject([{ resumed: true, altered: [] }]);
  expect(places[0]?.kept).toBeGreaterThan(0);
  await expectWhole(elsewhere, places[0]?.path ?? "");
  // Where the first is gone for good, a person says so: all is written anew, and as a package of its own.
  const other = await halfWritten();
  const anew = await other.carry({ folder: stick, anew: true });
  expect(anew.places).toMatchObject([{ resumed: false, kept: 0 }]);
  await expectWhole(stick, anew.places[0]?.path ?? "");
  expect(await other.unfinished()).toMatchObject({ places: [] });
});

test("what was altered on the stick since is named and written again, and what is strange to the bag is put aside", async () => {
  const { stick, again } = await halfWritten();
  const [whole = ""] = payload(stick);
  const bytes = readFileSync(whole);
  bytes[40] = (bytes[40] ?? 0) ^ 1;
  writeFileSync(whole, bytes);
  writeFileSync(join(whole, "..", "ảnh.jpg"), "của người khác");
  const { places } = await again();
  const [written] = places;
  const name = whole.slice(whole.lastIndexOf("data")).replaceAll("\\", "/");
  expect(written?.altered.sort()).toEqual([name, "data/ảnh.jpg"].sort());
  const aside = `${written?.path ?? ""}.khac`;
  expect(readFileSync(join(aside, "data", "ảnh.jpg"), "utf8")).toBe("của người khác");
  rmSync(aside, { recursive: true });
  await expectWhole(stick, written?.path ?? "");
});

test("a file cut short, or of the right length with other bytes, is half-written whatever its date says", async () => {
  for (const spoil of [
    (path: string) => truncateSync(path, 100),
    (path: string) => writeFileSync(path, Buffer.alloc(statSync(path).size)),
    (path: string) => rmSync(path),
  ]) {
    const { stick, again } = await halfWritten();
    const last = payload(stick).at(-1) ?? "";
    const before = writtenAt(stick);
    spoil(last);
    const { places } = await again();
    await expectWhole(stick, places[0]?.path ?? "");
    expect(before.size).toBeGreaterThan(0);
  }
});

test("a batch that changed since is not mixed with its older self: all of it is packed and written anew", async () => {
  const { journal, stick, again } = await halfWritten();
  const older = payload(stick).map((path) => path.slice(path.lastIndexOf("data")));
  const file = journal.read("files", "file-2");
  if (!file) throw new Error("no file");
  journal.write(
    "files",
    [{ ...file, title: "Tiêu đề đã sửa", clocks: { ...file.clocks, "*": `${"9".repeat(13)}-0000-desk` } }],
    "screen",
  );
  expect(journal.read("files", "file-2")?.title).toBe("Tiêu đề đã sửa");
  const { changed, places } = await again();
  expect(changed).toBe(true);
  expect(places).toMatchObject([{ resumed: false, kept: 0 }]);
  const now = payload(stick).map((path) => path.slice(path.lastIndexOf("data")));
  expect(now).toHaveLength(3);
  for (const name of older) expect(now).not.toContain(name);
  await expectWhole(stick, places[0]?.path ?? "");
});

test("a copy that is finished is read again and not written when the other goes on, and a spoiled one is found", async () => {
  for (const spoiled of [false, true]) {
    const desk = await openDesk();
    const [folder, second] = [temporaryFolder(), temporaryFolder()];
    desk.hook.step = () => {
      if (readdirSync(folder).some((name) => name.endsWith(".nhan.pdf")))
        void desk.handlers["packages.stop"]({});
    };
    await expect(desk.carry({ folder, second })).rejects.toMatchObject({ code: "packages-stopped" });
    desk.hook.step = () => undefined;
    expect((await desk.unfinished()).places.map(({ done }) => done)).toEqual([true, false]);
    const [first = ""] = payload(folder);
    const before = writtenAt(folder);
    if (spoiled) truncateSync(first, 10);
    const { places } = await desk.carry({ folder, second });
    expect(places[0]?.altered).toHaveLength(spoiled ? 1 : 0);
    if (!spoiled) expect(writtenAt(folder)).toEqual(before);
    await expectWhole(folder, places[0]?.path ?? "");
    await expectWhole(second, places[1]?.path ?? "");
  }
});

test("an app that dies after the bag has its name, and before its papers lie beside it, goes on with these", async () => {
  const desk = await openDesk();
  const stick = temporaryFolder();
  const notes = join(desk.folder, "carrying");
  const saved = temporaryFolder();
  const { steps } = desk;
  desk.hook.step = () => {
    const last = steps.at(-1);
    if (last?.done === last?.total) cpSync(notes, saved, { recursive: true });
    const mark = readdirSync(stick).find((name) => name.endsWith(".dang-ghi.txt"));
    if (mark !== undefined) cpSync(join(stick, mark), join(saved, "..", mark));
    if (mark !== undefined) onTestFinished(() => rmSync(join(saved, "..", mark), { force: true }));
  };
  const { places } = await desk.carry({ folder: stick });
  desk.hook.step = () => undefined;
  const bag = places[0]?.path ?? "";
  const name = bag.slice(stick.length + 1);
  const before = writtenAt(stick);
  // As a kill leaves it: the bag named, neither receipt nor label, the mark and the note still there.
  rmSync(join(stick, `${name}.bien-nhan.txt`));
  rmSync(join(stick, `${name}.nhan.pdf`));
  cpSync(saved, notes, { recursive: true });
  cpSync(join(saved, "..", `${name}.dang-ghi.txt`), join(stick, `${name}.dang-ghi.txt`));
  const { places: again } = await desk.carry({ folder: stick });
  expect(again).toMatchObject([{ path: bag, resumed: true, kept: 3, altered: [] }]);
  expect(writtenAt(stick)).toEqual(before);
  await expectWhole(stick, bag);
});

/** Runs a desk as a process of its own and kills it at the step that `enough` says. */
async function killed(argv: string[], enough: (lines: number) => boolean): Promise<string[]> {
  const script = join(import.meta.dirname, "carry-and-say.ts");
  const child: ChildProcess = spawn(process.execPath, [script, ...argv], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  child.stdout?.setEncoding("utf8").on("data", (text: string) => {
    said += text;
    if (enough(said.split("\n").length)) child.kill("SIGKILL");
  });
  await once(child, "close");
  return said.split("\n").slice(0, -1);
}

test("an app that is killed while it writes goes on when it is started again, each time from where it was", async () => {
  const [folder, first, second] = [temporaryFolder(), temporaryFolder(), temporaryFolder()];
  const argv = [folder, first, second];
  const noted: number[] = [];
  for (const step of [2, 5, 9]) {
    await killed(argv, (lines) => lines > step);
    const desk = await openCarryingDesk({ folder });
    const { places } = await desk.handlers["packages.unfinished"]({
      ...{ of: "batch", id: "batch-1", profile: "sip-hoso-tt05" },
    });
    noted.push(places.reduce((sum, { whole }) => sum + whole, 0));
    desk.close();
  }
  expect(noted).toEqual([...noted].sort((one, other) => one - other));
  const before = new Map([...writtenAt(first), ...writtenAt(second)]);
  const said = await killed(argv, () => false);
  expect(said.at(-1)).toBe("written");
  const [bag = ""] = readdirSync(first).filter((name) => existsSync(join(first, name, "bagit.txt")));
  const after = new Map([...writtenAt(first), ...writtenAt(second)]);
  const kept = [...after].filter(([path, at]) => before.get(path) === at).length;
  expect(kept).toBeGreaterThanOrEqual(Math.min(noted.at(-1) ?? 0, after.size));
  await expectWhole(first, join(first, bag));
  await expectWhole(second, join(second, bag));
}, 120_000);
