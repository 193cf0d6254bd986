import { Progress, Stack, Text } from "@mantine/core";
import { useEffect, useState } from "react";
import { useFormat } from "#renderer/app/format.ts";
import { useDesk } from "#renderer/app/session.tsx";
import { useWords } from "#renderer/app/words.tsx";

/** What the desk is doing while it is closed, until the page comes anew with it. */
export function ReopeningLine({ text }: { text: string }) {
  const words = useWords().keeping.sealing;
  const format = useFormat();
  const desk = useDesk();
  const [told, setTold] = useState<{ done: number; total: number }>();
  useEffect(() => desk.on("keeping.encrypting", setTold), [desk]);
  return (
    <Stack gap="xs">
      <Text role="status" size="sm" fw={600}>
        {text}
      </Text>
      {told && told.total > 0 && (
        <>
          <Progress value={(told.done / told.total) * 100} aria-label={text} />
          <Text size="sm" c="dimmed">
            {words.encrypted(format.bytes(told.done), format.bytes(told.total))}
          </Text>
        </>
      )}
    </Stack>
  );
}
