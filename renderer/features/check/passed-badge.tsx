import { Badge } from "@mantine/core";
import { IconCircleCheck } from "@tabler/icons-react";
import type { Item } from "#shared/archive/item.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";

/** Whether an item was passed, by whom and when. */
export function PassedBadge({ item }: { item: Item }) {
  const texts = useWords().check.item;
  const { time } = useFormat();
  const passed = item.checkedAt !== "";
  return (
    <Badge
      size="lg"
      variant="light"
      tt="none"
      color={passed ? "lacquer" : "gray"}
      leftSection={passed && <IconCircleCheck size="1rem" aria-hidden />}
    >
      {passed ? texts.passed(item.checkedBy, time(item.checkedAt)) : texts.notPassed}
    </Badge>
  );
}
