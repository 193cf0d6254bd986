import { Badge } from "@mantine/core";
import { useFormat } from "#renderer/app/format.ts";
import { useNotesWaiting } from "#renderer/app/use-notes-waiting.ts";
import { useWords } from "#renderer/app/words.tsx";

/** How many threads call who is at work and wait for their answer, for the navigation; nothing where none do. */
export function NotesBadge() {
  const words = useWords().notes.list;
  const { count } = useFormat();
  const waiting = useNotesWaiting()?.count ?? 0;
  if (waiting === 0) return null;
  const text = waiting > 99 ? "99+" : count(waiting);
  return (
    <Badge variant="filled" size="sm" role="img" aria-label={words.badge(text)}>
      {text}
    </Badge>
  );
}
