import { Button, Group, Modal, Select, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { type DueStep, dueSteps } from "#shared/archive/batch-due.ts";
import { readDate } from "#shared/inventory/read-date.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";

/** Asks for a step, its last day and why; `lifts` a batch's own day again, which asks for the reason alone. */
export function DueDialog(props: {
  step: DueStep;
  steps: readonly DueStep[];
  lifts: boolean;
  onConfirm: (step: DueStep, day: string, why: string) => void;
  nameOf: (step: DueStep) => string;
  onClose: () => void;
}) {
  const { lifts, steps, nameOf } = props;
  const { dues: words, common } = useWords();
  const format = useFormat();
  const [step, setStep] = useState(props.step);
  const [typed, setTyped] = useState("");
  const [why, setWhy] = useState("");
  const read = readDate(typed) ?? "";
  const day = /^\d{4}-\d{2}-\d{2}$/.test(read) ? read : "";
  const missing =
    !lifts && day === ""
      ? words.refusals["not-a-day"]
      : why.trim() === ""
        ? words.refusals["why-missing"]
        : undefined;
  const label = lifts ? words.backOf(nameOf(step)) : words.setOf(nameOf(step));
  return (
    <Modal
      opened
      centered
      title={label}
      onClose={props.onClose}
      closeButtonProps={{ "aria-label": common.close }}
    >
      <Stack>
        {lifts ? (
          <Text>{words.backHint}</Text>
        ) : (
          <>
            <Select
              label={words.step}
              allowDeselect={false}
              data={steps.map((value) => ({ value, label: nameOf(value) }))}
              value={step}
              onChange={(chosen) => setStep(dueSteps.find((known) => known === chosen) ?? step)}
            />
            <TextInput
              data-autofocus
              withAsterisk
              label={words.newDay}
              className="figures"
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
              onBlur={() => day !== "" && setTyped(format.date(day))}
              error={typed !== "" && day === "" ? words.refusals["not-a-day"] : undefined}
            />
          </>
        )}
        <Textarea
          label={words.why}
          withAsterisk
          {...(lifts ? { "data-autofocus": true } : {})}
          autosize
          minRows={2}
          maxLength={500}
          value={why}
          onChange={(event) => setWhy(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={props.onClose}>
            {common.cancel}
          </Button>
          <ExplainedButton reason={missing} onClick={() => props.onConfirm(step, lifts ? "" : day, why)}>
            {lifts ? words.back : words.set}
          </ExplainedButton>
        </Group>
      </Stack>
    </Modal>
  );
}
