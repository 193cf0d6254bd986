import { NativeSelect, SimpleGrid, Textarea, TextInput } from "@mantine/core";
import type { Fonds } from "#shared/archive/fonds.ts";
import { draftOfFonds, emptyFondsDraft, type FondsDraftField } from "#shared/inventory/fonds-draft.ts";
import { useWork } from "#renderer/app/session.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { DraftForm } from "#renderer/ui/draft-form.tsx";
import { useDraft } from "#renderer/ui/use-draft.ts";
import { saveFonds } from "./save-fonds.ts";
import { useSave } from "./use-save.ts";

export function FondsForm(props: { fonds?: Fonds; onSaved: (fonds: Fonds) => void; onCancel: () => void }) {
  const { fonds, onSaved, onCancel } = props;
  const work = useWork();
  const all = useWords();
  const words = all.inventory.fonds;
  const form = useDraft<FondsDraftField>(fonds ? draftOfFonds(fonds) : emptyFondsDraft);
  const save = useSave(
    form,
    words,
    () => saveFonds(work, form.draft, fonds?.id),
    (saved) => saved.code,
  );
  return (
    <DraftForm
      label={fonds ? all.inventory.editFonds : all.inventory.newFonds}
      problemsTitle={all.inventory.problemsTitle(save.problems.length)}
      problems={save.problems}
      save={all.common.save}
      cancel={all.common.cancel}
      busy={save.busy}
      onSave={() => void save.run(onSaved)}
      onCancel={onCancel}
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput {...form.bind("code")} label={words.code} withAsterisk data-autofocus />
        <TextInput {...form.bind("archiveCode")} label={words.archiveCode} />
      </SimpleGrid>
      <TextInput {...form.bind("name")} label={words.name} withAsterisk />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput {...form.bind("dateSpan")} label={words.dateSpan} placeholder={words.dateSpanHint} />
        <NativeSelect
          {...form.bind("open")}
          label={words.open}
          data={[
            { value: "open", label: words.openWords.open },
            { value: "closed", label: words.openWords.closed },
          ]}
        />
      </SimpleGrid>
      <Textarea {...form.bind("history")} label={words.history} autosize minRows={3} maxRows={10} />
      <Textarea {...form.bind("note")} label={words.note} autosize minRows={2} maxRows={6} />
    </DraftForm>
  );
}
