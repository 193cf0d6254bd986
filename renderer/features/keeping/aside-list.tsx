import { Group, Stack, Text } from "@mantine/core";
import { useState } from "react";
import type { KeepingStatus } from "#shared/contract/keeping.ts";
import { FaultView } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { useDesk } from "#renderer/app/session.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import { AskFirst } from "#renderer/ui/ask-first.tsx";
import { useDoing } from "#renderer/app/use-doing.ts";

/** Data that restores and repairs moved aside, each to be brought back. */
export function AsideList({ status }: { status: KeepingStatus }) {
  const all = useWords();
  const words = all.keeping.restore;
  const format = useFormat();
  const desk = useDesk();
  const [asked, setAsked] = useState("");
  const bringing = useDoing<unknown>();
  if (status.aside.length === 0) return null;
  return (
    <Stack gap="xs">
      <Text fw={600}>{words.aside}</Text>
      {status.aside.map((name) => (
        <Group key={name} justify="space-between" gap="sm">
          <Text className="figures">{format.time(timeOf(name)) || name}</Text>
          <ExplainedButton
            variant="default"
            size="xs"
            aria-label={`${words.bringBack} ${format.time(timeOf(name))}`}
            reason={status.task ? all.keeping.busyReason : undefined}
            onClick={() => setAsked(name)}
          >
            {words.bringBack}
          </ExplainedButton>
        </Group>
      ))}
      {bringing.error !== undefined && <FaultView error={bringing.error} />}
      {asked !== "" && (
        <AskFirst
          title={words.bringBack}
          text={words.bringBackAsk}
          confirm={words.bringBack}
          cancel={all.common.cancel}
          onConfirm={() => bringing.start(() => desk.call("keeping.bringBack", { aside: asked }))}
          onClose={() => setAsked("")}
        />
      )}
    </Stack>
  );
}

/** `before-restore-20261128-180102-…` is of 18:01:02 UTC that day. */
function timeOf(name: string): string {
  const found = /-(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)-/u.exec(name);
  if (!found) return "";
  const [, year, month, day, hour, minute, second] = found;
  return `${year ?? ""}-${month ?? ""}-${day ?? ""}T${hour ?? ""}:${minute ?? ""}:${second ?? ""}Z`;
}
