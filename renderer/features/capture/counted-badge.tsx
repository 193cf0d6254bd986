import { Badge } from "@mantine/core";
import { IconAlertTriangle, IconCheck } from "@tabler/icons-react";
import type { Counted } from "#shared/archive/count-leaves.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";

/**
 * "37/40 tờ": what was scanned beside what is listed. Too much is red at once; too little only at the end, when the
 * scanning has gone on to what comes behind.
 */
export function CountedBadge({ counted, ended }: { counted: Counted; ended: boolean }) {
  const { counted: texts } = useWords().matching;
  const { count } = useFormat();
  const { unit, found, expected, state } = counted;
  const isWrong = state === "over" || (ended && (state === "short" || state === "none"));
  const text =
    expected > 0
      ? texts[unit](count(found), count(expected))
      : texts[unit === "leaf" ? "leafOnly" : "pageOnly"](count(found));
  const color = isWrong ? "red" : state === "equal" ? "lacquer" : "gray";
  return (
    <Badge
      variant="light"
      color={color}
      leftSection={
        isWrong ? (
          <IconAlertTriangle size="0.9rem" aria-hidden />
        ) : state === "equal" ? (
          <IconCheck size="0.9rem" aria-hidden />
        ) : undefined
      }
      tt="none"
      className="figures"
      title={texts.states[state]}
      style={{ flexShrink: 0 }}
    >
      {text}
    </Badge>
  );
}
