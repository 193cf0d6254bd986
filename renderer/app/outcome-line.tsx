import { Text } from "@mantine/core";
import type { CollectionName } from "#shared/archive/collections.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useDesk, useSession } from "#renderer/app/session.tsx";
import { useAskedAgain } from "#renderer/app/use-asked-again.ts";
import { useWords } from "#renderer/app/words.tsx";

const events = ["sync.changed", "records.changed"] as const;

/** What the province has of a record: it holds it, waits for its last change, or does not take it and why. */
export function OutcomeLine({ collection, id }: { collection: CollectionName; id: string }) {
  const { trail, refused, hub } = useWords();
  const says = useSession().province.kind === "hub" ? hub.outcome : trail.province;
  const format = useFormat();
  const desk = useDesk();
  const asked = useAskedAgain(
    `outcome ${collection} ${id}`,
    () => desk.call("sync.outcome", { collection, id }),
    events,
  );
  const outcome = asked.value;
  if (!outcome) return null;
  const since = format.time(outcome.since);
  const reason = Object.entries(refused.codes).find(([code]) => code === outcome.code)?.[1] ?? outcome.detail;
  return (
    <Text role="status">
      {outcome.state === "held" && says.held(since)}
      {outcome.state === "waiting" && says.waiting(since)}
      {outcome.state === "refused" && says.refused(reason)}
    </Text>
  );
}
