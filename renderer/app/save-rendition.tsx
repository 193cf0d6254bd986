import { IconDownload } from "@tabler/icons-react";
import type { ArchiveFile } from "#shared/archive/file.ts";
import { nameDocument, type NamedDocument } from "#shared/archive/document-name.ts";
import type { Item } from "#shared/archive/item.ts";
import { notifyFault } from "#renderer/app/fault-view.tsx";
import { saveObject } from "#renderer/app/save-object.ts";
import { useDesk, useSession } from "#renderer/app/session.tsx";
import { useRecord } from "#renderer/app/use-record.ts";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";

/** Saves an item's PDF/A under the name that this machine's practice gives it, without the practice's folders. */
export function SaveRendition(props: {
  item: NamedDocument["item"] & Pick<Item, "renditionDigest">;
  file: Pick<ArchiveFile, "code" | "inventory" | "fondsId">;
  reason: string;
}) {
  const words = useWords();
  const desk = useDesk();
  const { item, file, reason } = props;
  const { renditionNames, renditionTemplate } = useSession();
  const fonds = useRecord("fonds", file.fondsId) ?? undefined;
  const save = () => {
    const path = nameDocument(renditionNames, { item, file, fonds }, renditionTemplate);
    void saveObject(desk, item.renditionDigest, path.split("/").at(-1) ?? path).catch((error: unknown) =>
      notifyFault(words, error),
    );
  };
  return (
    <ExplainedButton
      variant="default"
      leftSection={<IconDownload size="1.1rem" aria-hidden />}
      reason={item.renditionDigest === "" ? reason : undefined}
      onClick={save}
    >
      {words.rendition.save}
    </ExplainedButton>
  );
}
