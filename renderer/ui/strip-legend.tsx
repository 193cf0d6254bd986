import { Group, Text } from "@mantine/core";
import classes from "./number-strip.module.css";

/** What the heights and colours of a strip stand for. */
export function StripLegend({ words }: { words: Record<"present" | "gap" | "repeat", string> }) {
  return (
    <Group gap="md">
      {(["present", "gap", "repeat"] as const).map((state) => (
        <Text key={state} size="sm" component="span">
          <span className={classes["legend"]} data-state={state} aria-hidden />
          {words[state]}
        </Text>
      ))}
    </Group>
  );
}
