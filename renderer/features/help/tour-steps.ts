import type { Role } from "#shared/archive/role.ts";
import type { Words } from "#shared/text/vi.ts";

export type TourStepName = keyof Words["tour"]["steps"];

/** Where a step of the tour is: the address it opens ("" stays), and what on the screen it speaks of. */
export type TourStep = { path: string; anchor: (words: Words) => string | { button: string } };

export const tourSteps: Record<TourStepName, TourStep> = {
  home: { path: "/", anchor: (words) => `section[aria-label="${words.home.next}"]` },
  sample: { path: "/sample", anchor: (words) => ({ button: words.sample.start }) },
  inventory: { path: "/inventory", anchor: () => 'main a[href*="#/inventory/fonds/"]' },
  entry: { path: "", anchor: () => '[role="grid"]' },
  workbook: { path: "", anchor: () => 'a[href$="/import"]' },
  review: { path: "/review", anchor: () => "main h1" },
  batches: { path: "/batches", anchor: () => 'main a[href*="#/batches/"]' },
  capture: { path: "/capture", anchor: () => 'main a[href*="#/capture/"]' },
  check: { path: "/check", anchor: () => 'main a[href*="#/check/"]' },
  province: { path: "/province", anchor: () => "main h1" },
  search: { path: "/search/quyet dinh tuy phuoc", anchor: () => "main input" },
  status: { path: "", anchor: () => "footer" },
  comfort: { path: "", anchor: (words) => `[aria-label="${words.shell.appearance.title}"]` },
  help: { path: "", anchor: (words) => `[aria-label="${words.help.ofThis}"]` },
};

/** What is shown to a role, in order: about ten minutes. */
export const tourOf: Record<Role, readonly TourStepName[]> = {
  "commune-preparer": [
    "home",
    "sample",
    "inventory",
    "entry",
    "workbook",
    "review",
    "batches",
    "search",
    "status",
    "comfort",
    "help",
  ],
  sorter: [
    "home",
    "sample",
    "inventory",
    "entry",
    "review",
    "batches",
    "search",
    "status",
    "comfort",
    "help",
  ],
  checker: ["home", "sample", "batches", "capture", "check", "search", "status", "comfort", "help"],
  approver: ["home", "sample", "batches", "check", "search", "status", "comfort", "help"],
  administrator: ["home", "sample", "batches", "search", "status", "comfort", "help"],
  "capture-operator": ["home", "sample", "batches", "capture", "search", "status", "comfort", "help"],
  "district-checker": [
    "home",
    "sample",
    "inventory",
    "review",
    "batches",
    "capture",
    "check",
    "search",
    "status",
    "comfort",
    "help",
  ],
  "province-officer": ["home", "sample", "province", "inventory", "search", "status", "comfort", "help"],
};
