import { useState } from "react";
import type { FormOrder, MadeForm } from "#shared/contract/forms.ts";
import { notifyFault } from "#renderer/app/fault-view.tsx";
import { useDesk } from "#renderer/app/session.tsx";
import { useWords } from "#renderer/app/words.tsx";

type Choice = Pick<FormOrder, "kind" | "labels" | "perFile" | "itemIds">;

const nothingWritten = { parent: "", agency: "", place: "", date: "", preparer: "", position: "", year: "" };

/** Makes PDFs that go along with the paper of a batch: the last that was made, and whether one is under way. */
export function useBatchForm(batchId: string) {
  const words = useWords();
  const desk = useDesk();
  const [making, setMaking] = useState(false);
  const [made, setMade] = useState<MadeForm>();
  const make = async (choice: Choice) => {
    setMaking(true);
    setMade(undefined);
    try {
      setMade(
        await desk.call("forms.make", {
          ...{ format: "pdf", fondsId: "", batchId, arranged: false, words: nothingWritten },
          ...choice,
        }),
      );
    } catch (error) {
      notifyFault(words, error);
    }
    setMaking(false);
  };
  return { made, making, make };
}
