import { NativeSelect, Text, Textarea, TextInput } from "@mantine/core";
import type { ArchiveFile } from "#shared/archive/file.ts";
import {
  draftOfFile,
  type FileDraft,
  type FileDraftField,
  nextFileDraft,
} from "#shared/inventory/file-draft.ts";
import { codeOptions } from "#renderer/app/code-options.ts";
import { useSteps, useWork } from "#renderer/app/session.tsx";
import { useRecord } from "#renderer/app/use-record.ts";
import { useRuleProfile } from "#renderer/app/use-rule-profile.ts";
import { useWords } from "#renderer/app/words.tsx";
import { DateInput } from "#renderer/ui/date-input.tsx";
import { SearchedSelect } from "#renderer/ui/searched-select.tsx";
import { fieldId, useDraft } from "#renderer/ui/use-draft.ts";
import { useFieldLabels, useRuledFields } from "./field-labels.tsx";
import { FileScopeFields, RetentionSuggestion } from "./file-scope-fields.tsx";
import { GroupField } from "./group-field.tsx";
import { FormPart } from "./form-part.tsx";
import { readTypedDate } from "./read-typed-date.ts";
import { RecordForm } from "./record-form.tsx";
import { saveFile } from "./save-file.ts";
import { SuccessorField } from "./successor-field.tsx";
import { useSave } from "./use-save.ts";
import { useSecretStop } from "./use-secret-stop.tsx";

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
  const history = useSteps();
  const all = useWords();
  const names = all.inventory.file;
  const words = all.entry;
  const options = codeOptions(all);
  const fonds = useRecord("fonds", fondsId);
  const scope = file?.scope ?? fonds?.scope ?? work.profile.scope;
  const form = useDraft<FileDraftField>(file ? draftOfFile(file) : (initial ?? nextFileDraft()));
  const rules = useRuleProfile().files;
  const named = useFieldLabels(rules, names);
  const ruled = useRuledFields(rules, names);
  const title = file ? all.inventory.editFile : all.inventory.newFile;
  const { inventory, box, code } = form.draft;
  const stop = useSecretStop({
    draft: form.draft,
    labels: names,
    scope,
    place: { fondsId, metAt: words.secret.atFile, inventory, box, file: code, leaves: "" },
    onDiscard: onCancel,
  });
  const save = useSave(
    "files",
    form,
    names,
    async () => {
      const answer = await saveFile(work, { history, label: title }, fondsId, form.draft, file?.id);
      stop.check(answer);
      return answer;
    },
    (saved) => saved.code,
  );
  const goOn = () =>
    void save.run(() => {
      form.reset(nextFileDraft(form.draft));
      document.getElementById(fieldId("code"))?.focus();
    });
  const text = (field: FileDraftField) => ({ ...form.bind(field), ...ruled(field, form.draft[field]) });
  const dated = (field: "startDate" | "endDate") => (
    <DateInput
      form={form}
      field={field}
      label={named(field).label}
      hint={all.inventory.dateHint}
      read={readTypedDate}
    />
  );
  const listed = (field: "retention" | "language") => (
    <SearchedSelect
      form={form}
      field={field}
      {...named(field)}
      options={options[field]}
      nothingFound={words.nothingFound}
      clear={words.clear}
    />
  );
  return (
    <>
      <RecordForm
        title={title}
        save={save}
        onSaved={onSaved}
        onSaveNext={file ? undefined : goOn}
        onCancel={onCancel}
      >
        <FormPart
          title={words.groups.identity}
          wide={<Textarea {...text("title")} autosize minRows={2} maxRows={6} />}
        >
          <TextInput {...text("code")} data-autofocus />
          <TextInput {...text("notation")} />
        </FormPart>
        <FormPart title={words.groups.time} wide={<RetentionSuggestion form={form} />}>
          {dated("startDate")}
          {dated("endDate")}
          {listed("retention")}
        </FormPart>
        <FileScopeFields form={form} scope={scope} />
        <FormPart title={words.groups.place}>
          <TextInput {...text("inventory")} />
          <TextInput {...text("box")} />
          <TextInput {...text("location")} />
          <TextInput {...text("leafCount")} inputMode="numeric" />
          <TextInput {...text("pageCount")} inputMode="numeric" />
        </FormPart>
        <GroupField form={form} fondsId={fondsId} />
        <SuccessorField form={form} scope={scope} />
        <FormPart
          title={words.groups.description}
          wide={<Textarea {...text("note")} autosize minRows={2} maxRows={6} />}
        >
          <NativeSelect {...text("access")} data={options.access} />
          {listed("language")}
          <NativeSelect {...text("condition")} data={options.condition} />
          <TextInput {...text("keywords")} />
        </FormPart>
        <Text size="sm" c="dimmed">
          {words.needed}
        </Text>
      </RecordForm>
      {stop.dialog}
    </>
  );
}
