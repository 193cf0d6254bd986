import { Alert } from "@mantine/core";
import { IconClockExclamation } from "@tabler/icons-react";
import { isOff } from "#shared/base/clock-drift.ts";
import type { SyncStatus } from "#shared/contract/session.ts";
import { tellSpan } from "#renderer/app/tell-span.ts";
import { useWords } from "#renderer/app/words.tsx";

/** Says how far this machine's clock is from the province's, where it is more than some minutes; blocks nothing. */
export function ClockNotice({ status }: { status: SyncStatus }) {
  const words = useWords().clock;
  const ahead = status.clockAheadMs ?? 0;
  if (!isOff(ahead)) return null;
  const span = tellSpan(ahead, words);
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
