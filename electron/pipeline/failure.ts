import type { PageHold } from "#shared/archive/page.ts";
import type { StepName } from "#shared/pipeline/steps.ts";
import { DeskFault } from "#shared/contract/fault.ts";
import { isDiskFull } from "#electron/journal/transaction.ts";
import { type FailureCode, TaskFailure } from "./worker/tasks.ts";

/**
 * What to do about a failed step: hold it for a person, try it again later, or let the queue rest because the
 * machine takes nobody's result: it has no room, or its journal is closed.
 */
export type Failure =
  { kind: "hold"; reason: PageHold } | { kind: "again"; reason: PageHold } | { kind: "rest" };

const holds: Partial<Record<FailureCode, PageHold>> = {
  "media-not-known": "corrupt",
  "media-foreign": "corrupt",
  "media-empty": "truncated",
  "media-corrupt": "corrupt",
  "media-truncated": "truncated",
  "media-encrypted": "encrypted",
  "media-too-large": "too-large",
  "media-too-slow": "corrupt",
  "ocr-timeout": "ocr-timeout",
  "ocr-failed": "ocr-failed",
};

/** Reads what was thrown by a step that was taken `attempts` times. */
export function readFailure(error: unknown, step: StepName, attempts: number): Failure {
  if (isNoRoom(error) || isClosed(error)) return { kind: "rest" };
  const otherwise: PageHold = step === "ocr" ? "ocr-failed" : "step-failed";
  if (!(error instanceof TaskFailure)) return { kind: "hold", reason: otherwise };
  const reason = holds[error.code] ?? otherwise;
  return { kind: error.lasting || attempts >= 3 ? "hold" : "again", reason };
}

/** True where a full disk is behind an error, here or in a worker. */
export function isNoRoom(error: unknown): boolean {
  if (error instanceof DeskFault) return error.code === "disk-full" || error.code === "disk-low";
  return isDiskFull(error) || (error instanceof Error && error.cause !== undefined && isNoRoom(error.cause));
}

function isClosed(error: unknown): boolean {
  return error instanceof DeskFault && error.code === "journal-closed";
}
