import { mkdir, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Static, Type } from "typebox";
import { Check } from "typebox/value";
import { patiently } from "#shared/node/patiently.ts";
import { writeWhole } from "#shared/node/write-whole.ts";
import { exchangedBy } from "./kept-files.ts";

const planName = "restore.json";

/** What is exchanged at the next opening: both are folders within the desk's own. */
const planSchema = Type.Object({
  from: Type.String({ pattern: "^(restored|before-restore)-[0-9A-Za-z-]+$" }),
  aside: Type.String({ pattern: "^before-restore-[0-9A-Za-z-]+$" }),
  /** The files that change places; settled before the first of them moves. */
  names: Type.Array(Type.String()),
  phase: Type.Union([Type.Literal("aside"), Type.Literal("in")]),
});

type Plan = Static<typeof planSchema>;

/** Plans that a folder's data take the place of the present ones, which go to `aside`, when the desk opens next. */
export async function planSwap(folder: string, { from, aside }: Pick<Plan, "from" | "aside">): Promise<void> {
  const names = exchangedBy(await readdir(join(folder, from)));
  const plan: Plan = { from, aside, names, phase: "aside" };
  await writeWhole(join(folder, planName), JSON.stringify(plan));
}

/**
 * Does what was planned, before anything of the desk is open; answers where the former data are now. Data are moved
 * within one disk, never copied over or removed; cut short at any point it goes on where it stopped. Objects that come
 * are added to those that are here: under one digest there is only one object.
 */
export async function swapAsPlanned(folder: string): Promise<string | undefined> {
  const path = join(folder, planName);
  const plan = await readPlan(path);
  if (!plan) return undefined;
  const from = join(folder, plan.from);
  const aside = join(folder, plan.aside);
  if (plan.phase === "aside") {
    await mkdir(aside, { recursive: true });
    for (const name of plan.names) await moveIfThere(join(folder, name), join(aside, name));
    await writeWhole(path, JSON.stringify({ ...plan, phase: "in" }));
  }
  for (const name of plan.names) await moveIfThere(join(from, name), join(folder, name));
  await mergeObjects(join(from, "objects"), join(folder, "objects"), join(aside, "objects"));
  await rm(path, { force: true });
  await removeEmpty(from);
  return plan.aside;
}

/** Former data that were moved aside, newest first. */
export async function dataAside(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names
    .filter((name) => name.startsWith("before-restore-"))
    .sort()
    .reverse();
}

/** What comes was found whole; what lies in its place was not, and goes aside. */
async function mergeObjects(from: string, to: string, aside: string): Promise<void> {
  for (const prefix of await readdir(from).catch(() => [])) {
    for (const name of await readdir(join(from, prefix))) {
      await moveIfThere(join(to, prefix, name), join(aside, prefix, name));
      await moveIfThere(join(from, prefix, name), join(to, prefix, name));
    }
  }
}

async function removeEmpty(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  if (entries.every((entry) => entry.isDirectory())) await rm(folder, { recursive: true, force: true });
}

async function readPlan(path: string): Promise<Plan | undefined> {
  try {
    const value: unknown = JSON.parse(await readFile(path, "utf8"));
    return Check(planSchema, value) ? value : undefined;
  } catch {
    return undefined;
  }
}

async function moveIfThere(from: string, to: string): Promise<void> {
  if (!(await stat(from).catch(() => undefined))) return;
  await mkdir(dirname(to), { recursive: true });
  await patiently(() => rename(from, to));
}
