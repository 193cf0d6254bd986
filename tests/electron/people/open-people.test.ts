import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import type { Unit } from "#shared/archive/unit.ts";
import type { Lock } from "#shared/contract/people.ts";
import { answer } from "#electron/answer.ts";
import { openPeople } from "#electron/people/open-people.ts";
import { whileLocked } from "#electron/people/while-locked.ts";
import { openSettings } from "#electron/settings.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

const units = ["52", "52.550", "52.551"].map((scope): Unit => {
  const level = scope === "52" ? "province" : "district";
  return { code: scope, name: scope, level, scope, validFrom: "", validTo: "" };
});
const head = { name: "Trần Thị Mai", role: "district-checker", scope: "52.550" } as const;
const operator = { id: "", name: "Lê Văn Quét", role: "capture-operator", scope: "52.550", head: false };

/** The people of a machine over real files, and a desk with one call of records behind their lock. */
async function openMachine(folder = temporaryFolder(), clock = { now: Date.parse("2026-03-02T08:00:00Z") }) {
  const settings = await openSettings(folder, () => ({
    ...{ deviceId: "device-1", profile: head, province: null, practiceToken: "t", ruleProfile: null },
  }));
  let number = 0;
  const said: string[] = [];
  const people = await openPeople({
    ...{ folder, settings, units, look: 5, pinCost: 10 },
    newId: () => `person-${(number += 1)}-${clock.now}`,
    now: () => clock.now,
    emit: (name) => said.push(name),
  });
  onTestFinished(() => people.close());
  const records = { "session.read": () => "the records", "session.save": () => "saved" };
  const handlers = whileLocked({ ...people.handlers, ...records } as never, people);
  const call = (name: string, input: object = {}) => answer(handlers, name, input, () => undefined);
  const ask = async (name: string, input: object = {}) => {
    const answered = await call(name, input);
    if (!answered.ok) throw new Error(answered.fault.code);
    return answered.value as Lock;
  };
  const refusal = async (name: string, input: object = {}) => {
    const answered = await call(name, input);
    return answered.ok ? "" : answered.fault.code;
  };
  const reopen = () => openMachine(folder, clock);
  return { folder, clock, settings, people, ask, refusal, reopen, said };
}

/** A head and an operator with PINs. */
async function openShared() {
  const machine = await openMachine();
  await machine.ask("people.askPins", { pin: "130945" });
  const { people } = await machine.ask("people.save", operator);
  const [first = "", second = ""] = people.map(({ id }) => id);
  await machine.ask("people.setPin", { person: second, pin: "290186", own: "130945" });
  return { ...machine, first, second };
}

it("leaves a machine of one person as it was: no list, no lock, nothing on disk", async () => {
  const { ask, refusal, people, folder } = await openMachine();
  expect(await ask("lock.read")).toMatchObject({ locked: false, asksPins: false, people: [], machine: null });
  expect(await ask("lock.lock")).toMatchObject({ locked: false });
  expect(await refusal("session.save", head)).toBe("");
  expect(people.machine()).toBeNull();
  expect(() => readFileSync(join(folder, "people.json"))).toThrow();
});

it("refuses every call but those of the lock while it is locked, and goes on after the PIN", async () => {
  const { ask, refusal, first, second, settings, reopen, said } = await openShared();
  expect(await ask("lock.lock")).toMatchObject({ locked: true, wanted: true });
  for (const name of ["session.read", "people.save", "lock.alive", "lock.setAfter"])
    expect([name, await refusal(name, name === "people.save" ? operator : { minutes: 1 })]).toEqual([
      name,
      "locked",
    ]);
  expect(await refusal("lock.unlock", { person: second, pin: "130945" })).toBe("pin-wrong");
  expect(await ask("lock.unlock", { person: second, pin: "290186" })).toMatchObject({
    ...{ locked: false, person: second, before: first },
  });
  expect(settings.current().profile).toEqual({
    name: operator.name,
    role: "capture-operator",
    scope: "52.550",
  });
  expect(said).toContain("session.changed");
  expect(await refusal("session.save", head)).toBe("people-head");

  const next = await reopen();
  expect(await next.refusal("session.read")).toBe("locked");
  expect(next.people.machine()).toEqual({ role: "district-checker", scope: "52.550" });
});

it("lets the wait after wrong PINs grow, and keeps it over a start", async () => {
  const { ask, refusal, second, clock, reopen } = await openShared();
  await ask("lock.lock");
  const guess = { person: second, pin: "111213" };
  expect([await refusal("lock.unlock", guess), await refusal("lock.unlock", guess)]).toEqual([
    "pin-wrong",
    "pin-wrong",
  ]);
  // Many at once are one after the other: the third begins the wait.
  const many = await Promise.all([1, 2, 3, 4].map(() => refusal("lock.unlock", guess)));
  expect(many).toEqual(["pin-wrong", "pin-wait", "pin-wait", "pin-wait"]);
  const right = { person: second, pin: "290186" };
  const next = await reopen();
  expect(await next.refusal("lock.unlock", right)).toBe("pin-wait");
  clock.now += 29_000;
  expect(await next.refusal("lock.unlock", right)).toBe("pin-wait");
  clock.now += 1_000;
  expect(await next.refusal("lock.unlock", guess)).toBe("pin-wrong");
  clock.now += 59_000;
  expect(await next.refusal("lock.unlock", right)).toBe("pin-wait");
  clock.now += 1_000;
  expect(await next.refusal("lock.unlock", right)).toBe("");
  expect((await next.ask("lock.read")).people.map(({ waitUntil }) => waitUntil)).toEqual(["", ""]);
});

it("locks itself after the minutes set, counted from the last sign of life", async () => {
  const { ask, people, clock } = await openShared();
  await ask("lock.setAfter", { minutes: 3 });
  clock.now += 179_000;
  await ask("lock.alive");
  clock.now += 179_000;
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(people.locked()).toBe(false);
  clock.now += 1_000;
  await expect.poll(() => people.locked(), { timeout: 30_000 }).toBe(true);
  expect(await ask("lock.read")).toMatchObject({ wanted: false });
});

it("lets heads alone rule the list, and never loses the last of them", async () => {
  const { ask, refusal, first, second, clock } = await openShared();
  const self = { ...head, id: first, head: false };
  expect(await refusal("people.save", self)).toBe("people-last-head");
  expect(await refusal("people.leave", { person: first })).toBe("people-last-head");
  expect(await refusal("people.save", { ...operator, name: "lê văn quét" })).toBe("people-same-name");
  expect(await refusal("people.save", { ...operator, name: "Khác", scope: "52.551" })).toBe("people-outside");
  expect(await refusal("people.setPin", { person: second, pin: "123456", own: "130945" })).toBe("pin-weak");

  // A forgotten PIN: the head sets another, and the waits are over.
  await ask("lock.lock");
  for (const pin of ["111213", "111214", "111215"]) await refusal("lock.unlock", { person: second, pin });
  await ask("lock.unlock", { person: first, pin: "130945" });
  await ask("people.setPin", { person: second, pin: "405060", own: "130945" });
  await ask("lock.lock");
  await ask("lock.unlock", { person: second, pin: "405060" });

  for (const [name, input] of [
    ["people.save", operator],
    ["people.leave", { person: first }],
    ["people.askPins", { pin: "405061" }],
    ["people.askNone", { pin: "405060" }],
    ["people.setPin", { person: first, pin: "405061", own: "405060" }],
    ["lock.setAfter", { minutes: 0 }],
  ] as const)
    expect([name, await refusal(name, input)]).toEqual([name, "people-head"]);
  // One's own PIN may be changed by whoever knows it.
  expect(await refusal("people.setPin", { person: second, pin: "506070", own: "405061" })).toBe("pin-wrong");
  await ask("people.setPin", { person: second, pin: "506070", own: "405060" });

  await ask("lock.lock");
  await ask("lock.unlock", { person: first, pin: "130945" });
  expect((await ask("people.leave", { person: second })).people.map(({ id }) => id)).toEqual([first]);
  expect(clock.now).toBeGreaterThan(0);
});

it("lets nobody in where the list is there and cannot be read, and keeps no PIN that could be read", async () => {
  const { folder, reopen } = await openShared();
  const path = join(folder, "people.json");
  expect(readFileSync(path, "utf8")).not.toMatch(/130945|290186/);
  writeFileSync(path, readFileSync(path, "utf8").slice(0, 40));
  const next = await reopen();
  expect(await next.ask("lock.read")).toMatchObject({ locked: true, damaged: true });
  expect(await next.refusal("lock.unlock", { person: "anybody", pin: "130945" })).toBe("people-damaged");
  expect(await next.refusal("session.read")).toBe("locked");
});
