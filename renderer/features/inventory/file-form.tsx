import { NativeSelect, SimpleGrid, Textarea, TextInput } from "@mantine/core";
import type { ArchiveFile } from "#shared/archive/file.ts";
import {
  draftOfFile,
  type FileDraft,
  type FileDraftField,
  nextFileDraft,
} from "#shared/inventory/file-draft.ts";
import { codeOptions } from "#renderer/app/code-options.ts";
import { useWork } from "#renderer/app/session.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { DateInput } from "#renderer/ui/date-input.tsx";
import { DraftForm } from "#renderer/ui/draft-form.tsx";
import { fieldId, useDraft } from "#renderer/ui/use-draft.ts";
import { readTypedDate } from "./read-typed-date.ts";
import { saveFile } from "./save-file.ts";
import { useSave } from "./use-save.ts";

/** The form of a new file (beginning from `initial`) or of one that is there. */
export function FileForm(props: {
  fondsId: string;
  file?: ArchiveFile;
  initial?: FileDraft;
  onSaved: (file: ArchiveFile) => void;
  onCancel: () => void;
}) {
  const { fondsId, file, initial, onSaved, onCancel } = props;
  const work = useWork();
  const all = useWords();
  const words = all.inventory.file;
  const options = codeOptions(all);
  const form = useDraft<FileDraftField>(file ? draftOfFile(file) : (initial ?? nextFileDraft()));
  const save = useSave(
    form,
    words,
    () => saveFile(work, fondsId, form.draft, file?.id),
    (saved) => saved.code,
  );
  const goOn = () =>
    void save.run(() => {
      form.reset(nextFileDraft(form.draft));
      document.getElementById(fieldId("code"))?.focus();
    });
  return (
    <DraftForm
      label={file ? all.inventory.editFile : all.inventory.newFile}
      problemsTitle={all.inventory.problemsTitle(save.problems.length)}
      problems={save.problems}
      save={all.common.save}
      saveNext={all.inventory.saveNext}
      cancel={all.common.cancel}
      busy={save.busy}
      onSave={() => void save.run(onSaved)}
      {...(file ? {} : { onSaveNext: goOn })}
      onCancel={onCancel}
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput {...form.bind("code")} label={words.code} withAsterisk data-autofocus />
        <TextInput {...form.bind("notation")} label={words.notation} />
      </SimpleGrid>
      <Textarea {...form.bind("title")} label={words.title} withAsterisk autosize minRows={2} maxRows={6} />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <DateInput
          form={form}
          field="startDate"
          label={words.startDate}
          hint={all.inventory.dateHint}
          read={readTypedDate}
        />
        <DateInput
          form={form}
          field="endDate"
          label={words.endDate}
          hint={all.inventory.dateHint}
          read={readTypedDate}
        />
        <NativeSelect {...form.bind("retention")} label={words.retention} data={options.retention} />
        <NativeSelect {...form.bind("priority")} label={words.priority} data={options.priority} />
        <TextInput {...form.bind("leafCount")} label={words.leafCount} inputMode="numeric" />
        <TextInput {...form.bind("pageCount")} label={words.pageCount} inputMode="numeric" />
        <TextInput {...form.bind("inventory")} label={words.inventory} />
        <TextInput {...form.bind("box")} label={words.box} />
        <NativeSelect {...form.bind("access")} label={words.access} data={options.access} />
        <NativeSelect {...form.bind("language")} label={words.language} data={options.language} />
        <NativeSelect {...form.bind("condition")} label={words.condition} data={options.condition} />
        <TextInput {...form.bind("keywords")} label={words.keywords} />
      </SimpleGrid>
      <Textarea {...form.bind("note")} label={words.note} autosize minRows={2} maxRows={6} />
    </DraftForm>
  );
}
