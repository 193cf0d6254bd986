import { Button, Group, Progress, Stack, Text, TextInput } from "@mantine/core";
import { IconUsb } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import type { CarriedPackages, FormName } from "#shared/contract/packages.ts";
import { notifyFault } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { useDesk } from "#renderer/app/session.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";

/** Packages written to a folder or stick, and perhaps a second one; how far, and the way to stop it. */
export function CarryPackages(props: {
  of: "file" | "batch";
  id: string;
  profile: FormName;
  busy: boolean;
  onBusy: (busy: boolean) => void;
  onCarried: (carried: CarriedPackages) => void;
}) {
  const all = useWords();
  const words = all.packageCarrying;
  const desk = useDesk();
  const { bytes } = useFormat();
  const { of, id, profile, busy, onBusy, onCarried } = props;
  const [folder, setFolder] = useState("");
  const [second, setSecond] = useState("");
  const [written, setWritten] = useState<{ done: number; total: number }>();
  const [carrying, setCarrying] = useState(false);
  useEffect(() => desk.on("packages.writing", setWritten), [desk]);
  const carry = async () => {
    setCarrying(true);
    setWritten(undefined);
    onBusy(true);
    try {
      const input = { of, id, profile, folder: folder.trim(), second: second.trim() };
      onCarried(await desk.call("packages.carry", input));
    } catch (error) {
      notifyFault(all, error);
    }
    setCarrying(false);
    onBusy(false);
  };
  const same = second.trim() !== "" && second.trim() === folder.trim();
  const reason = folder.trim() === "" ? words.missing : same ? words.same : undefined;
  const field = { autoComplete: "off", spellCheck: false, maxLength: 1000, disabled: busy };
  return (
    <Stack gap="sm">
      <TextInput
        label={words.folder}
        placeholder={words.folderHint}
        value={folder}
        onChange={(event) => setFolder(event.currentTarget.value)}
        {...field}
      />
      <TextInput
        label={words.second}
        placeholder={words.folderHint}
        value={second}
        onChange={(event) => setSecond(event.currentTarget.value)}
        {...field}
      />
      {carrying && written && (
        <>
          <Text role="status" className="figures">
            {words.writing(bytes(written.done), bytes(written.total))}
          </Text>
          <Progress value={(100 * written.done) / Math.max(1, written.total)} aria-label={words.start} />
        </>
      )}
      <Group gap="sm">
        <ExplainedButton
          variant="default"
          leftSection={<IconUsb size="1.1rem" aria-hidden />}
          reason={reason}
          loading={carrying}
          onClick={() => void carry()}
        >
          {words.start}
        </ExplainedButton>
        {carrying && (
          <Button variant="subtle" onClick={() => void desk.call("packages.stop", {})}>
            {words.stop}
          </Button>
        )}
      </Group>
    </Stack>
  );
}
