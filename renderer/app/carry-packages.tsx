import { Button, Group, Progress, Stack, Text, TextInput } from "@mantine/core";
import { IconUsb } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import type { CarriedPackages, FormName } from "#shared/contract/packages.ts";
import { FaultView } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { useDesk } from "#renderer/app/session.tsx";
import { UnfinishedNotice } from "#renderer/app/unfinished-packages.tsx";
import { useAsked } from "#renderer/app/use-asked.ts";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";

/**
 * Packages written to a folder or stick, and perhaps a second one; how far, the way to stop it, and to go on with what
 * was interrupted.
 */
export function CarryPackages(props: {
  of: "file" | "batch";
  id: string;
  profile: FormName;
  busy: boolean;
  onBusy: (busy: boolean) => void;
  onCarried: (carried: CarriedPackages) => void;
}) {
  const words = useWords().packageCarrying;
  const desk = useDesk();
  const { bytes } = useFormat();
  const { of, id, profile, busy, onBusy, onCarried } = props;
  const { value: unfinished, ask } = useAsked(`${of} ${id} ${profile}`, () =>
    desk.call("packages.unfinished", { of, id, profile }),
  );
  const [first, other] = unfinished?.places ?? [];
  const [typed, setFolder] = useState<string>();
  const [typedSecond, setSecond] = useState<string>();
  const folder = typed ?? first?.place ?? "";
  const second = typedSecond ?? other?.place ?? "";
  const [written, setWritten] = useState<{ done: number; total: number; kept: number }>();
  const [carrying, setCarrying] = useState(false);
  const [fault, setFault] = useState<unknown>();
  useEffect(() => desk.on("packages.writing", setWritten), [desk]);
  const carry = async (anew: boolean) => {
    setCarrying(true);
    setWritten(undefined);
    setFault(undefined);
    onBusy(true);
    try {
      const input = { of, id, profile, folder: folder.trim(), second: second.trim(), anew };
      onCarried(await desk.call("packages.carry", input));
    } catch (error) {
      setFault(error);
    }
    ask();
    setCarrying(false);
    onBusy(false);
  };
  const isUnfinished = first !== undefined;
  const same = second.trim() !== "" && second.trim() === folder.trim();
  const reason = folder.trim() === "" ? words.missing : same ? words.same : undefined;
  const field = { autoComplete: "off", spellCheck: false, maxLength: 1000, disabled: busy };
  return (
    <Stack gap="sm">
      {unfinished && !carrying && <UnfinishedNotice unfinished={unfinished} />}
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
      {fault !== undefined && <FaultView error={fault} />}
      {carrying && written && (
        <>
          <Text role="status" className="figures">
            {words.writing(bytes(written.done), bytes(written.total))}
          </Text>
          {written.kept > 0 && <Text className="figures">{words.goingOn(bytes(written.kept))}</Text>}
          <Progress value={(100 * written.done) / Math.max(1, written.total)} aria-label={words.start} />
        </>
      )}
      <Group gap="sm">
        <ExplainedButton
          variant="default"
          leftSection={<IconUsb size="1.1rem" aria-hidden />}
          reason={reason}
          loading={carrying}
          onClick={() => void carry(false)}
        >
          {isUnfinished ? words.goOn : words.start}
        </ExplainedButton>
        {isUnfinished && !carrying && (
          <ExplainedButton variant="subtle" reason={reason} onClick={() => void carry(true)}>
            {words.anew}
          </ExplainedButton>
        )}
        {carrying && (
          <Button variant="subtle" onClick={() => void desk.call("packages.stop", {})}>
            {words.stop}
          </Button>
        )}
      </Group>
    </Stack>
  );
}
