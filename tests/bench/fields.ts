import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Found, RecordedField } from "#shared/archive/reading.ts";
import { knownIssuers } from "#shared/inventory/known-issuers.ts";
import { openObjectStore } from "#shared/node/object-store.ts";
import { isCertain } from "#shared/reading/settle-reading.ts";
import { issuerKey } from "#shared/rules/issuing-body.ts";
import { openWorkerPool } from "#electron/pipeline/worker/pool.ts";
import type { WorkerPool } from "#electron/pipeline/worker/tasks.ts";
import { asJpeg } from "#electron/sample/make-page.ts";
import type { Bench, Figure } from "#tests/bench/figure.ts";
import type { Letter } from "#tests/fixtures/letters/letter.ts";
import { makeLetter } from "#tests/fixtures/letters/make-letter.ts";
import { unitsBefore } from "#tests/fixtures/unit-tables.ts";

const resources = join(import.meta.dirname, "..", "..", "resources");

/** Seeds that no rule or bound of the reading was made on; those below 1000 were looked at for that. */
const heldOut = { from: 3001, count: 72 } as const;

const judged = [
  "number",
  "issuedDate",
  "type",
  "issuer",
  "subject",
] as const satisfies readonly RecordedField[];

type Tally = { right: number; doubted: number; certain: number; wrongAndCertain: number };

/** Letters of many forms, scanned and read by the real workers: what of their fields is read right, and how sure. */
export const fields: Bench = {
  name: "fields",
  async run(say) {
    const folder = mkdtempSync(join(tmpdir(), "mucluc-bench-"));
    const pool = openWorkerPool({
      size: 1,
      objectsFolder: folder,
      resources,
      patience: { ocr: 300_000, extract: 300_000 },
    });
    const tally: Tally = { right: 0, doubted: 0, certain: 0, wrongAndCertain: 0 };
    const byField = new Map<string, Tally>();
    try {
      for (let at = 0; at < heldOut.count; at += 1) {
        const { letter, found } = await readOne(folder, pool, heldOut.from + at);
        for (const field of judged) {
          const own = byField.get(field) ?? { right: 0, doubted: 0, certain: 0, wrongAndCertain: 0 };
          byField.set(field, own);
          for (const counts of [tally, own]) count(counts, field, letter, found[field]);
          const isWrong = found[field] && !isRight(field, letter, found[field].value);
          if (isWrong)
            say(
              `seed ${heldOut.from + at}: ${field} "${found[field]?.value ?? ""}" for "${truthOf(field, letter)}" at ${found[field]?.confidence ?? 0}`,
            );
        }
        if (at % 12 === 11) say(`${at + 1} of ${heldOut.count} letters`);
      }
    } finally {
      await pool.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    }
    for (const [field, { right, certain }] of byField) {
      say(`${field}: ${right} of ${heldOut.count} right, ${certain} of them confirmed without a person`);
    }
    const total = heldOut.count * judged.length;
    const good = tally.right + tally.doubted;
    return [
      share("fields", good, total, "≥ 0.98", good / total >= 0.98),
      share("fields-read-right", tally.right, total, "–", true),
      share("fields-wrong-and-confirmed", tally.wrongAndCertain, total, "0", tally.wrongAndCertain === 0),
    ];
  },
};

async function readOne(folder: string, pool: WorkerPool, seed: number) {
  const objects = await openObjectStore(folder, { sweep: false });
  const page = await makeLetter(resources, seed);
  const { digest } = await objects.put(await asJpeg(page));
  const task = { digest, mediaType: "image/jpeg", page: 0 };
  const { width, height, dpi, workDigest } = await pool.importPage(task);
  const { wordsDigest } = await pool.ocr({ ...task, workDigest, dpi });
  const read = { ...task, workDigest, width, height, dpi, pageId: "p", wordsDigest };
  const context = { years: { from: 0, to: 0, now: 2025 }, others: [] };
  const { reading } = await pool.extract({ first: read, last: read, knownIssuers: bodies, context });
  return { letter: page.letter, found: reading.fields };
}

/** The committees and councils of the whole province: more names to be mistaken for than one desk has. */
const bodies = [...new Set(unitsBefore.flatMap(({ scope }) => knownIssuers(unitsBefore, scope)))];

function count(counts: Tally, field: RecordedField, letter: Letter, found: Found | undefined): void {
  // A field of an empty record: the reading alone decides what would enter it unseen.
  const certain = found !== undefined && isCertain(field, found);
  const right = isRight(field, letter, found?.value ?? "");
  if (right) counts.right += 1;
  else if (!certain) counts.doubted += 1;
  if (right && certain) counts.certain += 1;
  if (!right && certain) counts.wrongAndCertain += 1;
}

function isRight(field: RecordedField, letter: Letter, value: string): boolean {
  const truth = truthOf(field, letter);
  if (field === "issuer") return issuerKey(value) === issuerKey(truth);
  // Letter for letter, marks of tone too; how the paper breaks its lines and dots counts not.
  if (field === "subject") return plain(value) === plain(truth);
  return value === truth;
}

function truthOf(field: RecordedField, letter: Letter): string {
  if (field === "number") return letter.unnumbered ? "" : letter.number;
  if (field === "subject") return letter.heading === "" ? `${letter.lead} ${letter.subject}` : letter.subject;
  return letter[field];
}

function plain(text: string): string {
  return (
    text
      .normalize("NFC")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).join(" ");
}

function share(name: string, measured: number, reference: number, bar: string, reached: boolean): Figure {
  return { name, unit: "fields", measured, reference, ratio: measured / reference, bar, reached };
}
