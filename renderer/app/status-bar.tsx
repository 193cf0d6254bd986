import { Box, Flex, Group, Tooltip, UnstyledButton } from "@mantine/core";
import { IconFlask } from "@tabler/icons-react";
import { useState } from "react";
import { useFormat } from "#renderer/app/format.ts";
import { useSaving } from "#renderer/app/saving-state.ts";
import { useSession } from "#renderer/app/session.tsx";
import { Line } from "#renderer/app/status-line.tsx";
import { StatusPanel } from "#renderer/app/status-panel.tsx";
import { forwardedLine, roomLine, savedLine, sayingsOf, sentLine } from "#renderer/app/status-words.ts";
import { useRoom } from "#renderer/app/use-room.ts";
import { useSyncStatus } from "#renderer/app/sync-status.ts";
import { useWords } from "#renderer/app/words.tsx";
import { StateBadge } from "#renderer/ui/state-badge.tsx";

/** The two lines that are always true: what is saved here, what the province has. Pressing opens the details. */
export function StatusBar({ stacked }: { stacked: boolean }) {
  const words = useWords();
  const format = useFormat();
  const saving = useSaving();
  const asked = useSyncStatus();
  const { province } = useSession();
  const [opened, setOpened] = useState(false);
  const looked = useRoom().value;
  const saved = savedLine(words.shell.status, format, saving, asked.value, looked);
  const sent = sentLine(sayingsOf(words, asked.value), words.faults, format, asked.value, province);
  const forwarded = forwardedLine(words.hub.forwarded, format, asked.value);
  const room = roomLine(words.keeping.room, format, looked);
  return (
    <Group h="100%" px="md" gap="lg" wrap="nowrap" justify="space-between">
      <UnstyledButton
        onClick={() => setOpened(true)}
        mih="2rem"
        style={{ minWidth: 0, flex: 1 }}
        aria-haspopup="dialog"
      >
        <Flex
          direction={stacked ? "column" : "row"}
          gap={stacked ? "0.2rem" : "xl"}
          role="status"
          aria-label={words.shell.status.label}
        >
          <Line line={saved} />
          <Line line={sent} />
          {forwarded && <Line line={forwarded} />}
          {room && <Line line={room} />}
        </Flex>
      </UnstyledButton>
      {province.kind === "practice" && (
        <Tooltip label={words.shell.status.practiceHint} multiline maw="20rem">
          <Box tabIndex={0} style={{ flexShrink: 0 }}>
            <StateBadge Icon={IconFlask} label={words.shell.status.practice} color="orange" />
          </Box>
        </Tooltip>
      )}
      <StatusPanel opened={opened} onClose={() => setOpened(false)} asked={asked} saved={saved} sent={sent} />
    </Group>
  );
}
