import { Alert, Anchor, Group, Text } from "@mantine/core";
import { IconArrowBackUp } from "@tabler/icons-react";
import { Link } from "wouter";
import { toRework } from "#renderer/app/addresses.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useReworks } from "#renderer/app/use-reworks.ts";
import { useWords } from "#renderer/app/words.tsx";

/** Says how much of a batch was sent back and is not closed, with the way to it; nothing where nothing is. */
export function ReworkNotice({ batchId }: { batchId: string }) {
  const words = useWords().rework;
  const { count } = useFormat();
  const reworks = useReworks(batchId) ?? [];
  if (reworks.length === 0) return null;
  const open = reworks.filter(({ stand }) => stand === "open").length;
  return (
    <Alert
      color="orange"
      variant="light"
      icon={<IconArrowBackUp aria-hidden />}
      title={words.notice(count(open), count(reworks.length - open))}
    >
      <Group gap="sm">
        <Text>{words.noticeHint}</Text>
        <Anchor component={Link} href={toRework(batchId)} fw={600}>
          {words.look}
        </Anchor>
      </Group>
    </Alert>
  );
}
