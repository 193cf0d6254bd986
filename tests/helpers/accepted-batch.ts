import type { Batch } from "#shared/archive/batch.ts";
import type { ArchiveFile } from "#shared/archive/file.ts";
import type { Item } from "#shared/archive/item.ts";
import type { Page } from "#shared/archive/page.ts";
import { editRecord } from "#shared/archive/record.ts";
import { sealBatch } from "#shared/completeness/seal-batch.ts";
import { stamp } from "#tests/province/world.ts";

export type Content = { files: ArchiveFile[]; items: Item[]; pages: Page[] };

/** The batch as a machine that holds this content accepts it. */
export function acceptWith(content: Content, batch: Batch, after = 1000): Batch {
  const { seal, records } = sealBatch(
    batch.id,
    content.files.map((file) => ({
      file,
      items: content.items
        .filter(({ fileId }) => fileId === file.id)
        .map((item) => ({ item, pages: content.pages.filter(({ itemId }) => itemId === item.id) })),
    })),
  );
  const decidedAt = `2025-05-20T08:00:00.${after}Z`;
  const own = { at: decidedAt, by: "Phạm Duyệt", role: "approver", reason: "" } as const;
  const decision = { figures: [], lacks: [], digest: seal.digest, records };
  const steps = [...(batch.steps ?? []), { to: "accepted" as const, ...own, decision }];
  const decided = { state: "accepted" as const, seal, decidedAt, decidedBy: "Phạm Duyệt", steps };
  return editRecord(batch, decided, stamp(after));
}
