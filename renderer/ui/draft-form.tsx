import { Button, Group, Stack } from "@mantine/core";
import type { KeyboardEvent, ReactNode, SubmitEvent } from "react";
import { ProblemList } from "./problem-list.tsx";

/**
 * A form with its problems above and its buttons below. Enter saves, Ctrl+Enter saves and goes on to the next where
 * `onSaveNext` is given; neither while a Vietnamese input method is composing.
 */
export function DraftForm(props: {
  label: string;
  problemsTitle: string;
  problems: readonly { field: string; text: string }[];
  save: string;
  saveNext?: string;
  cancel: string;
  busy: boolean;
  onSave: () => void;
  onSaveNext?: () => void;
  onCancel: () => void;
  children: ReactNode;
}) {
  const { label, problems, save, saveNext, cancel, busy, onSave, onSaveNext, onCancel } = props;
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!busy) onSave();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (!busy) (onSaveNext ?? onSave)();
  };
  return (
    <form onSubmit={submit} onKeyDown={onKeyDown} aria-label={label} noValidate>
      <Stack>
        <ProblemList title={props.problemsTitle} problems={problems} />
        {props.children}
        <Group justify="flex-end" gap="sm" pos="sticky" bottom={0} py="sm" bg="var(--mantine-color-body)">
          <Button variant="default" onClick={onCancel}>
            {cancel}
          </Button>
          {onSaveNext && (
            <Button variant="light" onClick={onSaveNext} loading={busy}>
              {saveNext}
            </Button>
          )}
          <Button type="submit" loading={busy}>
            {save}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
