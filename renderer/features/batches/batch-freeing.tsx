import { Anchor, Text } from "@mantine/core";
import { Link } from "wouter";
import { useFormat } from "#renderer/app/format.ts";
import { useDesk } from "#renderer/app/session.tsx";
import { useAskedAgain } from "#renderer/app/use-asked-again.ts";
import { useWords } from "#renderer/app/words.tsx";

/** Whether the masters of an accepted batch are safe to free from this machine; nothing where it has none. */
export function BatchFreeing({ batchId }: { batchId: string }) {
  const words = useWords().freeing.batch;
  const desk = useDesk();
  const { count, bytes } = useFormat();
  const { value } = useAskedAgain(`freeing ${batchId}`, () => desk.call("freeing.ofBatch", { batchId }), [
    "sync.changed",
  ]);
  if (!value || value.masters === 0) return null;
  const known = value.safe + value.freed;
  return (
    <Text size="sm" mt="md">
      {known < value.masters
        ? words.partly(count(known), count(value.masters))
        : value.safe > 0
          ? words.safe(count(value.safe), bytes(value.bytes))
          : words.freed(count(value.freed))}{" "}
      <Anchor component={Link} href="/settings" inherit underline="always">
        {words.open}
      </Anchor>
    </Text>
  );
}
