import type { Sqlite } from "#electron/sqlite/sqlite.ts";
import { reportGroups } from "#shared/archive/report-row.ts";
import type { ArchiveFile } from "#shared/archive/file.ts";
import type { Item } from "#shared/archive/item.ts";
import { holdCode, isHeld } from "#shared/archive/paper-hold.ts";
import type { Page } from "#shared/archive/page.ts";
import { type CountedItem, standItem, type StandingPage } from "#shared/completeness/stand-item.ts";
import { itemStages } from "#shared/completeness/stages.ts";
import { a4Equivalent } from "#shared/rules/a4-equivalent.ts";
import { levelOf } from "#shared/rules/issuing-body.ts";
import { findLeaves } from "#shared/rules/leaf-numbers.ts";
import { priorityOfFile, priorityOfItem } from "#shared/rules/priority.ts";
import { groupOfItem } from "./matrix-sql.ts";
import type { PriorityGroup } from "#shared/archive/codes.ts";
import type { KeyOf } from "#electron/index/record-keys.ts";
import { dayOfPage } from "#electron/listing/page-rows.ts";
import { numberIn, textIn } from "#electron/journal/row.ts";

/** Takes records into the standing of items and files; `settle` counts what the records since the last one touched. */
export type TakeStanding = {
  put(record: ArchiveFile | Item | Page): void;
  settle(): void;
};

/** The place of a priority group among those of the report. */
function groupAt(group: PriorityGroup): number {
  const name = group === "frequent-use" ? "frequent" : group === "" ? "other" : group;
  return reportGroups.indexOf(name);
}

const bits = itemStages.map((_, bit) => bit);

/** Over an open index that has `standingTables`. All is written in the transaction of the caller. */
export function openStanding(database: Sqlite, keyOf: KeyOf): TakeStanding {
  const prepare = (sql: string) => database.prepare(sql);
  const putPage = prepare("INSERT OR REPLACE INTO standing_pages VALUES (?,?,?,?,?,?,?,?,?)");
  const dropPage = prepare("DELETE FROM standing_pages WHERE key = ?");
  const itemOfPage = prepare("SELECT item FROM standing_pages WHERE key = ?");
  const pagesOf = prepare(
    "SELECT a4, day, blank, side, hold, verdict FROM standing_pages WHERE item = ? ORDER BY ordinal, key",
  );
  const itemRow = prepare("SELECT file, facts FROM standing_items WHERE key = ?");
  const putItem = prepare("INSERT OR REPLACE INTO standing_items VALUES (?,?,?,?,0,0,0,0,0,0,0,'')");
  const setItem = prepare(
    `UPDATE standing_items SET stages = ?, listed_pages = ?, pages = ?, a4 = ?, listed_leaves = ?, leaves = ?,
       odd = ?, day = ? WHERE key = ?`,
  );
  const dropItem = prepare("DELETE FROM standing_items WHERE key = ?");
  const expectFile = prepare(
    `INSERT OR IGNORE INTO standing_files (key, stands, scope, fonds, inventory, box, batch, code, notation, grp,
       frequent, received, poor, file_pages, file_leaves)
       VALUES (?, 0, '', '', '', '', '', '', '', 0, 0, 0, 0, 0, 0)`,
  );
  const setFile = prepare(
    `UPDATE standing_files SET stands = ?, scope = ?, fonds = ?, inventory = ?, box = ?, batch = ?, code = ?,
       notation = ?, grp = ?, frequent = ?, received = ?, poor = ?, file_pages = ?, file_leaves = ? WHERE key = ?`,
  );
  const stage = (bit: number) => `coalesce(sum(i.stages & ${1 << bit} <> 0), 0)`;
  const leavesAt = (bit: number) => `coalesce(sum((i.stages & ${1 << bit} <> 0) * i.leaves), 0)`;
  const inGroup = (group: number) => {
    return `coalesce(sum((i.stages & 1) AND ${groupOfItem} = ${group}), 0)`;
  };
  const allAt = bits
    .map((bit) => `(count(i.key) > 0 AND ${stage(bit)} = count(i.key)) * ${1 << bit}`)
    .join(" + ");
  const sumFile = prepare(
    `UPDATE standing_files AS f SET (items, stages, listed_pages, pages, a4, listed_leaves, leaves, odd,
       s0, s1, s2, s3, s4, s5, l0, l1, l2, l3, l4, l5, g0, g1, g2, g3, g4) = (
       SELECT count(i.key), ${allAt},
         coalesce(sum(i.listed_pages), 0), coalesce(sum(i.pages), 0), coalesce(sum(i.a4), 0),
         coalesce(sum(i.listed_leaves), 0), coalesce(sum(i.leaves), 0), coalesce(sum(i.odd <> 0), 0),
         ${bits.map(stage).join(", ")}, ${bits.map(leavesAt).join(", ")},
         ${[0, 1, 2, 3, 4].map(inGroup).join(", ")}
       FROM standing_items i WHERE i.file = f.key) WHERE f.key = ?`,
  );
  const dropGroups = prepare("DELETE FROM standing_groups WHERE file = ?");
  const sumGroups = prepare(
    `INSERT INTO standing_groups (file, grp, items, stages, listed_leaves, odd,
       s0, s1, s2, s3, s4, s5, l0, l1, l2, l3, l4, l5)
     SELECT f.key, CASE WHEN i.key IS NULL THEN f.grp ELSE ${groupOfItem} END AS own, count(i.key), ${allAt},
       coalesce(sum(i.listed_leaves), 0), coalesce(sum(i.odd <> 0), 0),
       ${bits.map(stage).join(", ")}, ${bits.map(leavesAt).join(", ")}
     FROM standing_files f LEFT JOIN standing_items i ON i.file = f.key WHERE f.key = ? GROUP BY f.key, own`,
  );
  const putHold = prepare("INSERT OR REPLACE INTO standing_holds VALUES (?,?,?)");
  const dropHold = prepare("DELETE FROM standing_holds WHERE key = ?");
  const hold = (key: number, file: number, record: ArchiveFile | Item) => {
    if (isHeld(record) && record.withdrawn === "") putHold.run(key, file, holdCode(record));
    else dropHold.run(key);
  };
  const leavesOfFile = prepare("SELECT facts ->> '$.leaves' AS leaves FROM standing_items WHERE file = ?");
  const setGaps = prepare("UPDATE standing_files SET leaf_gaps = ? WHERE key = ?");
  let items = new Set<number>();
  let files = new Set<number>();
  /** Files whose list of leaves was touched. */
  let relisted = new Set<number>();

  function countGaps(key: number): void {
    const leaves = leavesOfFile.all(key).map((row) => ({ id: "", leaves: textIn(row, "leaves") }));
    const gaps = findLeaves({ id: "", code: "", leafCount: 0 }, leaves)?.gaps ?? [];
    setGaps.run(gaps.length === 0 ? "" : JSON.stringify(gaps), key);
  }

  function takePage(page: Page): void {
    const key = keyOf("pages", page.id);
    const before = itemOfPage.get(key);
    if (before) items.add(numberIn(before, "item"));
    if (page.withdrawn !== "") {
      dropPage.run(key);
      return;
    }
    const item = keyOf("items", page.itemId);
    const { ordinal, blank, side = "", hold, verdict } = page;
    putPage.run(key, item, ordinal, a4Equivalent(page), dayOfPage(page), blank, side, hold, verdict);
    items.add(item);
  }

  function takeItem(item: Item): void {
    const key = keyOf("items", item.id);
    const before = itemRow.get(key);
    if (before) {
      files.add(numberIn(before, "file"));
      relisted.add(numberIn(before, "file"));
    }
    if (item.withdrawn !== "") {
      dropHold.run(key);
      dropItem.run(key);
      return;
    }
    const file = keyOf("files", item.fileId);
    expectFile.run(file);
    const group = groupAt(priorityOfItem(item, levelOf(item.scope)));
    putItem.run(key, file, JSON.stringify(factsOf(item)), group);
    hold(key, file, item);
    items.add(key);
    files.add(file);
    relisted.add(file);
  }

  function takeFile(file: ArchiveFile): void {
    const key = keyOf("files", file.id);
    expectFile.run(key);
    setFile.run(
      file.withdrawn === "" ? 1 : 0,
      ...[file.scope, file.fondsId, file.inventory, file.box, file.batchId, file.code, file.notation],
      groupAt(priorityOfFile(file, levelOf(file.scope))),
      file.frequentUse ? 1 : 0,
      file.receivedAt === "" ? 0 : 1,
      file.condition === "03" ? 1 : 0,
      ...[file.pageCount, file.leafCount, key],
    );
    hold(key, key, file);
    files.add(key);
  }

  return {
    put(record) {
      if ("itemId" in record) takePage(record);
      else if ("fileId" in record) takeItem(record);
      else takeFile(record);
    },
    settle() {
      for (const key of items) {
        const row = itemRow.get(key);
        // Its record has not come yet, or it is withdrawn.
        if (!row) continue;
        const facts = JSON.parse(textIn(row, "facts")) as CountedItem;
        const stands = standItem(facts, pagesOf.all(key) as unknown as StandingPage[]);
        setItem.run(
          ...[stands.stages, stands.listedPages, stands.pages, stands.a4, stands.listedLeaves, stands.leaves],
          (stands.short ? 1 : 0) + (stands.over ? 2 : 0),
          ...[stands.day, key],
        );
        files.add(numberIn(row, "file"));
      }
      for (const key of files) {
        sumFile.run(key);
        dropGroups.run(key);
        sumGroups.run(key);
      }
      for (const key of relisted) countGaps(key);
      items = new Set();
      files = new Set();
      relisted = new Set();
    },
  };
}

function factsOf(item: Item): CountedItem {
  const { leaves, pageCount, hold, type, subject, issuedDate, issuer } = item;
  const { fieldsConfirmed, fieldsByMachine, checkedAt, renditionDigest, receiptDigest, signature } = item;
  return {
    ...{ leaves, pageCount, hold, type, issuedDate, issuer, fieldsConfirmed, fieldsByMachine, checkedAt },
    ...{ renditionDigest, receiptDigest, subject: subject === "" ? "" : "·" },
    ...(signature ? { signature } : {}),
    ...(isHeld(item) ? { held: item.held } : {}),
  };
}
