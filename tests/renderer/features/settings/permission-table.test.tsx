import { cleanup, screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { acts, may, permissions } from "#shared/archive/permissions.ts";
import { type Role, roles } from "#shared/archive/role.ts";
import { en } from "#shared/text/en.ts";
import { vi } from "#shared/text/vi.ts";
import { PermissionTable } from "#renderer/features/settings/permission-table.tsx";
import { answeringDesk, findBarriers, renderScreen, sampleSession } from "#tests/helpers/screen.tsx";

const words = vi.permissions;

/** What the table says of each act to a person of a role: whether they may, and who may. */
function readTable(role: Role) {
  const { desk } = answeringDesk({});
  const session = { ...sampleSession(), profile: { name: "Lê Thị Thử", role, scope: "52.550" } };
  renderScreen(<PermissionTable />, { desk, session });
  const [, ...rows] = within(screen.getByRole("table", { name: words.title })).getAllByRole("row");
  return rows.map((row) =>
    within(row)
      .getAllByRole("cell")
      .map((cell) => cell.textContent),
  );
}

test.each(roles)("a %s reads what they may do, as the one table has it, act by act", (role) => {
  const rows = readTable(role);
  expect(rows.map(([, act]) => act)).toEqual(acts.map((act) => words.acts[act]));
  for (const [at, act] of acts.entries())
    expect(rows[at]?.[0], `${role}: ${act}`).toBe(may(role, act) ? words.yours : words.notYours);
});

test("who may do each act is said by the names of their roles, in the table's order, and no act of nobody's", () => {
  const rows = readTable("administrator");
  for (const [at, act] of acts.entries()) {
    const said = rows[at]?.[2] ?? "";
    const named = roles.filter((role) => said.split("; ").includes(vi.common.roles[role]));
    const everyone = said === words.everyone;
    expect(everyone ? roles : named, act).toEqual(roles.filter((role) => may(role, act)));
    expect(everyone, act).toBe(permissions[act].length === roles.length);
  }
});

test("the table has no barrier, and names every role and act apart, in both languages", async () => {
  readTable("checker");
  expect((await findBarriers()).filter((line) => !line.startsWith("page-has"))).toEqual([]);
  cleanup();
  for (const { common, permissions: said } of [vi, en]) {
    expect(new Set(roles.map((role) => common.roles[role])).size).toBe(roles.length);
    expect(new Set(acts.map((act) => said.acts[act])).size).toBe(acts.length);
  }
});
