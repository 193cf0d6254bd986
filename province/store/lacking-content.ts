import type { Batch } from "#shared/archive/batch.ts";
import { nameOfRecord } from "#shared/archive/name-of-record.ts";
import { nameLacking } from "#shared/completeness/name-lacking.ts";
import type { SealedFile } from "#shared/completeness/seal-batch.ts";
import { type LackingContent, mostLackingNamed } from "#shared/contract/lacking-content.ts";
import { sealedAt } from "#shared/replication/rule-seal.ts";
import { countContent, sealSome } from "./compare-seals.ts";
import { type Querying, textIn } from "./database.ts";

/** How many files are looked into, a slice at a time, for those whose content is not whole. */
const [slice, mostLookedInto] = [50, 200];

/** What the store lacks of a batch whose acceptance waits: how much, and the first of it by name. */
export async function readLacking(
  store: Querying,
  district: string,
  batch: Pick<Batch, "id" | "seal" | "steps" | "clocks">,
): Promise<LackingContent> {
  const there = await countContent(store, district, batch);
  const accepted = batch.seal?.files ?? [];
  const absent = accepted.filter(({ id }) => !there.hasFile(id)).slice(0, mostLackingNamed);
  const here = accepted.filter(({ id }) => there.hasFile(id)).slice(0, mostLookedInto);
  const differing: SealedFile[] = [];
  for (let at = 0; at < here.length && absent.length + differing.length < mostLackingNamed; at += slice) {
    const some = here.slice(at, at + slice);
    const then = new Map(some.map(({ id, digest }) => [id, digest]));
    const now = await sealSome(store, district, [...then.keys()], sealedAt(batch));
    differing.push(...now.filter(({ id, digest }) => then.get(id) !== digest));
  }
  const named = [...absent, ...differing.slice(0, mostLackingNamed)].map(({ id }) => id);
  const labels = await readLabels(store, district, named);
  return nameLacking(batch, there, differing, (id) => labels.get(id) ?? "");
}

/** What files are known by, those too that wait here or were refused. */
async function readLabels(
  store: Querying,
  district: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await store.query(
    `with wanted as (select jsonb_array_elements_text($2::jsonb) as id)
     select r.id, r.state::text as state from wanted join records r
       on r.district = $1 and r.collection = 'files' and r.id = wanted.id
     union all select h.id, h.state::text from wanted join held_rows h
       on h.district = $1 and h.collection = 'files' and h.id = wanted.id and h.settled_at = ''
     union all select f.id, f.state::text from wanted join refused_rows f
       on f.district = $1 and f.collection = 'files' and f.id = wanted.id and f.settled_at = ''`,
    [district, JSON.stringify(ids)],
  );
  return new Map(
    rows.map((row) => {
      const state: unknown = JSON.parse(textIn(row, "state"));
      return [
        textIn(row, "id"),
        typeof state === "object" && state !== null ? nameOfRecord(state).slice(0, 300) : "",
      ];
    }),
  );
}
