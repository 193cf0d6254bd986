import type { CallInput } from "#shared/contract/desk.ts";
import type { WorkbookReport } from "#shared/contract/workbook.ts";
import type { Desk } from "#renderer/desk.ts";

/** A workbook a person chose, and where its rows go: a fonds, or one file of it. */
export type ChosenWorkbook = { name: string; bytes: Blob; fondsId: string; fileId?: string };

/** What a person said of the reading of a workbook after the first look. */
export type Answers = Pick<CallInput<"workbook.read">, "mapping" | "codes" | "keepLegacy">;

/** Stores a workbook on the desk and reads it without writing anything: the dry run. */
export async function readWorkbook(
  desk: Desk,
  chosen: ChosenWorkbook,
  answers: Answers = {},
): Promise<WorkbookReport> {
  const { digest } = await desk.store(chosen.bytes);
  return desk.call("workbook.read", {
    digest,
    name: chosen.name.normalize("NFC").slice(-255),
    fondsId: chosen.fondsId,
    ...(chosen.fileId === undefined ? {} : { fileId: chosen.fileId }),
    ...answers,
  });
}
