import { type Batch, isAccepted } from "#shared/archive/batch.ts";
import type { MilestoneName } from "#shared/rules/milestones.ts";
import { type LackCounts, lackNames } from "./lacks.ts";

/** What the milestones are judged by: the inventory's lacks, and the batches on this machine. */
export type MilestoneFacts = {
  files: number;
  lacks: LackCounts;
  batches: readonly Pick<Batch, "scope" | "state">[];
};

/** Whether what a milestone wants is done as far as this machine knows; the shared store is judged by the province. */
export function milestoneMet(name: MilestoneName, { files, lacks, batches }: MilestoneFacts): boolean {
  const levelled = (parts: number) => batches.filter(({ scope }) => scope.split(".").length === parts);
  const accepted = (some: typeof batches) => some.length > 0 && some.every(({ state }) => isAccepted(state));
  switch (name) {
    case "inventory":
      return files > 0 && lackNames.every((lack) => lacks[lack]?.count === 0 || lacks[lack]?.of === 0);
    case "districtDocuments":
      return accepted(levelled(2));
    case "communeDocuments":
      return accepted(levelled(3));
    case "sharedStore":
      return false;
  }
}
