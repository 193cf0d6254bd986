import { fail, ok } from "#shared/base/result.ts";
import type { SearchAnswer } from "#shared/contract/records.ts";
import type { Desk } from "#renderer/desk.ts";
import type { StepInput, StepResult } from "./step.ts";
import { waitUntil } from "./wait-until.ts";

const longest = 60_000;
/** Without accents, as a person in a hurry types. */
const words = "quyet dinh tuy phuoc";

/** Finds the sample by words without accents: at the province, or on this machine where that cannot be asked. */
export async function findSample({ desk }: StepInput): Promise<StepResult> {
  const found = await waitUntil(desk, ["records.changed"], longest, async () => {
    const { answer, far } = await find(desk);
    const hit = answer.hits.find(({ renditionDigest }) => renditionDigest !== "");
    if (!hit) return undefined;
    const url = far ? desk.provinceObjectUrl(hit.renditionDigest) : desk.objectUrl(hit.renditionDigest);
    return { total: answer.total, title: hit.title, url };
  });
  if (!found) return fail((texts) => texts.sample.problems["nothing-found"]);
  const { total, title, url } = found;
  return ok({
    found: { title, url },
    say: (texts, count) => texts.sample.results.find(count(total), title),
  });
}

async function find(desk: Desk): Promise<{ answer: SearchAnswer; far: boolean }> {
  const asked = { words, limit: 20 };
  try {
    const answer = await desk.call("province.find", asked);
    if (answer.total > 0) return { answer, far: true };
  } catch {
    // A machine that does not belong to the province's office may not ask there.
  }
  return { answer: await desk.call("search.find", asked), far: false };
}
