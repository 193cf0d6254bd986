import { Text } from "@mantine/core";
import type { CollectionName } from "#shared/archive/collections.ts";
import type { CallOutput } from "#shared/contract/desk.ts";
import { nameOfField } from "#renderer/app/field-words.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useParentWords, useReason } from "#renderer/app/refusal-words.ts";
import { useDesk, useSession } from "#renderer/app/session.tsx";
import { useAskedAgain } from "#renderer/app/use-asked-again.ts";
import { useWords } from "#renderer/app/words.tsx";

const events = ["sync.changed", "records.changed"] as const;

/**
 * What the province has of a record: it took it, alone or merged in which fields, waits for its last change, keeps it
 * until another comes, or does not take it and why.
 */
export function OutcomeLine({ collection, id }: { collection: CollectionName; id: string }) {
  const desk = useDesk();
  const asked = useAskedAgain(
    `outcome ${collection} ${id}`,
    () => desk.call("sync.outcome", { collection, id }),
    events,
  );
  const text = useText(collection);
  return asked.value ? <Text role="status">{text(asked.value)}</Text> : null;
}

function useText(collection: CollectionName): (outcome: CallOutput<"sync.outcome">) => string {
  const words = useWords();
  const format = useFormat();
  const reasonOf = useReason();
  const parentOf = useParentWords();
  const { province } = words.trail;
  const says = useSession().province.kind === "hub" ? words.hub.outcome : province;
  const named = (fields: readonly string[], say: (names: string) => string) =>
    fields.length === 0 ? [] : [say(fields.map((field) => nameOfField(words, collection, field)).join(", "))];
  return ({ state, since, code, detail, theirs, ours, waitsFor }) => {
    const at = format.time(since);
    switch (state) {
      case "accepted":
        return says.accepted(at);
      case "merged":
        return [says.merged(at), ...named(theirs, province.theirs), ...named(ours, province.ours)].join(" ");
      case "waiting":
        return says.waiting(at);
      case "held":
        return province.held(waitsFor ? parentOf(waitsFor, collection) : detail);
      case "refused":
        return says.refused(reasonOf(code, detail));
    }
  };
}
