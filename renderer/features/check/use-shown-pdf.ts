import { useState } from "react";
import type { ShownDocument } from "#renderer/app/document-window.tsx";
import { notifyFault } from "#renderer/app/fault-view.tsx";
import { findObject } from "#renderer/app/find-object.ts";
import { useDesk } from "#renderer/app/session.tsx";
import { useWords } from "#renderer/app/words.tsx";
import type { Document } from "#renderer/work/batch-documents.ts";

/** The PDF/A of an item over the window, from this machine or from whoever has it: who checks did not capture it. */
export function useShownPdf({ file, item }: Document) {
  const words = useWords();
  const desk = useDesk();
  const [shown, setShown] = useState<ShownDocument>();
  const open = () => {
    if (item.renditionDigest === "") return;
    findObject(desk, item.renditionDigest).then(
      (url) => setShown({ title: `${file.code}.${item.ordinal} · ${item.subject}`, url }),
      (error: unknown) => notifyFault(words, error),
    );
  };
  return { shown, open, close: () => setShown(undefined) };
}
