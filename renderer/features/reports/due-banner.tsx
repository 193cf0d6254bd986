import { Alert, Stack, Text } from "@mantine/core";
import { IconAlarm, IconCircleCheck, IconClockHour1 } from "@tabler/icons-react";
import type { ReportDraft } from "#shared/contract/reports.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";

const looks = {
  quiet: { color: "blue", Icon: IconClockHour1 },
  soon: { color: "yellow", Icon: IconAlarm },
  late: { color: "red", Icon: IconAlarm },
  done: { color: "green", Icon: IconCircleCheck },
} as const;

/** How the day's report stands to 13:00, and from when the figures of other machines are. */
export function DueBanner({ draft }: { draft: ReportDraft }) {
  const words = useWords().reports;
  const format = useFormat();
  const { state, minutes } = draft.due;
  const { color, Icon } = looks[state];
  const span = words.span(Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60);
  const last = draft.made.at(-1);
  const line = state === "done" ? words.due.done(format.time(last?.madeAt ?? "")) : words.due[state](span);
  return (
    <Alert color={color} icon={<Icon />} role="status" variant="light" title={line}>
      <Stack gap={0}>
        <Text size="sm">
          {draft.heardAt === "" ? words.neverHeard : words.heard(format.time(draft.heardAt))}
        </Text>
      </Stack>
    </Alert>
  );
}
