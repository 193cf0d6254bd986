import type { ReactNode } from "react";
import { useWords } from "#renderer/app/words.tsx";
import { DraftForm } from "#renderer/ui/draft-form.tsx";
import type { useSave } from "./use-save.ts";

/** A record's form in the words of the inventory: what is wrong above, save and cancel below. */
export function RecordForm<Field extends string, Kind extends { id: string }>(props: {
  title: string;
  save: ReturnType<typeof useSave<Field, Kind>>;
  onSaved: (saved: Kind) => void;
  /** Saves and goes on to the next; only where a record is new. */
  onSaveNext?: (() => void) | undefined;
  onCancel: () => void;
  children: ReactNode;
}) {
  const { common, inventory } = useWords();
  const { title, save, onSaved, onSaveNext, onCancel, children } = props;
  return (
    <DraftForm
      label={title}
      problemsTitle={inventory.problemsTitle(save.problems.length)}
      problems={save.problems}
      save={common.save}
      saveNext={inventory.saveNext}
      cancel={common.cancel}
      busy={save.busy}
      onSave={() => void save.run(onSaved)}
      {...(onSaveNext ? { onSaveNext } : {})}
      onCancel={onCancel}
    >
      {children}
    </DraftForm>
  );
}
