import { Button, Group, Stack, Text, Title } from "@mantine/core";
import { useEffect } from "react";
import type { HubState } from "#shared/contract/hub.ts";
import { FaultView } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { useDesk } from "#renderer/app/session.tsx";
import { useDoing } from "#renderer/app/use-doing.ts";
import { useWords } from "#renderer/app/words.tsx";

/** The code of the moment, large enough to be read out across a room; until when, and how many tries it stands. */
export function PairingCode({ serving, onDone }: { serving: HubState["serving"]; onDone: () => void }) {
  const words = useWords().hub.code;
  const format = useFormat();
  const desk = useDesk();
  const making = useDoing<HubState>();
  const { code, codeExpiresAt, triesLeft, locked } = serving;
  useEffect(() => {
    if (codeExpiresAt === "") return;
    const timer = window.setTimeout(onDone, Math.max(0, Date.parse(codeExpiresAt) - Date.now()) + 500);
    return () => window.clearTimeout(timer);
  }, [codeExpiresAt, onDone]);
  return (
    <Stack gap="xs">
      <Title order={3} fz="1rem">
        {words.title}
      </Title>
      {making.error !== undefined && <FaultView error={making.error} />}
      <div role="status">
        {code === "" ? (
          <Text c={locked ? "red" : "dimmed"}>{locked ? words.locked : words.none}</Text>
        ) : (
          <>
            <Text fz="2.25rem" fw={700} ff="monospace" lts="0.1em" data-pairing-code>
              {code}
            </Text>
            <Text>{words.use(format.time(codeExpiresAt), triesLeft)}</Text>
          </>
        )}
      </div>
      <Group>
        <Button
          variant={code === "" ? "filled" : "default"}
          loading={making.busy}
          onClick={() => making.start(() => desk.call("hub.makeCode", {}).finally(onDone))}
        >
          {code === "" ? words.make : words.again}
        </Button>
      </Group>
    </Stack>
  );
}
