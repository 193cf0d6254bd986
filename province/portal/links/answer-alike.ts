import { setTimeout } from "node:timers/promises";
import { Refused } from "#province/routes/typed.ts";

/** No answer that a link does not open comes sooner: longer than noting one takes, so that nobody tells them apart by it. */
const soonest = 400;

/** One answer for every link that does not open, whatever the reason. */
export const shut = (): Refused => new Refused(404, "link-shut", "this link does not open");

/** Does `work`; where it ends in `shut`, that is answered no sooner than all others of its kind. */
export async function answerAlike<Value>(work: () => Promise<Value>): Promise<Value> {
  const begun = performance.now();
  try {
    return await work();
  } catch (fault) {
    if (fault instanceof Refused && fault.code === "link-shut")
      await setTimeout(Math.max(0, soonest - (performance.now() - begun)));
    throw fault;
  }
}
