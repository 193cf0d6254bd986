import { Group, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import type { ScanDevice } from "#shared/contract/scan.ts";
import { notifyFault } from "#renderer/app/fault-view.tsx";
import { useDesk } from "#renderer/app/session.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";

/** Adds a network scanner or a folder by what a person types, and takes one off the list again. */
export function AddByHand(props: {
  label: string;
  hint: string;
  empty: string;
  /** The chosen device, where it was added by hand. */
  forgettable: ScanDevice | undefined;
  onAdd: (typed: string) => Promise<ScanDevice>;
  onChanged: (added: ScanDevice | undefined) => void;
}) {
  const words = useWords();
  const { scan } = words;
  const desk = useDesk();
  const [typed, setTyped] = useState("");
  const [busy, setBusy] = useState(false);
  const { forgettable, onAdd, onChanged } = props;
  const add = () => {
    setBusy(true);
    onAdd(typed.normalize("NFC"))
      .then(
        (added) => {
          notifications.show({ message: scan.added(added.name) });
          setTyped("");
          onChanged(added);
        },
        (error: unknown) => notifyFault(words, error),
      )
      .finally(() => setBusy(false));
  };
  const forget = () => {
    if (!forgettable) return;
    const { kind, id } = forgettable;
    desk.call("scan.forget", { kind, id }).then(
      () => onChanged(undefined),
      (error: unknown) => notifyFault(words, error),
    );
  };
  return (
    <Group
      align="flex-end"
      gap="sm"
      component="form"
      {...{
        onSubmit: (event: { preventDefault: () => void }) => {
          event.preventDefault();
          if (typed.trim() !== "" && !busy) add();
        },
      }}
    >
      <TextInput
        flex="1 1 14rem"
        miw={0}
        label={props.label}
        placeholder={props.hint}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <ExplainedButton
        variant="default"
        loading={busy}
        reason={typed.trim() === "" ? props.empty : undefined}
        onClick={add}
      >
        {scan.add}
      </ExplainedButton>
      {forgettable && (
        <ExplainedButton variant="subtle" onClick={forget}>
          {scan.forget}
        </ExplainedButton>
      )}
    </Group>
  );
}
