import { expect, it } from "vitest";
import type { Group } from "#shared/archive/group.ts";
import { arrangeScheme, walkScheme } from "#shared/archive/scheme.ts";
import { planScheme } from "#shared/inventory/plan-scheme.ts";
import { linesOfTemplate, schemeTemplates } from "#shared/rules/scheme-templates.ts";
import { addEdits, planEdits, planRenumber, withdrawEdits } from "#renderer/features/scheme/scheme-edits.ts";
import { type Edit, keepHistory, recordChanges, redoStep, undoStep } from "#renderer/work/history.ts";
import { drawn } from "#tests/helpers/sample-scheme.ts";
import { openWork } from "#tests/helpers/work.ts";

const fonds = { id: "fonds-1", scope: "52.550.21952" };
const fields = (notation: string, title = `Nhóm ${notation}`) => ({ notation, title, note: "" });

async function open() {
  const work = await openWork();
  const history = keepHistory();
  const scheme = async () => {
    const found = await work.db.groups.find({ selector: { fondsId: fonds.id } }).exec();
    return arrangeScheme(found.map((one) => one.toJSON() as Group));
  };
  const write = (edits: readonly Edit[]) => recordChanges(work, history, "Phương án", edits);
  const titles = async () => drawn(await scheme()).map((line) => line.split(" ").slice(0, 2).join(" "));
  return { work, history, scheme, write, titles };
}

it("puts a new group after the one beside which it is made", async () => {
  const { work, scheme, write, titles } = await open();
  const add = async (notation: string, after?: string) => {
    const place = { parentId: "", ...(after === undefined ? {} : { after }) };
    const { id, edits } = addEdits(work, fonds, await scheme(), place, fields(notation));
    await write(edits);
    return id;
  };
  const first = await add("I");
  await add("III");
  const second = await add("II", first);
  await add("IIa", second);
  expect(await titles()).toEqual(["1 I", "1 II", "1 IIa", "1 III"]);
});

it("writes a template as one step, and takes it back and again as one", async () => {
  const { work, history, scheme, write, titles } = await open();
  const [template] = schemeTemplates;
  if (!template) throw new Error("no template");
  const plan = planScheme([], linesOfTemplate(template));
  await write(planEdits(work, fonds, [], plan));
  const groups = walkScheme(await scheme()).map(({ group }) => group);
  expect(groups).toHaveLength(plan.adds.length);
  expect(groups.every((group) => group.scope === fonds.scope && group.fondsId === fonds.id)).toBe(true);
  expect((await titles()).slice(0, 3)).toEqual(["1 I", "2 I.1", "2 I.2"]);
  await undoStep(work, history);
  expect(await titles()).toEqual([]);
  await redoStep(work, history);
  expect(await titles()).toHaveLength(plan.adds.length);
});

it("withdraws a group with all below it, and numbers those that stay again", async () => {
  const { work, history, scheme, write, titles } = await open();
  const groups = [fields("I"), fields("II"), fields("III")];
  for (const one of groups) await write(addEdits(work, fonds, await scheme(), { parentId: "" }, one).edits);
  const [first] = await scheme();
  await write(addEdits(work, fonds, await scheme(), { parentId: first?.group.id ?? "" }, fields("1")).edits);
  const [withChild] = await scheme();
  if (!withChild) throw new Error("no group");
  await write(withdrawEdits(withChild, "Lập lại"));
  expect(await titles()).toEqual(["1 II", "1 III"]);
  // Counted on from the least that is there, so nothing is out of order here.
  expect(planRenumber(await scheme(), "")).toEqual([]);
  await undoStep(work, history);
  expect(await titles()).toEqual(["1 I", "2 I.1", "1 II", "1 III"]);
});
