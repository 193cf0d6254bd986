import type { Page } from "#shared/archive/page.ts";
import type { Words } from "#shared/text/vi.ts";
import type { SequenceFinding } from "#shared/rules/page-sequence.ts";
import type { QualityCode } from "#shared/rules/capture-quality.ts";
import { bring } from "./bring-pages.ts";

const findings: Record<QualityCode, (value: string, bound: string) => string> = {
  dpi: (value, bound) => `${value} dpi where ${bound} dpi are asked for: scan again`,
  "dpi-unknown": () => "The file does not say its resolution: its scale cannot be checked",
  "paper-size": (value) => `The shorter side is ${value} mm: the resolution in the file may be wrong`,
  depth: (value, bound) => `${value} bits a pixel where ${bound} are asked for: scan again in colour`,
  colour: () => "No colour: right only where the paper has none either (red seal, blue ink)",
  sharpness: (value, bound) => `Blurred (sharpness ${value}, ${bound} is needed)`,
  skew: (value) => `Skewed by ${value}°: one key straightens it (S)`,
  dark: (value) => `Underexposed: ${value} % of the page is too dark`,
  bright: (value) => `Overexposed or faint: ${value} % of the writing is too light`,
  cut: () => "Writing touches the edge: the page may be cut off",
  bleed: (value) => `Print of the back shows through on ${value} % of the empty paper`,
  blank: () => "May be blank: it counts among the leaves all the same",
  "no-text": () => "There is ink, but no word could be read",
  confidence: (value, bound) => `Hard to read (confidence ${value}, better from ${bound})`,
};

const sequence: Record<SequenceFinding["code"], (from: string, to: string) => string> = {
  repeated: () => "May repeat another page of the file: it looks the same and says the same",
  "numbers-missing": (from, to) =>
    from === to ? `Page ${from} may lack before this one` : `Pages ${from}–${to} may lack before this one`,
  "out-of-order": (from, to) => `Numbered ${from}, beside one numbered ${to}: may be out of order`,
  "leaves-few": (from, to) => `${from} leaves are listed, only ${to} pages are there`,
  "leaves-many": (from, to) => `${from} leaves are listed, yet ${to} pages are there`,
};

const defects: Record<Page["defect"], string> = {
  "": "not known",
  blurred: "Blurred",
  skewed: "Skewed",
  cut: "Cut off",
  "too-dark": "Too dark",
  "too-bright": "Too bright",
  covered: "Covered (finger, folded corner)",
  "wrong-order": "Out of order",
  "wrong-item": "Another item's",
  repeated: "Repeated",
  other: "Other",
};

const refusals = {
  "not-found": "This page is gone. The list was read again.",
  held: "The page waits for a person: see why at the capture station first.",
  faulty: "The page breaks a technical rule: correct it, reject it, or say why it is kept (E).",
  "not-your-role": "Your role cannot do this.",
  "reason-missing": "The reason needs 10 characters or more.",
  decided: "The sample is decided; its plan cannot be changed.",
  undecided: "Not all pages of the sample are judged.",
};

/** Judging the quality of scans: what is found, verdicts, the plan of the check, counts of defects. */
export const quality: Words["quality"] = {
  title: "Image quality",
  open: "Image quality",
  tabs: { pages: "Judge pages", plan: "Plan of the check", defects: "Defects" },
  progress: (judged: string, all: string, must: string) =>
    `${judged} of ${all} pages judged · ${must} that must be are not`,
  none: "No pages to judge yet",
  noneHint:
    "Import scans at the capture station; measured pages come here, those that most want a look first.",
  place: (at: string, all: string) => `${at} of ${all}, worst first`,
  page: (label: string, ordinal: number) => `${label} · page ${ordinal}`,
  image: (label: string, ordinal: number) => `Image of ${label}, page ${ordinal}`,
  list: "Pages, worst first",
  severities: { error: "Error", warning: "Warning", note: "Note" },
  findings,
  sequence,
  clean: "Nothing unusual was found.",
  must: "Must be judged",
  verdicts: { "": "Not judged", accepted: "Accepted", rejected: "Rejected" },
  verdictBy: (verdict: string, by: string, at: string) => `${verdict} · ${by}, ${at}`,
  kept: (reason: string) => `Kept because: ${reason}`,
  accept: "Accept (A)",
  reject: "Reject (R)",
  justify: "Keep with a reason (E)",
  rejectTitle: "Reject because: press a digit",
  rejectHint: "A rejected page is asked to be scanned again. Esc to leave it.",
  defects,
  bring,
  turnLeft: "Turn left ([)",
  turnRight: "Turn right (])",
  straighten: (degrees: string) => `Straighten ${degrees}° (S)`,
  nothingToStraighten: "The page is straight.",
  despeckle: "Despeckle (D)",
  keepSpecks: "Keep specks (D)",
  crop: "Crop (C)",
  uncrop: "Undo crop (V)",
  split: "Split A3 (X)",
  toStation: "Capture station (Q)",
  undoHint: "Ctrl+Z undo · Ctrl+Y redo · J, K next, previous · F1 all keys",
  cropping: "Arrows move the upper left corner, Shift+arrows the lower right; Enter crops, Esc leaves",
  cropArea: "What is kept",
  steps: {
    accept: "Accept a page",
    reject: "Reject a page",
    justify: "Keep a page with errors",
    turn: "Turn a page",
    straighten: "Straighten a page",
    despeckle: "Despeckle a page",
    crop: "Crop a page",
    split: "Split a page",
  },
  justifyDialog: {
    title: "Keep a page with errors",
    hint: "Say why this page is kept though it breaks a rule (10 characters or more). The reason stays with the page.",
    label: "Reason",
    confirm: "Keep the page",
  },
  done: "All pages are judged.",
  refusals,
  plan: {
    permanent:
      "Files of permanent value: every page has to be accepted. All others: judged whole, or by the sample below.",
    lot: "Lot (pages of files not of permanent value)",
    noLot: "This batch has no pages outside of permanent files: no sample is needed.",
    limit: "Acceptable quality limit (AQL, %)",
    proposed: (size: string, accept: string) =>
      `Judge ${size} pages; the lot passes with at most ${accept} rejected`,
    proposedFull: "A small lot: judge all of it",
    sample: "Plan by sample",
    whole: "Judge all",
    source: (source: string) => `Source: ${source}`,
    standing: "The plan in force",
    noPlan: "There is no plan yet.",
    standsFull: (by: string, at: string) => `All pages are judged · ${by}, ${at}`,
    standsSample: (size: string, accept: string, by: string, at: string) =>
      `Sample of ${size} pages, at most ${accept} rejected · ${by}, ${at}`,
    seed: (seed: string) => `Drawn by seed ${seed}: the same seed draws the same pages`,
    state: (judged: string, size: string, rejected: string) =>
      `${judged} of ${size} pages of the sample judged, ${rejected} rejected`,
    conclude: "Write the result",
    results: {
      "": "The sample is not decided",
      passed: "The sample passed: so does the lot",
      failed: "The sample failed: every page of the lot has to be judged",
    },
    planned: "The check is planned.",
    concluded: "The sample's result is written.",
  },
  counts: {
    hint: "To see where help is needed, not to rank people. Names are hidden until you show them.",
    group: "Count by",
    groups: { operator: "Operator", scanner: "Scanner", day: "Day" },
    showNames: "Show names",
    anonymous: (at: string) => `Person ${at}`,
    unknown: "not known",
    columns: { pages: "Pages", judged: "Judged", rejected: "Rejected", why: "Reasons" },
    share: (name: string) => `${name}: share rejected of those judged`,
    none: "No page is judged yet.",
    each: (defect: string, pages: string) => `${defect} ${pages}`,
  },
  unsettled: (pages: string) =>
    `${pages} items have pages that are rejected or break a rule. See to them under “Image quality”; a checker may let the batch go on with a reason (10 characters or more).`,
  unsettledTitle: "Pages are not settled",
  unsettledReason: "Why it goes on all the same",
};
