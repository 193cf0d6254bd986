import { Button, Group, Modal, Stack, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { groupLengths } from "#shared/archive/group.ts";
import { cleanText } from "#shared/inventory/clean-text.ts";
import { cleanNotation } from "#shared/inventory/scheme-lines.ts";
import { useWords } from "#renderer/app/words.tsx";
import { fieldId, type Form, useDraft } from "#renderer/ui/use-draft.ts";
import type { GroupFields } from "./scheme-edits.ts";

type Field = keyof GroupFields;

/** Asks for a group's notation, title and note. Enter saves; `onSaveNext` is offered for a new one. */
export function GroupDialog(props: {
  title: string;
  initial: GroupFields;
  /** Notations of its siblings. */
  taken: readonly string[];
  onSave: (fields: GroupFields) => void;
  /** Saves and answers what the next one begins with; `taken` are the notations of all its siblings. */
  onSaveNext?: (fields: GroupFields, taken: readonly string[]) => GroupFields;
  onClose: () => void;
}) {
  const all = useWords();
  const words = all.scheme;
  const form = useDraft<Field>(props.initial);
  const [taken, setTaken] = useState(props.taken);
  const check = (): GroupFields | undefined => {
    const fields = {
      notation: cleanNotation(form.draft.notation),
      title: cleanText(form.draft.title),
      note: cleanText(form.draft.note),
    };
    const problems: Partial<Record<Field, string>> = {};
    for (const field of ["notation", "title", "note"] as const) {
      if (fields[field].length > groupLengths[field]) problems[field] = words.tooLong(groupLengths[field]);
    }
    if (fields.title === "") problems.title = words.titleMissing;
    if (fields.notation !== "" && taken.includes(fields.notation)) problems.notation = words.taken;
    form.setProblems(problems);
    const [first] = Object.keys(problems);
    if (first !== undefined) document.getElementById(fieldId(first))?.focus();
    return first === undefined ? fields : undefined;
  };
  const saveNext = () => {
    const fields = check();
    if (!fields || !props.onSaveNext) return;
    const siblings = [...taken, fields.notation];
    setTaken(siblings);
    form.reset(props.onSaveNext(fields, siblings));
    document.getElementById(fieldId("title"))?.focus();
  };
  return (
    <Modal
      opened
      centered
      size="lg"
      onClose={props.onClose}
      title={props.title}
      closeButtonProps={{ "aria-label": all.common.close }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const fields = check();
          if (fields) props.onSave(fields);
        }}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || !event.ctrlKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          if (props.onSaveNext) saveNext();
        }}
      >
        <Stack>
          <GroupFieldsView form={form} />
          <Group justify="flex-end">
            <Button variant="default" onClick={props.onClose}>
              {all.common.cancel}
            </Button>
            {props.onSaveNext && (
              <Button variant="light" onClick={saveNext} title={words.saveNextKey}>
                {words.saveNext}
              </Button>
            )}
            <Button type="submit">{words.save}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function GroupFieldsView({ form }: { form: Form<Field> }) {
  const words = useWords().scheme;
  return (
    <>
      <TextInput
        {...form.bind("title")}
        label={words.group.title}
        withAsterisk
        data-autofocus
        autoComplete="off"
      />
      <TextInput
        {...form.bind("notation")}
        label={words.group.notation}
        description={words.notationHint}
        w="16rem"
        maw="100%"
        autoComplete="off"
      />
      <Textarea {...form.bind("note")} label={words.group.note} autosize minRows={2} maxRows={6} />
    </>
  );
}
