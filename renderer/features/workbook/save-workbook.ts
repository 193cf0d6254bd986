import type { CallInput } from "#shared/contract/desk.ts";
import { saveObject } from "#renderer/app/save-object.ts";
import type { Desk } from "#renderer/desk.ts";

/** Has the desk make an empty workbook, and lets the person save it under `name`. */
export async function saveTemplate(
  desk: Desk,
  layout: CallInput<"workbook.template">["layout"],
  name: string,
): Promise<void> {
  const { digest } = await desk.call("workbook.template", { layout });
  await saveObject(desk, digest, name);
}

/** Has the desk make the workbook that shows a reading's problems as comments, and lets the person save it. */
export async function saveProblems(
  desk: Desk,
  input: CallInput<"workbook.problems">,
  name: string,
): Promise<void> {
  const { digest } = await desk.call("workbook.problems", input);
  await saveObject(desk, digest, name);
}
