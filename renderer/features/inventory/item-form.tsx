import { NativeSelect, Text, Textarea, TextInput } from "@mantine/core";
import type { ArchiveFile } from "#shared/archive/file.ts";
import type { Item } from "#shared/archive/item.ts";
import {
  draftOfItem,
  type ItemDraft,
  type ItemDraftField,
  nextItemDraft,
} from "#shared/inventory/item-draft.ts";
import { codeOptions } from "#renderer/app/code-options.ts";
import { useSteps, useWork } from "#renderer/app/session.tsx";
import { useRuleProfile } from "#renderer/app/use-rule-profile.ts";
import { useWords } from "#renderer/app/words.tsx";
import { DateInput } from "#renderer/ui/date-input.tsx";
import { SearchedSelect } from "#renderer/ui/searched-select.tsx";
import { SuggestedInput } from "#renderer/ui/suggested-input.tsx";
import { fieldId, useDraft } from "#renderer/ui/use-draft.ts";
import { useFieldLabels, useRuledFields } from "./field-labels.tsx";
import { FormPart } from "./form-part.tsx";
import { ItemTags } from "./item-tags.tsx";
import { ItemTwins } from "./item-twins.tsx";
import { readTypedDate } from "./read-typed-date.ts";
import { RecordForm } from "./record-form.tsx";
import { saveItem } from "./save-item.ts";
import { useKnownNames } from "./use-known-names.ts";
import { useSave } from "./use-save.ts";
import { useSecretStop } from "./use-secret-stop.tsx";

/** The form of a new item (beginning from `initial`) or of one that is there. */
export function ItemForm(props: {
  file: ArchiveFile;
  item?: Item;
  initial?: ItemDraft;
  onSaved: (item: Item) => void;
  onCancel: () => void;
}) {
  const { file, item, initial, onSaved, onCancel } = props;
  const work = useWork();
  const history = useSteps();
  const all = useWords();
  const names = all.inventory.item;
  const words = all.entry;
  const options = codeOptions(all);
  const known = useKnownNames(file);
  const form = useDraft<ItemDraftField>(item ? draftOfItem(item) : (initial ?? nextItemDraft(1)));
  const rules = useRuleProfile().items;
  const named = useFieldLabels(rules, names);
  const ruled = useRuledFields(rules, names);
  const title = item ? all.inventory.editItem : all.inventory.newItem;
  const stop = useSecretStop({
    draft: form.draft,
    labels: names,
    scope: file.scope,
    place: {
      fondsId: file.fondsId,
      metAt: words.secret.atItem,
      inventory: file.inventory,
      box: file.box,
      file: file.code,
      leaves: form.draft.leaves,
    },
    onDiscard: onCancel,
  });
  const save = useSave(
    "items",
    form,
    names,
    async () => {
      const answer = await saveItem(work, { history, label: title }, file, form.draft, {
        ...(item ? { id: item.id } : {}),
        isKnown: known.isKnown,
      });
      stop.check(answer);
      return answer;
    },
    (saved) => `${file.code}.${saved.ordinal}`,
  );
  const goOn = () =>
    void save.run((saved) => {
      form.reset(nextItemDraft(saved.ordinal + 1, form.draft));
      document.getElementById(fieldId("type"))?.focus();
    });
  const text = (field: ItemDraftField) => ({ ...form.bind(field), ...ruled(field, form.draft[field]) });
  const listed = (field: "type" | "language", autoFocus = false) => (
    <SearchedSelect
      form={form}
      field={field}
      {...named(field)}
      options={options[field]}
      nothingFound={words.nothingFound}
      clear={words.clear}
      autoFocus={autoFocus}
    />
  );
  return (
    <>
      <RecordForm
        title={title}
        save={save}
        onSaved={onSaved}
        onSaveNext={item ? undefined : goOn}
        onCancel={onCancel}
      >
        <FormPart
          title={words.groups.identity}
          wide={<ItemTags draft={form.draft} scope={file.scope} frequentUse={file.frequentUse} />}
        >
          <TextInput {...text("ordinal")} inputMode="numeric" />
          {listed("type", true)}
          <TextInput {...text("number")} />
          <TextInput {...text("symbol")} />
          <DateInput
            form={form}
            field="issuedDate"
            label={named("issuedDate").label}
            hint={all.inventory.dateHint}
            read={readTypedDate}
          />
          <SuggestedInput form={form} field="signer" {...named("signer")} suggestions={known.signers} />
        </FormPart>
        <FormPart
          title={words.groups.content}
          wide={
            <>
              <SuggestedInput form={form} field="issuer" {...named("issuer")} suggestions={known.issuers} />
              <Textarea {...text("subject")} autosize minRows={2} maxRows={6} />
              <TextInput {...text("addressee")} description={words.addresseeHint} />
              <ItemTwins draft={form.draft} fondsId={file.fondsId} itemId={item?.id ?? ""} />
            </>
          }
        />
        <FormPart title={words.groups.place}>
          <TextInput {...text("leaves")} placeholder={all.inventory.leavesHint} />
          <TextInput {...text("pageCount")} inputMode="numeric" />
        </FormPart>
        <FormPart
          title={words.groups.description}
          wide={
            <>
              <Textarea {...text("autograph")} autosize minRows={1} maxRows={4} />
              <Textarea {...text("note")} autosize minRows={1} maxRows={4} />
            </>
          }
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
