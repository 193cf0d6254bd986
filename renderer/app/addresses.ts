import type { BatchState } from "#shared/archive/batch.ts";
import type { HelpPageName } from "#shared/text/help-page.ts";

/** Addresses of single records, for links from anywhere. */
export const toFonds = (fondsId: string) => `/inventory/fonds/${fondsId}`;
export const toImport = (fondsId: string) => `/inventory/fonds/${fondsId}/import`;
/** The classification scheme of a fonds. */
export const toScheme = (fondsId: string) => `/inventory/fonds/${fondsId}/scheme`;
/** The boxes of a fonds, and where they stand. */
export const toBoxes = (fondsId: string) => `/inventory/fonds/${fondsId}/boxes`;
export const toFile = (fileId: string) => `/inventory/file/${fileId}`;
/** A file with what people noted on it. */
export const toFileNotes = (fileId: string) => `/inventory/file/${fileId}/notes`;
/** A file with what people noted on an item in it, or on that item's page. */
export const toItemNotes = (fileId: string, itemId: string, pageId?: string) =>
  `${toFileNotes(fileId)}/${itemId}${pageId === undefined ? "" : `/${pageId}`}`;
/** The batches; narrowed to those of a state, or that are late. */
export const toBatches = (which?: BatchState | "late") =>
  `/batches${which === undefined ? "" : `/show/${which}`}`;
export const toBatch = (batchId: string) => `/batches/${batchId}`;
export const toFileImport = (fileId: string) => `/inventory/file/${fileId}/import`;
export const toHelp = (page: HelpPageName) => `/help/${page}`;
/** The official forms of a fonds, or of one of its files. */
export const toForms = (fondsId: string, fileId?: string) =>
  `/inventory/fonds/${fondsId}/forms${fileId === undefined ? "" : `/${fileId}`}`;
/** What is printed of one box of a fonds: the list of what lies in it, or its label. */
export const toBoxForms = (fondsId: string, box: { inventory: string; number: string }) =>
  `/inventory/fonds/${fondsId}/box-forms/${new URLSearchParams(box).toString()}`;
/** The fields read from the scan of an item, beside it; without `itemId` the first that waits. */
export const toReading = (batchId: string, itemId?: string) =>
  `/reading/${batchId}${itemId === undefined ? "" : `/${itemId}`}`;
/** What was sent back to an earlier station; of one batch, or of all. */
export const toRework = (batchId?: string) => `/rework${batchId === undefined ? "" : `/${batchId}`}`;
/** Fields with two values, to choose one. */
export const toConflicts = "/conflicts";
/** What machines sent and the province's store does not hold. */
export const toAside = "/province/aside";
/** Entries that may be of one fonds, for an officer to decide on. */
export const toSameFonds = "/province/same-fonds";
/** How complete everything is, from the inventory to the receipt. */
export const toMatrix = "/matrix";
/** The estimate of cost. */
export const toCost = "/cost";
/** The daily report; of a day, the province's of all districts. */
export const toReports = (day?: string) => `/reports${day === undefined ? "" : `/${day}`}`;
/** What the province does not have yet. */
export const toOutbox = "/outbox";
/** The settings, at the points where paper is scanned. */
export const toPoints = "/settings/points";
/** The hub of the centre's own network. */
export const toHub = "/hub";
/** The health of this machine's data. */
export const toKeeping = "/keeping";
/** Archival packages, to be read back. */
export const toPackages = "/inventory/packages";
export const toWithdrawn = "/inventory/withdrawn";
/** What lacks, is doubled or is out of order in a fonds. */
export const toReview = (fondsId: string, tab: "numbers" | "leaves" | "duplicates" | "exclusions") =>
  `/review/${fondsId}/${tab}`;
