import type { freeing as vi } from "#shared/text/vi/freeing.ts";

export const freeing: typeof vi = {
  title: "Free disk space",
  hint: "Masters of accepted batches, once the province has hashed every object of their items itself and signed that it holds them. PDF/A, recognized text and descriptions always stay on this computer.",
  notPinned:
    "The province's signatures cannot be checked: no enrolment file was loaded on this computer. No master counts as safe to free.",
  safe: "Safe to free",
  freed: "Freed, held by the province",
  waiting: "Not yet fully confirmed by the province",
  masters: (count: string, bytes: string) => `${count} masters, ${bytes}`,
  waitingCount: (count: string) => `${count} masters`,
  free: (bytes: string) => `Free ${bytes}`,
  nothingSafe: "No master is safe to free yet.",
  busy: "At work, please wait.",
  fetchBack: (bytes: string) => `Fetch ${bytes} back from the province`,
  nothingFreed: "No master was freed yet.",
  confirmTitle: "Free this computer of these masters?",
  confirmText: (count: string, bytes: string) =>
    `${count} masters (${bytes}) will be deleted from this computer's disk. The province is asked once more before each. They can be fetched back from the province while there is a connection.`,
  confirm: "Free",
  working: {
    freeing: (done: string, total: string) => `Freeing ${done}/${total}`,
    fetching: (done: string, total: string) => `Fetching ${done}/${total}`,
  },
  batch: {
    safe: (count: string, bytes: string) =>
      `Safe to free: ${count} masters (${bytes}); the province has signed for every object.`,
    partly: (safe: string, masters: string) =>
      `The province has signed for every object of ${safe} of ${masters} masters; the batch is not safe to free yet.`,
    freed: (count: string) => `${count} masters were freed from this computer; the province holds them.`,
    open: "Open Settings",
  },
};
