import { expect, test } from "vitest";
import type { ProvinceRules } from "#shared/rules/pack.ts";
import { setPack } from "#province/store/rules.ts";
import { sampleSteps } from "#tests/helpers/sample-steps.ts";
import { onEachStore, tuyPhuoc } from "#tests/province/world.ts";

onEachStore("the rules of a province", (world) => {
  const rulesOf = async (token: string) => {
    const { body } = await world.ask(token, "GET", "/rules");
    return (body as { rules: ProvinceRules }).rules;
  };

  test("hand out the lists of steps before the present one too, each version once", async () => {
    const token = await world.enrol("desk", tuyPhuoc);
    expect((await rulesOf(token)).stepLists).toBeUndefined();
    await world.giveSteps([sampleSteps(4), sampleSteps(3), sampleSteps(2)]);
    // The rest of a pack may change under the same list.
    await setPack(world.database, { open: false }, "Sở Nội vụ", world.clock.now);
    const rules = await rulesOf(token);
    expect(rules.pack).toMatchObject({ version: 4, open: false, batchSteps: { version: 4 } });
    expect(rules.stepLists).toEqual([sampleSteps(3), sampleSteps(2)]);
  });

  test("let no list change under its version, for steps name it; the same again is taken", async () => {
    await world.giveSteps([sampleSteps(3), sampleSteps(2)]);
    const set = (list: ReturnType<typeof sampleSteps>) =>
      setPack(world.database, { batchSteps: list }, "Sở Nội vụ", world.clock.now);
    await expect(set(sampleSteps(2, [{ step: "preparing", omitted: true }]))).rejects.toThrow(/version 2/);
    await expect(set(sampleSteps(3))).resolves.toMatchObject({ version: 3, batchSteps: { version: 3 } });
  });
});
