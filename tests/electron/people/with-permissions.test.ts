import { describe, expect, test } from "vitest";
import { may } from "#shared/archive/permissions.ts";
import { type Role, roles } from "#shared/archive/role.ts";
import { callActs } from "#shared/contract/call-acts.ts";
import { type CallName, type DeskHandlers, deskCalls } from "#shared/contract/desk.ts";
import { DeskFault } from "#shared/contract/fault.ts";
import { withPermissions } from "#electron/people/with-permissions.ts";

const names = Object.keys(deskCalls) as CallName[];
const all = Object.fromEntries(names.map((name) => [name, () => "done"])) as unknown as DeskHandlers;

/** What each call answers to a role: `done`, or the code of its fault. */
async function askAll(role: Role | undefined, isHead = false, ofSample = false) {
  const profile = role && { name: "Lê Thị Thử", role, scope: "52.550" };
  const handlers = withPermissions(all, {
    profile: () => profile ?? null,
    isHead: () => isHead,
    ofSample: (name) => ofSample && name === "capture.import",
  });
  const answers = new Map<CallName, unknown>();
  for (const name of names) {
    const call = handlers[name] as (input: unknown) => unknown;
    answers.set(name, await tryCall(call));
  }
  return answers;
}

async function tryCall(call: (input: unknown) => unknown): Promise<unknown> {
  try {
    return await call({});
  } catch (error) {
    return error instanceof DeskFault ? error.code : error;
  }
}

describe("the desk's calls", () => {
  test.each(roles)("are answered to a %s as the table says, every one of them", async (role) => {
    for (const [name, answer] of await askAll(role))
      expect(answer, name).toBe(may(role, callActs[name]) ? "done" : "not-your-role");
  });

  test("that keep the machine are answered to its head, whatever their role", async () => {
    const answers = await askAll("capture-operator", true);
    expect(answers.get("keeping.restore")).toBe("done");
    expect(answers.get("workbook.write")).toBe("not-your-role");
  });

  test("name who scanned to those who check or decide alone; the others get the figures", async () => {
    for (const role of roles) {
      const answers = await askAll(role);
      const named = ["checker", "approver", "district-checker"].includes(role);
      expect(answers.get("quality.operators"), role).toBe(named ? "done" : "not-your-role");
      expect(answers.get("quality.defects"), role).toBe("done");
    }
  });

  test("are all answered before the first run, when there is nothing to protect", async () => {
    expect(new Set((await askAll(undefined)).values())).toEqual(new Set(["done"]));
  });

  test("let one person play every role in the sample", async () => {
    const answers = await askAll("approver", false, true);
    expect(answers.get("capture.import")).toBe("done");
    expect(answers.get("scan.start")).toBe("not-your-role");
  });
});
