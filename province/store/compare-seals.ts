import type { ArchiveFile } from "#shared/archive/file.ts";
import type { Batch } from "#shared/archive/batch.ts";
import type { Item } from "#shared/archive/item.ts";
import type { Page } from "#shared/archive/page.ts";
import type { Clock } from "#shared/base/clock.ts";
import { type FileContent, sealFile, type SealedFile, sealFiles } from "#shared/completeness/seal-batch.ts";
import { mergeRecords } from "#shared/replication/merge.ts";
import {
  bringsAcceptance,
  type ContentCount,
  judgeSeal,
  lacksContent,
  sealedAt,
  type SealVerdict,
} from "#shared/replication/rule-seal.ts";
import { numberIn, type Querying, textIn } from "./database.ts";
import type { Arrival } from "./held-rows.ts";
import { recordIn } from "./record-shape.ts";
import type { Stored } from "./stored.ts";

/** Files whose content is read at one time: a batch may have 20,000. */
const slice = 50;

/**
 * Of the pushed batches that come to be accepted, how what the store holds of their content stands to what was
 * accepted; nothing is read of others. It is counted first, and read only where it may be whole.
 */
export async function compareSealsOf(
  inside: Querying,
  district: string,
  arrivals: readonly Arrival[],
  stored: ReadonlyMap<string, readonly Stored[]>,
  holds: boolean,
): Promise<ReadonlyMap<string, SealVerdict>> {
  const verdicts = new Map<string, SealVerdict>();
  for (const { record } of arrivals) {
    const before = stored.get(record.id)?.find((one) => one.district === district)?.state as
      Batch | undefined;
    const merged = (before ? mergeRecords<Batch>(before, record as Batch) : record) as Batch;
    // Who cannot wait has a batch that was never seen taken as it comes: its content is to find it here.
    if (!bringsAcceptance(before, merged) || (!before && !holds)) continue;
    const lacks = lacksContent(merged, await countContent(inside, district, merged));
    verdicts.set(record.id, lacks ? "lacks" : judgeSeal(merged, await sealHeld(inside, district, merged)));
  }
  return verdicts;
}

/** What is there of a batch: its files, those that were accepted in it and lie elsewhere now, and what lies in them. */
export async function countContent(
  inside: Querying,
  district: string,
  { id, seal }: Pick<Batch, "id" | "seal">,
): Promise<ContentCount> {
  const accepted = JSON.stringify(seal?.files.map((file) => file.id) ?? []);
  const [lacking, [counted]] = [
    await inside.query(
      `select wanted.id from jsonb_array_elements_text($2::jsonb) as wanted(id) where not exists (
         select 1 from records r where r.district = $1 and r.collection = 'files' and r.id = wanted.id)`,
      [district, accepted],
    ),
    await inside.query(
      `with files as (
         select id from records where district = $1 and collection = 'files' and state->>'batchId' = $2
         union select r.id from jsonb_array_elements_text($3::jsonb) as wanted(id)
           join records r on r.district = $1 and r.collection = 'files' and r.id = wanted.id),
       items as (
         select i.id from files f join records i
           on i.district = $1 and i.collection = 'items' and i.parent = f.id)
       select (select count(*) from files) + (select count(*) from items) + (
         select count(*) from items i join records p
           on p.district = $1 and p.collection = 'pages' and p.parent = i.id) as records`,
      [district, id, accepted],
    ),
  ];
  const absent = new Set(lacking.map((row) => textIn(row, "id")));
  return { hasFile: (file) => !absent.has(file), records: counted ? numberIn(counted, "records") : 0 };
}

async function sealHeld(inside: Querying, district: string, batch: Batch) {
  const files = await inside.query(
    `select id from records where district = $1 and collection = 'files' and state->>'batchId' = $2
       and state->>'withdrawn' = '' order by id`,
    [district, batch.id],
  );
  const sealed: SealedFile[] = [];
  for (let at = 0; at < files.length; at += slice) {
    const ids = files.slice(at, at + slice).map((row) => textIn(row, "id"));
    sealed.push(...(await sealSome(inside, district, ids, sealedAt(batch))));
  }
  return sealFiles(batch.id, sealed).seal;
}

/** The seals of some files as the store holds them now, or held them at the clock of an acceptance. */
export async function sealSome(
  inside: Querying,
  district: string,
  ids: readonly string[],
  asOf: Clock | undefined,
): Promise<SealedFile[]> {
  const rows = await inside.query(
    `with wanted as (select jsonb_array_elements_text($2::jsonb) as id),
     items as (select i.collection, i.id, i.parent, i.state from wanted join records i
       on i.district = $1 and i.collection = 'items' and i.parent = wanted.id)
     select f.collection, f.id, f.parent, f.state from wanted join records f
       on f.district = $1 and f.collection = 'files' and f.id = wanted.id
     union all select * from items
     union all select p.collection, p.id, p.parent, p.state from items join records p
       on p.district = $1 and p.collection = 'pages' and p.parent = items.id`,
    [district, JSON.stringify(ids)],
  );
  const files = new Map<string, { file: ArchiveFile; items: FileContent["items"][number][] }>();
  const pages = new Map<string, Page[]>();
  for (const row of rows) {
    const state: unknown = recordIn(row["state"]);
    if (row["collection"] === "files")
      files.set(textIn(row, "id"), { file: state as ArchiveFile, items: [] });
    if (row["collection"] === "pages") {
      const page = state as Page;
      pages.set(page.itemId, [...(pages.get(page.itemId) ?? []), page]);
    }
  }
  for (const row of rows) {
    if (row["collection"] !== "items") continue;
    const item = recordIn(row["state"]) as Item;
    files.get(item.fileId)?.items.push({ item, pages: pages.get(item.id) ?? [] });
  }
  return [...files.values()].flatMap((content) => sealFile(content, asOf) ?? []);
}
