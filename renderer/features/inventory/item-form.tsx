import { NativeSelect, SimpleGrid, Textarea, TextInput } from "@mantine/core";
import type { ArchiveFile } from "#shared/archive/file.ts";
import type { Item } from "#shared/archive/item.ts";
import {
  draftOfItem,
  type ItemDraft,
  type ItemDraftField,
  nextItemDraft,
} from "#shared/inventory/item-draft.ts";
import { codeOptions } from "#renderer/app/code-options.ts";
import { useWork } from "#renderer/app/session.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { DateInput } from "#renderer/ui/date-input.tsx";
import { DraftForm } from "#renderer/ui/draft-form.tsx";
import { fieldId, useDraft } from "#renderer/ui/use-draft.ts";
import { readTypedDate } from "./read-typed-date.ts";
import { saveItem } from "./save-item.ts";
import { useSave } from "./use-save.ts";

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
  const all = useWords();
  const words = all.inventory.item;
  const options = codeOptions(all);
  const form = useDraft<ItemDraftField>(item ? draftOfItem(item) : (initial ?? nextItemDraft(1)));
  const save = useSave(
    form,
    words,
    () => saveItem(work, file, form.draft, item?.id),
    (saved) => `${file.code}.${saved.ordinal}`,
  );
  const goOn = () =>
    void save.run((saved) => {
      form.reset(nextItemDraft(saved.ordinal + 1, form.draft));
      document.getElementById(fieldId("type"))?.focus();
    });
  return (
    <DraftForm
      label={item ? all.inventory.editItem : all.inventory.newItem}
      problemsTitle={all.inventory.problemsTitle(save.problems.length)}
      problems={save.problems}
      save={all.common.save}
      saveNext={all.inventory.saveNext}
      cancel={all.common.cancel}
      busy={save.busy}
      onSave={() => void save.run(onSaved)}
      {...(item ? {} : { onSaveNext: goOn })}
      onCancel={onCancel}
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput {...form.bind("ordinal")} label={words.ordinal} withAsterisk inputMode="numeric" />
        <NativeSelect {...form.bind("type")} label={words.type} data={options.type} data-autofocus />
        <TextInput {...form.bind("number")} label={words.number} />
        <TextInput {...form.bind("symbol")} label={words.symbol} />
        <DateInput
          form={form}
          field="issuedDate"
          label={words.issuedDate}
          hint={all.inventory.dateHint}
          read={readTypedDate}
        />
        <TextInput {...form.bind("signer")} label={words.signer} />
      </SimpleGrid>
      <TextInput {...form.bind("issuer")} label={words.issuer} />
      <Textarea
        {...form.bind("subject")}
        label={words.subject}
        withAsterisk
        autosize
        minRows={2}
        maxRows={6}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput {...form.bind("leaves")} label={words.leaves} placeholder={all.inventory.leavesHint} />
        <TextInput {...form.bind("pageCount")} label={words.pageCount} inputMode="numeric" />
        <NativeSelect {...form.bind("access")} label={words.access} data={options.access} />
        <NativeSelect {...form.bind("language")} label={words.language} data={options.language} />
        <NativeSelect {...form.bind("condition")} label={words.condition} data={options.condition} />
        <TextInput {...form.bind("keywords")} label={words.keywords} />
      </SimpleGrid>
      <Textarea {...form.bind("autograph")} label={words.autograph} autosize minRows={1} maxRows={4} />
      <Textarea {...form.bind("note")} label={words.note} autosize minRows={1} maxRows={4} />
    </DraftForm>
  );
}
