import { expect, test } from "vitest";
import { editRecord } from "#shared/archive/record.ts";
import type { PushAnswer } from "#shared/replication/messages.ts";
import { verifyAudit } from "#province/store/audit.ts";
import { makeFile, onEachStore, phuocLoc, stamp, tuyPhuoc, type World } from "#tests/province/world.ts";

const file = makeFile("A", phuocLoc);

async function pushOver(world: World, token: string, base: object, record: object): Promise<PushAnswer> {
  const rows = [{ assumedMasterState: base, newDocumentState: record }];
  const { status, body } = await world.ask(token, "POST", "/replication/files/push", { rows });
  expect(status).toBe(200);
  return body as PushAnswer;
}

onEachStore("conflicts", (world) => {
  test("are kept by who holds the first value when the second comes, and reach every device of the scope", async () => {
    const [one, other] = [await world.enrol("one", tuyPhuoc), await world.enrol("other", phuocLoc)];
    await world.push(one, "files", file);
    const base = { id: "A", clocks: file.clocks };
    const [mine, theirs] = [
      editRecord(file, { title: "Một" }, stamp(20, "one.s")),
      editRecord(file, { title: "Hai", box: "7" }, stamp(10, "other.s")),
    ];
    await pushOver(world, one, base, mine);
    const answer = await pushOver(world, other, base, theirs);
    expect(answer.conflicts).toMatchObject([{ title: "Một", box: "7" }]);
    const { documents } = await world.pull(other, "conflicts");
    expect(documents).toMatchObject([
      {
        subjectId: "A",
        field: "title",
        scope: phuocLoc,
        standing: "open",
        sides: [
          { value: '"Một"', deviceId: "one" },
          { value: '"Hai"', deviceId: "other" },
        ],
      },
    ]);
    expect((await world.pull(one, "conflicts")).documents).toEqual(documents);
    // Pushed once more: the answer was lost.
    await pushOver(world, other, base, theirs);
    expect((await world.pull(one, "conflicts")).documents).toHaveLength(1);
    expect(await verifyAudit(world.database, tuyPhuoc)).toMatchObject({ brokenAt: undefined });
  });

  test("are kept too where what comes second wins all of the record", async () => {
    const [one, other] = [await world.enrol("one", tuyPhuoc), await world.enrol("other", tuyPhuoc)];
    await world.push(one, "files", file);
    const base = { id: "A", clocks: file.clocks };
    await pushOver(world, one, base, editRecord(file, { title: "Một" }, stamp(10, "one.s")));
    const later = editRecord(file, { title: "Hai" }, stamp(20, "other.s"));
    expect((await pushOver(world, other, base, later)).conflicts).toEqual([]);
    expect((await world.pull(one, "conflicts")).documents).toMatchObject([{ field: "title" }]);
  });

  test("are none where a push comes again that others have built upon since", async () => {
    const [one, other] = [await world.enrol("one", tuyPhuoc), await world.enrol("other", tuyPhuoc)];
    await world.push(one, "files", file);
    const base = { id: "A", clocks: file.clocks };
    const mine = editRecord(file, { title: "Một" }, stamp(20, "one.s"));
    await pushOver(world, one, base, mine);
    const theirs = editRecord(mine, { title: "Hai" }, stamp(30, "other.s"));
    await pushOver(world, other, { id: "A", clocks: mine.clocks }, theirs);
    await pushOver(world, one, base, mine);
    expect((await world.pull(one, "conflicts")).documents).toEqual([]);
  });
});
