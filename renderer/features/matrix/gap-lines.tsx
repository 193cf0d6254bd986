import { Anchor, Group, Text } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck } from "@tabler/icons-react";
import { Link } from "wouter";
import { gapKinds, type GapKind } from "#shared/completeness/gap.ts";
import type { CallOutput } from "#shared/contract/desk.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";

/** Numbers that lack below a place, a line for each kind; red where nobody said why. */
export function GapLines(props: {
  totals: CallOutput<"matrix.gaps">["totals"];
  toList: (kind: GapKind) => string;
}) {
  const words = useWords().gaps;
  const { count } = useFormat();
  return gapKinds
    .map((kind) => ({ kind, ...props.totals[kind] }))
    .filter(({ open, explained }) => open + explained > 0)
    .map(({ kind, open, explained }) => (
      <Group key={kind} gap="xs" wrap="nowrap" {...(open > 0 && { c: "red" })}>
        {open > 0 ? (
          <IconAlertTriangle size="1.1rem" aria-hidden />
        ) : (
          <IconCircleCheck size="1.1rem" aria-hidden />
        )}
        <Anchor component={Link} href={props.toList(kind)} c="inherit" ta="left" fw={500} py="0.15rem">
          {words.red[kind](count(open + explained))}
        </Anchor>
        {explained > 0 && (
          <Text size="sm" c="dimmed">
            {words.explained(count(explained))}
          </Text>
        )}
      </Group>
    ));
}
