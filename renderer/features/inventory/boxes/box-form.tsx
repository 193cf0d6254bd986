import { NativeSelect, Textarea, TextInput } from "@mantine/core";
import { useEffect, useRef } from "react";
import type { Fonds } from "#shared/archive/fonds.ts";
import { type BoxDraft, type BoxDraftField, draftOfBox } from "#shared/inventory/box-draft.ts";
import { codeOptions } from "#renderer/app/code-options.ts";
import { useSteps, useWork } from "#renderer/app/session.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { DraftForm } from "#renderer/ui/draft-form.tsx";
import { useDraft } from "#renderer/ui/use-draft.ts";
import { placeBox } from "#renderer/work/place-box.ts";
import { FormPart } from "#renderer/features/inventory/form-part.tsx";
import { useSave } from "#renderer/features/inventory/use-save.ts";
import type { BoxRow } from "./box-rows.ts";

/** The form of where a box stands; `before` is what was written of the box before it, `onNext` goes to the next. */
export function BoxForm(props: {
  fonds: Fonds;
  row: BoxRow;
  before: BoxDraft | undefined;
  onSaved: () => void;
  onNext: ((written: BoxDraft) => void) | undefined;
  onCancel: () => void;
}) {
  const { fonds, row, before, onSaved, onNext, onCancel } = props;
  const work = useWork();
  const history = useSteps();
  const all = useWords();
  const words = all.boxes;
  const form = useDraft<BoxDraftField>(draftOfBox(row.box, before));
  const label = words.box(row.number);
  const first = useRef<HTMLInputElement>(null);
  // The sheet gives the focus to its first field once; the form of the next box in the open sheet takes it itself.
  useEffect(() => first.current?.focus(), []);
  const { inventory, number } = row;
  const save = useSave(
    "boxes",
    form,
    words.field,
    () =>
      placeBox(
        work,
        { history, label: words.step(label) },
        { fondsId: fonds.id, inventory, number, scope: fonds.scope },
        form.draft,
      ),
    () => label,
  );
  return (
    <DraftForm
      label={words.editOf(label)}
      problemsTitle={all.inventory.problemsTitle(save.problems.length)}
      problems={save.problems}
      save={all.common.save}
      saveNext={words.saveNext}
      cancel={all.common.cancel}
      busy={save.busy}
      onSave={() => void save.run(onSaved)}
      {...(onNext ? { onSaveNext: () => void save.run(() => onNext(form.draft)) } : {})}
      onCancel={onCancel}
    >
      <FormPart
        title={all.entry.groups.place}
        wide={<Textarea {...form.bind("note")} label={words.field.note} autosize minRows={2} maxRows={6} />}
      >
        <TextInput
          {...form.bind("room")}
          ref={first}
          label={words.field.room}
          data-autofocus
          autoComplete="off"
        />
        <TextInput {...form.bind("shelf")} label={words.field.shelf} autoComplete="off" />
        <TextInput {...form.bind("tier")} label={words.field.tier} autoComplete="off" />
        <NativeSelect
          {...form.bind("condition")}
          label={words.field.condition}
          data={codeOptions(all).condition}
        />
        <TextInput
          {...form.bind("metres")}
          label={words.field.metres}
          description={words.metresHint}
          inputMode="decimal"
          autoComplete="off"
        />
      </FormPart>
    </DraftForm>
  );
}
