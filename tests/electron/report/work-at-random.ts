import type { Signature } from "#shared/archive/signature.ts";
import type { CollectionName, Records } from "#shared/archive/collections.ts";
import { blankBox } from "#shared/archive/blank.ts";
import { type PaperHold, paperHoldReasons } from "#shared/archive/paper-hold.ts";
import { type Chance } from "#shared/base/id.ts";
import { editRecord, makeRecord } from "#shared/archive/record.ts";
import type { Unit } from "#shared/archive/unit.ts";
import { dayInVietnam } from "#shared/base/vietnam-time.ts";
import type { Journal } from "#electron/journal/journal.ts";
import { sampleBatch, sampleFile, sampleItem, samplePage, stampAt } from "#tests/helpers/sample-records.ts";
import type { Held } from "./count-by-hand.ts";

export const district = "52.550";
const communes = ["52.550.21952", "52.550.21955", "52.550.21958"];
export const units: Unit[] = [district, ...communes].map((scope) => ({
  code: scope,
  name: `Đơn vị ${scope}`,
  level: scope === district ? "district" : "commune",
  scope,
  validFrom: "",
  validTo: "2025-06-30",
}));
const batchStatesMet = [
  ...(["draft", "handed-over", "received", "returned", "accepted", "packed", "sent"] as const),
];
const start = Date.parse("2025-05-19T03:00:00Z");
export const today = dayInVietnam(start + 86_400_000);

/** Writes a district's records at random, and changes, moves and withdraws some of them; a step is one write. */
export function workAtRandom(journal: Journal, chance: Chance, steps: number): void {
  const ids: Record<"files" | "items" | "pages" | "batches", string[]> = {
    files: [],
    items: [],
    pages: [],
    batches: [],
  };
  const one = <Value>(among: readonly Value[]) => among[chance(among.length)] as Value;
  const some = (ids: readonly string[]) => ids[chance(ids.length)] ?? "nowhere";
  const yes = (of: number) => chance(of) === 0;
  let made = 0;
  const waiting = new Map<CollectionName, Records[CollectionName][]>();
  const flush = () => {
    for (const [name, records] of waiting) journal.write(name, records, "desk");
    waiting.clear();
  };
  const write = <Name extends CollectionName>(name: Name, record: Records[Name]) =>
    waiting.set(name, [...(waiting.get(name) ?? []), record]);
  const change = (name: "files" | "items" | "pages" | "batches", fields: object) => {
    const id = some(ids[name]);
    flush();
    const held = journal.read(name, id);
    if (held) write(name, editRecord(held as never, fields as never, stampAt(start + made * 60_000)));
  };
  for (let step = 0; step < steps; step += 1) {
    made += 1;
    const ms = start + chance(3) * 86_400_000 - 3_600_000 * chance(12);
    const scope = one([district, ...communes]);
    const id = `r${made}`;
    const kind = chance(12);
    if (kind < 2) {
      ids.files.push(id);
      const place = { inventory: one(["", "01"]), box: one(["", "1", "2"]), code: `H.${id}` };
      const counts = { pageCount: chance(30), leafCount: one([0, chance(20)]) };
      const batchId = one(["", ...ids.batches]);
      write("files", sampleFile(id, { scope, ...place, ...counts, batchId, frequentUse: yes(4) }, ms));
    } else if (kind < 5) {
      ids.items.push(id);
      // Its file may come later, or never.
      const fileId = yes(9) ? `r${made + 1 + chance(5)}` : some(ids.files);
      const said = {
        type: one(["", "01", "02", "10"]) as "01",
        subject: one(["Quyết định giao đất", ""]),
        leaves: one(["", "1-2", "3"]),
      };
      write(
        "items",
        sampleItem(
          id,
          {
            scope,
            fileId,
            ...said,
            pageCount: chance(3),
            renditionDigest: one(["", "a".repeat(64)]),
            ...one([{}, { signature: signatureOf("a") }, { signature: signatureOf("b") }]),
            checkedAt: "",
            fieldsConfirmed: one(["", "type issuedDate issuer subject"]),
            fieldsByMachine: "",
            hold: "",
          },
          ms,
        ),
      );
    } else if (kind < 9) {
      ids.pages.push(id);
      const size = one([
        [2480, 3508],
        [3508, 4961],
        [4961, 7016],
      ]);
      const seen = {
        blank: one(["no", "yes"] as const),
        side: one(["", "only", "front", "back"] as const),
        hold: yes(8) ? ("corrupt" as const) : ("" as const),
        dpi: yes(5) ? 0 : 300,
        width: size[0] ?? 0,
        height: size[1] ?? 0,
        verdict: one(["", "accepted", "rejected"] as const),
        defect: one(["", "blurred", "cut"] as const),
      };
      write("pages", samplePage(id, { scope, itemId: some(ids.items), ordinal: made, ...seen }, ms));
    } else if (kind === 9) {
      ids.batches.push(id);
      write("batches", sampleBatch(id, { scope, state: one(batchStatesMet) }, ms));
    } else if (kind === 10) {
      write("boxes", {
        ...makeRecord<Records["boxes"]>(
          { ...blankBox, id, scope, fondsId: "fonds-1", inventory: "01", number: id },
          stampAt(ms),
        ),
        metres: chance(100) / 100,
      });
    } else {
      const name = one(["files", "items", "pages", "batches"] as const);
      const what = chance(3);
      if (what === 0) change(name, { withdrawn: yes(2) ? "Thử" : "" });
      else if (what === 1 && name !== "pages") change(name, { held: holdAtRandom(chance) });
      else if (name === "files")
        change(name, { batchId: one(["", ...ids.batches]), scope, box: one(["", "3"]), frequentUse: yes(2) });
      else if (name === "items")
        change(name, {
          fileId: some(ids.files),
          checkedAt: one(["", "2025-05-20"]),
          hold: yes(4) ? "other" : "",
        });
      else if (name === "pages") change(name, { itemId: some(ids.items), hold: "" });
      else change(name, { state: one(batchStatesMet) });
    }
  }
  flush();
}

/** A reason to keep back, or none any more. */
function holdAtRandom(chance: Chance): PaperHold {
  const code = (["", ...paperHoldReasons] as const)[chance(paperHoldReasons.length + 1)] ?? "";
  return { code, why: "", at: "2025-05-20T01:00:00.000Z", by: "Thử" };
}

/** All that a journal holds. */
export function heldIn(journal: Journal): Held {
  const all = <Name extends keyof Held>(name: Name): Held[Name] =>
    journal.pull(name, null, 100_000).documents as Held[Name];
  return {
    files: all("files"),
    items: all("items"),
    pages: all("pages"),
    batches: all("batches"),
    boxes: all("boxes"),
  };
}

/** A signature that made the rendition of this letter. */
function signatureOf(letter: string): Signature {
  const digest = letter.repeat(64);
  return {
    ...{ digest, of: "c".repeat(64), ofSize: 1, ofReport: "", level: "b-b", at: "2025-05-20T01:00:00.000Z" },
    ...{ by: "Duyệt", name: "UBND huyện", issuer: "Nơi cấp", serial: "01" },
  };
}
