import { Alert } from "@mantine/core";
import { IconClockExclamation } from "@tabler/icons-react";
import { partsOfSpan, shownDrift } from "#shared/base/clock-drift.ts";
import type { SyncStatus } from "#shared/contract/session.ts";
import { useWords } from "#renderer/app/words.tsx";

/** Says how far this machine's clock is from the province's, where it is more than some minutes; blocks nothing. */
export function ClockNotice({ status }: { status: SyncStatus }) {
  const words = useWords().clock;
  const ahead = status.clockAheadMs ?? 0;
  if (Math.abs(ahead) <= shownDrift) return null;
  const { days, hours, minutes } = partsOfSpan(ahead);
  const span = [
    days > 0 ? words.days(days) : "",
    hours > 0 ? words.hours(hours) : "",
    minutes > 0 && days === 0 ? words.minutes(minutes) : "",
  ]
    .filter((part) => part !== "")
    .join(" ");
  return (
    <Alert
      variant="light"
      color="yellow"
      icon={<IconClockExclamation aria-hidden />}
      title={ahead > 0 ? words.ahead(span) : words.behind(span)}
    >
      {words.what}
    </Alert>
  );
}
