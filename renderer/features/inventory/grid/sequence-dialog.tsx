import { Code, Group, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";
import { AskDialog, Caution } from "./ask-dialog.tsx";
import { planSequence } from "./sequence.ts";

/** Asks for a sequence down a column and shows it before it is filled. */
export function SequenceDialog(props: {
  title: string;
  begin: string;
  rows: number;
  onFill: (texts: readonly string[]) => void;
  onClose: () => void;
}) {
  const words = useWords().grid.sequenceDialog;
  const { count } = useFormat();
  const [sequence, setSequence] = useState({ begin: props.begin || "1", step: "1", pad: "", last: "" });
  const plan = planSequence(sequence, props.rows);
  const field = (name: keyof typeof sequence) => ({
    value: sequence[name],
    autoComplete: "off",
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setSequence((before) => ({ ...before, [name]: value }));
    },
  });
  const texts = plan.ok ? plan.value.texts : [];
  const numbers = plan.ok ? plan.value.numbers : undefined;
  const shown = texts.length > 6 ? [...texts.slice(0, 4), "…", texts.at(-1) ?? ""] : texts;
  return (
    <AskDialog
      title={words.title(props.title, count(props.rows))}
      confirm={words.fill(count(texts.length))}
      reason={plan.ok ? undefined : plan.fault === "no-step" ? words.noStep : words.noNumber}
      onConfirm={() => props.onFill(texts)}
      onClose={props.onClose}
    >
      <TextInput data-autofocus label={words.pattern} description={words.patternHint} {...field("begin")} />
      <Group grow align="flex-end">
        <TextInput label={words.step} inputMode="numeric" {...field("step")} />
        <TextInput label={words.pad} inputMode="numeric" {...field("pad")} />
        <TextInput label={words.last} {...field("last")} />
      </Group>
      {plan.ok && (
        <Text role="status">
          {words.preview}: <Code fz="md">{shown.join(", ")}</Code>
        </Text>
      )}
      {numbers !== undefined && numbers > props.rows && (
        <Caution>{words.moreNumbers(count(numbers), count(props.rows))}</Caution>
      )}
      {numbers !== undefined && numbers < props.rows && (
        <Caution>{words.moreRows(count(numbers), count(props.rows))}</Caution>
      )}
    </AskDialog>
  );
}
