import type { ScopeWant } from "#shared/rules/scope.ts";
import type { Words } from "#shared/text/vi.ts";

const scopeWants: Record<ScopeWant, string> = {
  "not-permanent": "it is not kept permanently",
  "not-arranged": "it is not fully arranged",
  "other-years": "it has years outside 2015–2020",
  "retention-unknown": "its retention is not given",
  "arrangement-unknown": "its arrangement is not given",
  "years-unknown": "it has no dates",
};

export const entry: Words["entry"] = {
  groups: {
    identity: "Identity",
    time: "Dates and retention",
    scope: "Scope and priority of digitization",
    place: "Place and extent",
    successor: "Receiving commune",
    content: "Content",
    description: "Language, condition, notes",
    codes: "Name and codes",
    history: "History and content",
    totals: "Extent and finding aids",
  },
  needed: "* needed to save · ° needed before submission",
  room: (left, limit) =>
    left < 0
      ? `${-left} characters over the circular's limit of ${limit}`
      : `${left} of the circular's ${limit} characters left`,
  neededMark: "needed before submission",
  nothingFound: "Not in the list",
  clear: "Clear",
  arrangements: {
    "": "Not known",
    arranged: "Fully arranged",
    partly: "Partly arranged",
    none: "Not arranged",
  },
  yes: "Yes",
  no: "No",
  frequentUseHint: "Taken in whatever its years.",
  suggestRetention: (name) => `Suggested: ${name}`,
  suggestPriority: (name) => `Suggested by the title: ${name}`,
  otherYears: (years) => `other (${years} years)`,
  take: "Take it",
  inScope: "In scope",
  scopeTitle: "Scope",
  scope: {
    "arranged-2015-2020": "Permanent, arranged, 2015–2020.",
    "frequent-use": "Records in frequent use.",
    reasoned: "For the reason given.",
    outside: "Outside the scope",
    "not-known": "Scope not known yet",
  },
  scopeWhy: (wants) => `Because ${wants.map((want) => scopeWants[want]).join("; ")}.`,
  scopeReasonHint: "A file outside the scope is taken in only with a written reason.",
  itemPriority: (name) => `Priority group: ${name}`,
  kinds: { individual: "Individual document", normative: "Law-making document" },
  addresseeHint: "Where it tells two otherwise equal documents apart.",
  unit: "Body that made the fonds",
  unitHint: "Cannot be changed later: a fonds is not re-filed under a new commune.",
  codesState: "State of the codes",
  provisional: "Provisional code, to be confirmed by the province",
  provisionalHint: "A package with a provisional code is not final.",
  confirmedAt: (when) => `Codes confirmed by the province: ${when}`,
  identifierHint: "Either style: H08.12.3 or 000.12.03.H08. Kept as typed.",
  identifierOdd:
    "This is neither of the two styles in use (H08.12.3 or 000.12.03.H08). It can be saved; please check it.",
  counted: "Counted on this machine",
  countedWords: (files, items, leaves) => `${files} files · ${items} items · ${leaves} leaves`,
  successors: "Successor units",
  secret: {
    title: "Stop: the document bears a mark of secrecy",
    where: (labels) => `The mark stands in: ${labels}.`,
    recorded: (name) =>
      `Nothing of this document is saved. The decision to keep it out (${name}) is recorded: who, when, where the paper is; neither title nor content.`,
    stepsTitle: "What to do with the paper",
    steps: [
      "Put the document aside; do not scan, photograph or copy it.",
      "Tell the person in charge at once, and hand the document to where secrets are kept.",
      "Enter its title, number, symbol or subject nowhere. Where that was done before, withdraw it from the inventory.",
    ],
    discard: "Discard what was typed and close",
    slip: "I mistyped; let me correct it",
    slipReason: "A slip of typing, no mark of secrecy",
    recording: "Recording the decision…",
    notRecorded:
      "The decision could not be recorded. The document is not saved all the same; please try again.",
    again: "Record again",
    atFile: "Form of a file",
    atItem: "Form of an item",
  },
  secrecy: {
    mat: "Mật (confidential)",
    "toi-mat": "Tối mật (secret)",
    "tuyet-mat": "Tuyệt mật (top secret)",
    unnamed: "class not known",
  },
};
