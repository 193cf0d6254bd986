import { Text } from "@mantine/core";
import { IconCircleCheck, IconCircleDashed, IconCircleX } from "@tabler/icons-react";
import { type ScopeFacts, scopeOf } from "#shared/rules/scope.ts";
import { useWords } from "#renderer/app/words.tsx";
import { StateBadge } from "#renderer/ui/state-badge.tsx";

/**
 * Whether a file is within the scope of the province's letter, on what ground, or what is against it. `brief` leaves
 * the ground to whoever looks closer.
 */
export function ScopeTag({ file, brief }: { file: ScopeFacts; brief?: boolean }) {
  const words = useWords().entry;
  const { within, reason, why } = scopeOf(file);
  const [Icon, color] = within
    ? ([IconCircleCheck, "green"] as const)
    : reason === "outside"
      ? ([IconCircleX, "orange"] as const)
      : ([IconCircleDashed, "gray"] as const);
  const note = within ? words.scope[reason] : why.length > 0 ? words.scopeWhy(why) : "";
  return (
    <div role="status">
      <StateBadge Icon={Icon} label={within ? words.inScope : words.scope[reason]} color={color} />
      {note !== "" && brief !== true && (
        <Text size="sm" c="dimmed" mt="0.3rem">
          {note}
        </Text>
      )}
    </div>
  );
}
