import { describe, expect, test } from "vitest";
import { editRecord } from "#shared/archive/record.ts";
import type { Role } from "#shared/archive/role.ts";
import { nothingHeld } from "#shared/replication/rule-barrier.ts";
import type { ReadHeld } from "#shared/replication/rule-frozen.ts";
import type { BatchStepList } from "#shared/rules/batch-steps.ts";
import { permitWrites } from "#electron/people/permit-writes.ts";
import { sampleSteps, stepTo } from "#tests/helpers/sample-steps.ts";
import {
  makeBatch,
  makeFile,
  makeFonds,
  makeItem,
  phuocHoa,
  phuocLoc,
  stamp,
  tuyPhuoc,
} from "#tests/province/world.ts";

function permitFor(
  roles: readonly Role[],
  sample = false,
  reworks: { open?: string[]; closed?: string[] } = {},
  read: ReadHeld = () => undefined,
  lists: readonly BatchStepList[] = [],
  capturers: readonly string[] = [],
) {
  const writersOf = () => roles.map((role) => ({ role, scope: "" }));
  return permitWrites({
    ...{ writersOf, isOfSample: () => sample, stamp: () => stamp(90), read },
    scopeOf: () => undefined,
    contentOf: () => nothingHeld,
    besideOf: () => [],
    capturersOf: () => capturers,
    listOf: (version) => lists.find((list) => list.version === version),
    reworksOf: () => ({ open: [], closed: [], ...reworks }),
  });
}

describe("a record that the screen hands in", () => {
  const item = makeItem("v1", phuocLoc);
  const checked = editRecord(item, { checkedAt: "2025-05-20T08:00:00Z", checkedBy: "Lê Thị Thử" }, stamp(20));

  test("is written where its writer's role may, and what it says was done is theirs to do", () => {
    const { record } = permitFor(["checker"])("items", checked, item) as { record: object };
    expect(record).toBe(checked);
    expect(permitFor(["capture-operator"])("items", checked, item)).toEqual({ act: "check" });
    expect(permitFor(["administrator"])("fonds", makeFonds("f", phuocLoc), undefined)).toEqual({
      act: "list",
    });
  });

  test("does not pass what its checker captured: it is written as the province would rule it", () => {
    const permit = permitFor(["checker"], false, {}, undefined, [], ["Lê Thị Thử"]);
    expect(permit("items", checked, item)).toMatchObject({
      record: { checkedAt: "", checkedBy: "", checkRefusal: "own-work" },
    });
    expect(permitFor(["checker"], true, {}, undefined, [], ["Lê Thị Thử"])("items", checked, item)).toEqual({
      record: checked,
    });
  });

  test("is asked of whoever signed it: where the name is not known, of all roles of the machine", () => {
    const permit = permitFor(["sorter", "checker"]);
    expect(permit("items", checked, item)).toEqual({ record: checked });
  });

  test("takes fields that stand already, or are emptied, from anybody who writes there", () => {
    const undone = editRecord(checked, { checkedAt: "", checkedBy: "" }, stamp(30));
    expect(permitFor(["sorter"])("items", undone, checked)).toEqual({ record: undone });
    const renamed = editRecord(checked, { subject: "Về việc khác" }, stamp(30));
    expect(permitFor(["sorter"])("items", renamed, checked)).toEqual({ record: renamed });
  });

  test("of the sample is anybody's, for one person plays every role there", () => {
    expect(permitFor(["approver"], true)("items", checked, item)).toEqual({ record: checked });
  });

  test("moves no batch by a step that is not its writer's; the rest of it is taken", () => {
    const batch = makeBatch("b", phuocLoc, { state: "checking" });
    const accepted = editRecord(batch, { state: "accepted", decidedBy: "Tôi", note: "Mới" }, stamp(20));
    const permitted = permitFor(["capture-operator"])("batches", accepted, batch);
    expect(permitted).toMatchObject({
      record: { state: "checking", refusal: "not-your-role", note: "Mới" },
    });
    expect(permitFor(["approver"])("batches", accepted, batch)).toEqual({ record: accepted });
  });

  test("moves no batch by a step that the list it was taken under gives to others, or leaves out", () => {
    const batch = makeBatch("b", phuocLoc, { state: "received" });
    const lists = [sampleSteps(2), sampleSteps(3, [{ step: "preparing", omitted: true }])];
    const permit = (role: Role, list: number) =>
      permitFor(
        [role],
        false,
        {},
        undefined,
        lists,
      )("batches", stepTo(batch, "preparing", { role, list }, stamp(20)), batch);
    expect(permit("sorter", 2)).toMatchObject({ record: { state: "preparing", refusal: "" } });
    expect(permit("capture-operator", 2)).toMatchObject({
      record: { state: "received", refusal: "role-not-listed" },
    });
    expect(permit("sorter", 3)).toMatchObject({ record: { state: "received", refusal: "step-left-out" } });
    expect(permit("capture-operator", 9), "a list not known here").toMatchObject({
      record: { state: "preparing" },
    });
  });

  test("gives a batch a day of its own where that is its writer's to do", () => {
    const batch = makeBatch("b", phuocLoc, { state: "capturing" });
    const own = { day: "2025-06-01", why: "Cúp điện", at: "2025-05-20T08:00:00Z", by: "Tôi" };
    const due = editRecord(batch, { dueChecking: { ...own, role: "approver" } }, stamp(20));
    expect(permitFor(["approver"])("batches", due, batch)).toEqual({ record: due });
    expect(permitFor(["checker"])("batches", due, batch)).toEqual({ act: "set-due" });
  });

  test("accepts no batch with a rework open, and says with its acceptance which were closed", () => {
    const batch = makeBatch("b", phuocLoc, { state: "checking", settled: ["r1"] });
    const accepted = editRecord(batch, { state: "accepted", decidedBy: "Tôi" }, stamp(20));
    const permit = (reworks: { open?: string[]; closed?: string[] }) =>
      permitFor(["approver"], false, reworks)("batches", accepted, batch);
    expect(permit({ open: ["r2"], closed: ["r1"] })).toMatchObject({
      record: { state: "checking", refusal: "rework-open" },
    });
    expect(permit({ closed: ["r1", "r2"] })).toMatchObject({
      record: { state: "accepted", settled: ["r1", "r2"] },
    });
  });

  test("changes nothing of what an accepted batch holds, whoever wrote it; a receipt or a hold is taken", () => {
    const { read, file, item: inside } = acceptedWorld();
    const permit = permitFor(["district-checker"], true, {}, read);
    const accepted = { accepted: "2025-001" };
    const renamed = editRecord(inside, { subject: "Về việc khác" }, stamp(30));
    expect(permit("items", renamed, inside)).toEqual(accepted);
    expect(permit("items", makeItem("new", phuocLoc, { fileId: "f" }), undefined)).toEqual(accepted);
    expect(permit("files", editRecord(file, { batchId: "" }, stamp(30)), file)).toEqual(accepted);
    const receipt = editRecord(inside, { receiptDigest: "a".repeat(64) }, stamp(30));
    expect(permit("items", receipt, inside)).toEqual({ record: receipt });
    const held = editRecord(file, { held: { code: "secret", why: "", at: "", by: "" } }, stamp(30));
    expect(permit("files", held, file)).toEqual({ record: held });
    const elsewhere = makeItem("other", phuocLoc, { fileId: "other" });
    expect(permit("items", elsewhere, undefined)).toEqual({ record: elsewhere });
  });
});

test("a person of one commune lays nothing into what is another's, and takes nothing of it on", () => {
  const units: Record<string, string> = { far: phuocHoa, mine: phuocLoc, above: tuyPhuoc };
  const permit = permitWrites({
    ...{ writersOf: () => [{ role: "sorter" as const, scope: phuocLoc }], isOfSample: () => false },
    ...{
      stamp: () => stamp(90),
      read: () => undefined,
      contentOf: () => nothingHeld,
      besideOf: () => [],
      capturersOf: () => [],
    },
    reworksOf: () => ({ open: [], closed: [] }),
    scopeOf: ({ id }) => units[id],
    listOf: () => undefined,
  });
  const into = (fileId: string) => makeItem("v1", phuocLoc, { fileId });
  expect(permit("items", into("far"), undefined)).toEqual({ outside: phuocHoa });
  expect(permit("items", into("above"), undefined)).toEqual({ outside: tuyPhuoc });
  expect(permit("items", into("mine"), undefined)).toEqual({ record: into("mine") });
  const moved = editRecord(into("mine"), { fileId: "far" }, stamp(30));
  expect(permit("items", moved, into("mine"))).toEqual({ outside: phuocHoa });
  // What the centre had moved there may be edited by whose it is.
  const edited = editRecord(moved, { subject: "Sửa lại" }, stamp(40));
  expect(permit("items", edited, moved)).toEqual({ record: edited });
});

function acceptedWorld(state: "accepted" | "checking" = "accepted") {
  const seal = { digest: "a".repeat(64), files: [] };
  const batch = { ...makeBatch("b", phuocLoc, { state, number: "2025-001" }), seal };
  const file = { ...makeFile("f", phuocLoc), batchId: "b" };
  const item = { ...makeItem("v1", phuocLoc), fileId: "f" };
  const all: Record<string, object> = { "batches b": batch, "files f": file, "items v1": item };
  const read = ((collection: string, id: string) => all[`${collection} ${id}`]) as ReadHeld;
  return { read, file, item };
}
