import { Group } from "@mantine/core";
import { IconFlag, IconScale } from "@tabler/icons-react";
import { type ItemDraft, itemAsTyped } from "#shared/inventory/item-draft.ts";
import { decisionKind } from "#shared/rules/decision-kind.ts";
import { levelOf } from "#shared/rules/issuing-body.ts";
import { priorityOfItem } from "#shared/rules/priority.ts";
import { useRuleData } from "#renderer/app/use-rule-profile.ts";
import { useWords } from "#renderer/app/words.tsx";
import { StateBadge } from "#renderer/ui/state-badge.tsx";

/** What the rules make of an item so far: its priority group, and whether its number is one of law-making. */
export function ItemTags(props: { draft: ItemDraft; scope: string; frequentUse: boolean }) {
  const { draft, scope, frequentUse } = props;
  const all = useWords();
  const item = itemAsTyped(draft);
  const kind = decisionKind(item);
  const { priorities } = useRuleData();
  const group = priorityOfItem(item, levelOf(scope), frequentUse, priorities);
  return (
    <Group gap="xs" role="status">
      {kind && <StateBadge Icon={IconScale} label={all.entry.kinds[kind]} color="gray" />}
      {group !== "" && (
        <StateBadge
          Icon={IconFlag}
          label={all.entry.itemPriority(all.common.priorities[group])}
          color={group === "other" ? "gray" : "blue"}
        />
      )}
    </Group>
  );
}
