import type { common as vietnamese } from "#shared/text/vi/common.ts";

export const common: typeof vietnamese = {
  product: "Mục Lục",
  locale: "en-GB",
  save: "Save",
  cancel: "Cancel",
  close: "Close",
  retry: "Try again",
  open: "Open",
  back: "Back",
  next: "Next",
  loading: "Loading…",
  yes: "Yes",
  no: "No",
  roles: {
    "commune-preparer": "Commune preparer",
    sorter: "Sorter",
    "capture-operator": "Capture operator",
    checker: "Quality checker",
    approver: "Approver",
    "district-checker": "District Home Affairs (lead)",
    "province-officer": "Province officer",
    administrator: "Administrator",
  },
  batchStates: {
    draft: "Draft",
    "handed-over": "Handed over",
    received: "Received",
    preparing: "Preparing",
    capturing: "Capturing",
    checking: "Checking",
    accepted: "Accepted",
    returned: "Returned",
    packed: "Packed",
    sent: "Sent to the province",
    acknowledged: "Acknowledged",
  },
  batchRefusals: {
    "not-a-step": "The batch cannot go to this step.",
    "not-your-role": "Your role does not do this step.",
    "step-left-out":
      "The center's list of steps leaves this step out. Move the batch to the next one; the list is in the settings.",
    "role-not-listed":
      "The center's list of steps gives this step to other roles. Ask someone in one of them; the list is in the settings.",
    "reason-missing": "Give the reason.",
    "batch-held": "The batch is kept back. See why on its page; let it go on first.",
    "files-held":
      "Files in the batch are kept back. Let them go on, or a checker writes why (10 characters or more).",
    barrier:
      "Some files of the batch are not yet where all have to be (counted in, captured, checked). Open the batch to see which; a checker may write a reason to go on.",
    "fonds-behind":
      "Other batches of the fonds are behind, and the list of steps has all of them go on together. Open the batch to see which and where they stand; a checker may write a reason to go on.",
    "own-work": "Who listed, handed over or captured of a batch does not accept it. Ask another person.",
    "rework-open":
      "Something that was sent back is not closed. Open “To be mended”; a checker closes it before acceptance.",
    "seal-differs":
      "What the receiver holds of the batch is not what was accepted: somebody's changes had not come to the machine that accepted it. Nothing is lost, every change is kept. Send and receive, look at the files that were changed, and accept again.",
    "seal-lacks":
      "The receiver has not all of what was accepted, so the two cannot be compared yet. Nothing on this machine is lost. Send the batch's records (“Saved and sent”) and accept again.",
    "receipts-missing": "Items still lack the province's receipt. “Saved and sent” shows what was not sent.",
    "moved-since": "Somebody had the batch take another step since, so this one is not undone.",
    "batch-empty": "The batch has no files yet.",
    "pages-unsettled":
      "Pages are rejected or break a rule. Mend them in “Quality of scans”, or a checker writes why (10 characters or more).",
  },
  retention: {
    "": "Not determined",
    "01": "Permanent",
    "02": "70 years",
    "03": "50 years",
    "04": "30 years",
    "05": "20 years",
    "06": "10 years",
    "07": "Other",
  },
  priorities: {
    "": "No group",
    decision: "Decisions",
    plan: "Long-term, staged and yearly plans",
    report: "Yearly and thematic reports",
    "frequent-use": "Records in frequent use",
    other: "Other",
  },
};
