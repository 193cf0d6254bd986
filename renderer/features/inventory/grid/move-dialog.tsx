import { Group, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import type { ArchiveFile } from "#shared/archive/file.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWork } from "#renderer/app/session.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { findFile } from "./bulk-edits.ts";
import { AskDialog } from "./ask-dialog.tsx";

/** Asks where files go: an inventory list, a box, or both. */
export function MoveFilesDialog(props: {
  count: number;
  onMove: (to: { inventory?: string; box?: string }) => void;
  onClose: () => void;
}) {
  const words = useWords().grid.moveDialog;
  const { count } = useFormat();
  const [inventory, setInventory] = useState("");
  const [box, setBox] = useState("");
  const to = {
    ...(inventory.trim() === "" ? {} : { inventory: inventory.normalize("NFC").trim() }),
    ...(box.trim() === "" ? {} : { box: box.normalize("NFC").trim() }),
  };
  return (
    <AskDialog
      title={words.title(count(props.count))}
      confirm={words.confirm(count(props.count))}
      reason={Object.keys(to).length === 0 ? words.nothing : undefined}
      onConfirm={() => props.onMove(to)}
      onClose={props.onClose}
    >
      <Group grow>
        <TextInput
          data-autofocus
          label={words.inventory}
          description={words.keepEmpty}
          maxLength={20}
          value={inventory}
          onChange={(event) => setInventory(event.currentTarget.value)}
        />
        <TextInput
          label={words.box}
          description={words.keepEmpty}
          maxLength={20}
          value={box}
          onChange={(event) => setBox(event.currentTarget.value)}
        />
      </Group>
    </AskDialog>
  );
}

/** Asks for the file that items go to, by its code. */
export function MoveItemsDialog(props: {
  count: number;
  fondsId: string;
  onMove: (file: ArchiveFile) => void;
  onClose: () => void;
}) {
  const work = useWork();
  const words = useWords().grid.moveDialog;
  const { count } = useFormat();
  const [code, setCode] = useState("");
  const [missing, setMissing] = useState("");
  const typed = code.normalize("NFC").trim();
  const confirm = () =>
    void findFile(work, props.fondsId, typed).then((file) => {
      if (file) props.onMove(file);
      else setMissing(typed);
    });
  const problem = typed === "" || missing === typed ? words.fileMissing : undefined;
  return (
    <AskDialog
      title={words.title(count(props.count))}
      confirm={words.confirm(count(props.count))}
      reason={problem}
      onConfirm={confirm}
      onClose={props.onClose}
    >
      <TextInput
        data-autofocus
        label={words.file}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
        error={typed === "" ? undefined : problem}
        autoComplete="off"
      />
      <Text>{words.renumbered}</Text>
    </AskDialog>
  );
}
