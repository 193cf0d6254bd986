import { expect, test } from "vitest";
import { editRecord } from "#shared/archive/record.ts";
import { without } from "#shared/base/without.ts";
import { verifyAudit } from "#province/store/audit.ts";
import { lineList, numberList, textList } from "#province/store/lists.ts";
import { makeFile, onEachStore, phuocLoc, stamp, tuyPhuoc } from "#tests/province/world.ts";

onEachStore("what is written of a change", (world) => {
  test("lists come out as they went in, whatever is in their texts", async () => {
    const texts = ['"', "\\", 'a,b}"\\"{', "NULL", "", " ", "dòng\nhai", "Đập Đá 𝒳", "-"];
    const rows = await world.database.query("select text from unnest($1::text::text[]) as list(text)", [
      textList(texts),
    ]);
    expect(rows.map((row) => row["text"])).toEqual(texts);
    const lines = await world.database.query(
      `select line::jsonb as line, number from
         unnest(string_to_array($1, E'\\n', '-'), $2::text::bigint[]) as list(line, number)`,
      [lineList(['{"a":"\\n-"}', undefined, "1"]), numberList([1, -9_007_199_254_740_991n, 3])],
    );
    expect(lines).toEqual([
      { line: { a: "\n-" }, number: 1 },
      { line: null, number: -9_007_199_254_740_991 },
      { line: 1, number: 3 },
    ]);
  });

  test("the audit has every field of a new record, also where it was edited in the same push", async () => {
    const token = await world.enrol("desk", tuyPhuoc);
    const [first, quiet] = [makeFile("A", phuocLoc), makeFile("B", phuocLoc)];
    const title = 'Tập lưu "\\"\n– Đập Đá';
    const edited = editRecord(first, { title }, stamp(10));
    await world.push(token, "files", first, quiet, edited);
    const rows = await world.database.query("select id, changes from audit order by seq");
    expect(rows.slice(0, 2)).toEqual([
      { id: "A", changes: without(first, "clocks") },
      { id: "B", changes: without(quiet, "clocks") },
    ]);
    expect(rows[2]).toMatchObject({ id: "A", changes: { title } });
    expect(await verifyAudit(world.database, tuyPhuoc)).toEqual({ entries: 3, brokenAt: undefined });
  });
});
