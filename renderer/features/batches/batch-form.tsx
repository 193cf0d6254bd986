import { Textarea, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import type { Batch } from "#shared/archive/batch.ts";
import { notifyFault } from "#renderer/app/fault-view.tsx";
import { useWork } from "#renderer/app/session.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { DraftForm } from "#renderer/ui/draft-form.tsx";
import { useDraft } from "#renderer/ui/use-draft.ts";
import { type BatchDraft, makeBatch } from "./make-batch.ts";

export function BatchForm(props: { onMade: (batch: Batch) => void; onCancel: () => void }) {
  const work = useWork();
  const all = useWords();
  const words = all.batches;
  const form = useDraft<keyof BatchDraft>({ name: "", note: "" });
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<{ field: string; text: string }[]>([]);
  const save = async () => {
    setBusy(true);
    try {
      const made = await makeBatch(work, form.draft);
      if (made.ok) {
        notifications.show({
          message: words.made(made.value.number),
        });
        props.onMade(made.value);
        return;
      }
      const found = made.fault.map(({ field, code }) => ({
        field,
        text: field === "note" ? words.noteTooLong : code === "empty" ? words.nameMissing : words.nameTooLong,
      }));
      setProblems(found);
      form.setProblems(Object.fromEntries(found.map(({ field, text }) => [field, text])));
    } catch (error) {
      notifyFault(all, error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <DraftForm
      label={words.make}
      problemsTitle={words.problemsTitle}
      problems={problems}
      save={all.common.save}
      cancel={all.common.cancel}
      busy={busy}
      onSave={() => void save()}
      onCancel={props.onCancel}
    >
      <TextInput
        {...form.bind("name")}
        label={words.name}
        placeholder={words.nameHint}
        withAsterisk
        data-autofocus
      />
      <Textarea {...form.bind("note")} label={words.note} autosize minRows={2} maxRows={8} />
    </DraftForm>
  );
}
