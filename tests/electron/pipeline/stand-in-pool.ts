import type { ItemReading } from "#shared/archive/reading.ts";
import { type Digest, digestOfText } from "#shared/base/digest.ts";
import type { ObjectStore } from "#shared/node/object-store.ts";
import type { StepPool } from "#electron/pipeline/perform.ts";
import { TaskFailure, type PdfaTask } from "#electron/pipeline/worker/tasks.ts";

type StepName = keyof StepPool;

/** What a task does instead of succeeding: once for each time it is listed under its step and master's digest. */
export type Trouble = Map<string, (TaskFailure | Error | "never")[]>;

/**
 * A pool that answers at once with digests made from digests, so that a test of the queue waits for no imaging. The
 * real one is used in the flow test.
 */
export function standInPool(
  trouble: Trouble = new Map(),
  { secret = new Set(), found = {} }: { secret?: Set<string>; found?: ItemReading["fields"] } = {},
) {
  const done: { step: StepName; subject: string }[] = [];
  const documents: PdfaTask[] = [];
  let running = 0;
  let mostAtOnce = 0;
  const doing = async <Value>(step: StepName, subject: string, answer: () => Value): Promise<Value> => {
    running += 1;
    mostAtOnce = Math.max(mostAtOnce, running);
    await new Promise((resolve) => setImmediate(resolve));
    running -= 1;
    const next = trouble.get(`${step} ${subject}`)?.shift();
    if (next === "never") return new Promise<Value>(() => undefined);
    if (next) throw next;
    done.push({ step, subject });
    return answer();
  };
  const pool: StepPool = {
    importPage: ({ digest, page }) =>
      doing("importPage", digest, () => ({
        width: 1240,
        height: 1754,
        dpi: 150,
        depth: 24,
        colour: "colour",
        thumbDigest: digestOfText(`thumb ${digest} ${page}`),
        viewDigest: digestOfText(`view ${digest} ${page}`),
        workDigest: digestOfText(`work ${digest} ${page}`),
      })),
    quality: ({ digest, workDigest }) =>
      doing("quality", digest, () => {
        if (!workDigest) throw new TaskFailure("step-failed", "the import's work object was not handed on");
        const light = { dark: 0, bright: 0, bleed: 0, cutEdges: "", likeness: digestOfText(digest) };
        return { skew: 0.1, sharpness: 0.8, ink: 4000, blank: "no", ...light };
      }),
    ocr: ({ digest, page }) =>
      doing("ocr", digest, () => ({
        wordsDigest: digestOfText(`words ${digest} ${page}`),
        wordCount: 12,
        confidence: 91,
        text: "QUYẾT ĐỊNH",
        printedNumber: 0,
        secrecy: secret.has(digest) ? "Mật" : "",
      })),
    extract: ({ first, last }) =>
      doing("extract", first.digest, () => ({
        readingDigest: digestOfText(`reading ${first.wordsDigest} ${last.wordsDigest}`),
        reading: { version: 1, fields: found },
      })),
    pdfa: (task) =>
      doing("pdfa", task.about.code, () => {
        documents.push(task);
        return {
          digest: digestOfText(JSON.stringify(task)),
          size: 4321,
          kind: "two-layer",
          reportDigest: digestOfText(`report ${JSON.stringify(task)}`),
          dpiAssumed: 0,
        };
      }),
  };
  return { pool, done, documents, mostAtOnce: () => mostAtOnce };
}

/** Stores a few bytes as a scan's master. */
export async function storeMaster(objects: ObjectStore, text: string): Promise<Digest> {
  return (await objects.put(Buffer.from(text))).digest;
}
