import { Checkbox, Group, NativeSelect, Stack } from "@mantine/core";
import { IconFolderSearch } from "@tabler/icons-react";
import { useState } from "react";
import type { ScanSession } from "#shared/contract/scan.ts";
import { scanProfileOf } from "#shared/rules/scan-profiles.ts";
import { notifyFault } from "#renderer/app/fault-view.tsx";
import { useDesk } from "#renderer/app/session.tsx";
import { useAsked } from "#renderer/app/use-asked.ts";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import { AddByHand } from "./add-by-hand.tsx";

/** Chooses a folder that a scanner's own program saves into, and begins to take what comes there. */
export function FolderPane(props: {
  target: { batchId: string; itemId: string };
  sessions: readonly ScanSession[];
}) {
  const words = useWords();
  const { scan } = words;
  const desk = useDesk();
  const [chosen, setChosen] = useState("");
  const [move, setMove] = useState(false);
  const devices = useAsked("scan-devices", () => desk.call("scan.devices", {}));
  const folders = (devices.value ?? []).filter(({ kind }) => kind === "folder");
  const folder = folders.find(({ id }) => id === chosen) ?? folders[0];
  const running = props.sessions.some((one) => one.state === "feeding" && one.deviceId === folder?.id);
  const start = () => {
    if (!folder) return;
    const device = { kind: "folder" as const, id: folder.id };
    const { settings } = scanProfileOf("administrative");
    const how = { documentClass: "administrative" as const, settings, sessionId: "" };
    desk
      .call("scan.addFolder", { path: folder.id, move })
      .then(() => desk.call("scan.start", { device, ...how, ...props.target }))
      .catch((error: unknown) => notifyFault(words, error));
  };
  return (
    <Stack gap="md">
      <NativeSelect
        label={scan.folder}
        value={folder?.id ?? ""}
        onChange={(event) => setChosen(event.currentTarget.value)}
        data={[
          ...(folder ? [] : [{ value: "", label: scan.folderNone }]),
          ...folders.map(({ id, here }) => ({ value: id, label: here ? id : `${id} · ${scan.away}` })),
        ]}
      />
      <Checkbox
        label={scan.move}
        description={scan.moveHint}
        checked={move}
        onChange={(event) => setMove(event.currentTarget.checked)}
      />
      <AddByHand
        label={scan.folderPath}
        hint={scan.folderPathHint}
        empty={scan.folderEmpty}
        forgettable={folder}
        onAdd={(path) => desk.call("scan.addFolder", { path, move })}
        onChanged={(added) => {
          if (added) setChosen(added.id);
          devices.ask();
        }}
      />
      <Group>
        <ExplainedButton
          leftSection={<IconFolderSearch size="1.1rem" />}
          reason={!folder ? scan.folderFirst : running ? scan.isRunning : undefined}
          onClick={start}
        >
          {scan.watch}
        </ExplainedButton>
      </Group>
    </Stack>
  );
}
