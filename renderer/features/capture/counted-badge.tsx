import { Badge } from "@mantine/core";
import { IconAlertTriangle, IconCheck } from "@tabler/icons-react";
import type { Counted } from "#shared/archive/count-leaves.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";

/** Whether a count contradicts the list: too much at once, too little only at the end. */
export function isWrongCount({ state }: Counted, ended: boolean): boolean {
  return state === "over" || (ended && (state === "short" || state === "none"));
}

/**
 * "37/40 tờ": what was scanned beside what is listed. Too much is red at once; too little only at the end, when the
 * scanning has gone on to what comes behind.
 */
export function useCountedLook({ counted, ended }: { counted: Counted; ended: boolean }) {
  const { counted: texts } = useWords().matching;
  const { count } = useFormat();
  const { unit, found, expected, state } = counted;
  const isWrong = isWrongCount(counted, ended);
  const text =
    expected > 0
      ? texts[unit](count(found), count(expected))
      : texts[unit === "leaf" ? "leafOnly" : "pageOnly"](count(found));
  const isWhole = state === "equal";
  const color = isWrong ? "red" : isWhole ? "lacquer" : "gray";
  return { text, color, isWrong, isWhole, said: texts.states[state] };
}

/** The counter in the size of a line of a list. */
export function CountedBadge(props: { counted: Counted; ended: boolean }) {
  const { text, color, isWrong, isWhole, said } = useCountedLook(props);
  return (
    <Badge
      variant="light"
      color={color}
      leftSection={
        isWrong ? (
          <IconAlertTriangle size="0.9rem" aria-hidden />
        ) : isWhole ? (
          <IconCheck size="0.9rem" aria-hidden />
        ) : undefined
      }
      tt="none"
      className="figures"
      title={said}
      style={{ flexShrink: 0 }}
    >
      {text}
    </Badge>
  );
}
