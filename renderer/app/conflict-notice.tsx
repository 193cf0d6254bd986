import { Alert, Anchor } from "@mantine/core";
import { IconArrowsSplit2 } from "@tabler/icons-react";
import { Link } from "wouter";
import { useFormat } from "#renderer/app/format.ts";
import { toConflicts } from "#renderer/app/addresses.ts";
import { useConflictCount } from "#renderer/app/use-conflicts.ts";
import { useWords } from "#renderer/app/words.tsx";

/** Says on a record's own screen that fields of it wait for a choice between two values; nothing where none do. */
export function ConflictNotice({ id }: { id: string }) {
  const words = useWords().conflicts;
  const { count } = useFormat();
  const waiting = useConflictCount(id);
  if (waiting === 0) return null;
  return (
    <Alert variant="light" color="yellow" py="xs" mb="xs" icon={<IconArrowsSplit2 aria-hidden />}>
      {words.notice(count(waiting))}{" "}
      <Anchor component={Link} href={toConflicts} inherit underline="always">
        {words.noticeLink}
      </Anchor>
    </Alert>
  );
}
