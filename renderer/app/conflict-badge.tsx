import { Badge } from "@mantine/core";
import { useFormat } from "#renderer/app/format.ts";
import { useConflictCount } from "#renderer/app/use-conflicts.ts";
import { useWords } from "#renderer/app/words.tsx";

/** How many conflicts wait, for the navigation; nothing where none do, `99+` where they are many. */
export function ConflictBadge() {
  const words = useWords().conflicts;
  const { count } = useFormat();
  const waiting = useConflictCount();
  if (waiting === 0) return null;
  const text = waiting > 99 ? "99+" : count(waiting);
  return (
    <Badge variant="filled" size="sm" role="img" aria-label={words.badge(text)}>
      {text}
    </Badge>
  );
}
