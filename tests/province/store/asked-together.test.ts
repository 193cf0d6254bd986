import { describe, expect, it } from "vitest";
import { askedTogether } from "#province/store/asked-together.ts";

describe("what is asked together", () => {
  it("is answered at once where nothing is under way, and what came meanwhile by the next", async () => {
    const answered: number[][] = [];
    const release: (() => void)[] = [];
    const ask = askedTogether<number>(3, (some) => {
      answered.push([...some]);
      return new Promise((done) => release.push(done));
    });
    const done: number[] = [];
    const all = [1, 2, 3, 4, 5].map((one) => ask(one).then(() => done.push(one)));
    expect(answered).toEqual([[1]]);
    expect(done).toEqual([]);
    for (let round = 0; round < 3; round += 1) {
      release[round]?.();
      await new Promise((resolve) => setImmediate(resolve));
    }
    await Promise.all(all);
    expect(answered).toEqual([[1], [2, 3, 4], [5]]);
    expect(done).toEqual([1, 2, 3, 4, 5]);
  });

  it("harms no other where one fails, and goes on afterwards", async () => {
    const kept: string[] = [];
    const ask = askedTogether<string>(10, async (some) => {
      await Promise.resolve();
      if (some.includes("bad")) throw new Error("not taken");
      kept.push(...some);
    });
    const ended = await Promise.allSettled(["one", "two", "bad", "three"].map((one) => ask(one)));
    expect(ended.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "rejected", "fulfilled"]);
    await ask("four");
    expect(kept).toEqual(["one", "two", "three", "four"]);
  });

  it("is answered beside what is under way where many wait, by no more than a second", () => {
    const answered: number[][] = [];
    const ask = askedTogether<number>(
      10,
      (some) => {
        answered.push([...some]);
        return new Promise(() => undefined);
      },
      3,
    );
    for (const one of [1, 2, 3]) void ask(one);
    expect(answered).toEqual([[1]]);
    for (const one of [4, 5, 6, 7, 8]) void ask(one);
    expect(answered).toEqual([[1], [2, 3, 4]]);
  });
});
