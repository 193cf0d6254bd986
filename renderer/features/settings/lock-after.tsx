import { Group, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { longestLockAfter } from "#shared/rules/people.ts";
import { notifyFault } from "#renderer/app/fault-view.tsx";
import { useDesk } from "#renderer/app/session.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";

/** After how many minutes without a key or a click the screen locks itself. */
export function LockAfter({ minutes, reason }: { minutes: number; reason: string | undefined }) {
  const all = useWords();
  const words = all.people;
  const desk = useDesk();
  const [text, setText] = useState(String(minutes));
  const wanted = /^\d{1,3}$/u.test(text.trim()) ? Number(text) : undefined;
  const isGood = wanted !== undefined && wanted <= longestLockAfter;
  const save = () => {
    if (reason !== undefined || !isGood) return;
    desk.call("lock.setAfter", { minutes: wanted }).then(
      () => notifications.show({ message: words.afterSaved }),
      (error: unknown) => notifyFault(all, error),
    );
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Group align="flex-end">
        <TextInput
          label={words.after}
          inputMode="numeric"
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          error={isGood ? undefined : words.afterBad}
          autoComplete="off"
        />
        <ExplainedButton
          variant="default"
          reason={reason ?? (isGood ? undefined : words.afterBad)}
          onClick={save}
        >
          {words.afterSave}
        </ExplainedButton>
      </Group>
    </form>
  );
}
