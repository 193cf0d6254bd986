import { Group, Loader, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { FaultView } from "#renderer/app/fault-view.tsx";
import type { Asked } from "#renderer/app/use-asked.ts";
import { useWords } from "#renderer/app/words.tsx";

/** An answer of the desk to show, or that it is being asked for, or why it could not be given. */
export function Checked<Value>(props: { asked: Asked<Value>; children: (value: Value) => ReactNode }) {
  const { review } = useWords();
  const { value, error, ask } = props.asked;
  if (error !== undefined) return <FaultView error={error} onRetry={ask} />;
  if (value === undefined)
    return (
      <Group gap="sm" role="status">
        <Loader size="sm" />
        <Text>{review.checking}</Text>
      </Group>
    );
  return props.children(value);
}
