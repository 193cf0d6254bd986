import { Loader, Stack, Text } from "@mantine/core";
import { useEffect, useState } from "react";
import type { EventValue } from "#shared/contract/desk.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useDesk } from "#renderer/app/session.tsx";
import { useWords } from "#renderer/app/words.tsx";

/** How far the desk is with a workbook, in rows. */
export function ImportProgress({ title }: { title: string }) {
  const desk = useDesk();
  const words = useWords().workbookImport;
  const format = useFormat();
  const [at, setAt] = useState<EventValue<"workbook.progress">>();
  useEffect(() => desk.on("workbook.progress", setAt), [desk]);
  const rows =
    at &&
    (at.total === 0
      ? words.rowsDone(format.count(at.done))
      : words.rowsOf(format.count(at.done), format.count(at.total)));
  return (
    <Stack align="center" py="2rem">
      <Loader />
      <Text role="status">{title}</Text>
      {at && (
        <Text c="dimmed" className="figures">
          {words.steps[at.step]}: {rows}
        </Text>
      )}
    </Stack>
  );
}
