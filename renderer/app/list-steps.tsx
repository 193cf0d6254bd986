import { Button, Group, Text } from "@mantine/core";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";

/** The way through a list that is shown some at a time; nothing where it is short. */
export function ListSteps(props: {
  from: number;
  shown: number;
  total: number;
  limit: number;
  onStep: (from: number) => void;
}) {
  const words = useWords().matrix;
  const { count } = useFormat();
  const { from, shown, total, limit, onStep } = props;
  if (total <= limit) return null;
  return (
    <Group justify="space-between">
      <Button variant="default" disabled={from === 0} onClick={() => onStep(Math.max(0, from - limit))}>
        {words.earlier}
      </Button>
      <Text size="sm" className="figures">
        {words.shown(count(from + 1), count(from + shown), count(total))}
      </Text>
      <Button variant="default" disabled={from + limit >= total} onClick={() => onStep(from + limit)}>
        {words.later}
      </Button>
    </Group>
  );
}
