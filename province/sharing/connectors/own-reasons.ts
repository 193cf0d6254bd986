import { type OwnReasonCode, ownReasonCode } from "#shared/contract/portal-connectors.ts";

/** Why the province itself does not send a document, or the package of a file: nothing of it left. */
const ownReasons: Record<OwnReasonCode, string> = {
  closed: "not sent: some of its documents may not be had at this level",
  held: "not sent: something of it is kept back",
  numbers: "not sent: a page bears numbers of papers of identity, which leave at the level closed alone",
  unread: "not sent yet: the words of its pages are not indexed, and may bear numbers of papers of identity",
  "no-pdf": "not sent yet: a document has no PDF/A here",
  "no-documents": "not sent yet: the file has no documents",
  lacks: "not sent yet: its description lacks what the profile of the package asks",
  unsound: "not sent: the package that was made is not sound",
  altered: "not sent: the province's own bytes are missing or altered; put them back from the backup",
};

/** `withdraws`: what they have of it may not stay there either. */
export type OwnReason = { own: string; withdraws: boolean };

const withdrawing: readonly OwnReasonCode[] = ["closed", "held", "numbers", "no-documents"];

/** A reason as it is noted with the delivery: its code is in brackets, so that a screen finds words for it. */
export function ownReason(code: OwnReasonCode, detail = ""): OwnReason {
  const own = `[${code}] ${ownReasons[code]}${detail === "" ? "" : ` (${detail})`}`;
  return { own, withdraws: withdrawing.includes(code) };
}

/** Whether it was not sent for words that are still to be indexed. */
export function unreadYet(reason: string): boolean {
  return ownReasonCode(reason) === "unread";
}
