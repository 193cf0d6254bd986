import { Alert, Anchor, Group } from "@mantine/core";
import { IconAlarm } from "@tabler/icons-react";
import { useEffect } from "react";
import { Link, useLocation } from "wouter";
import type { Profile } from "#shared/archive/profile.ts";
import { may } from "#shared/archive/permissions.ts";
import { toReports } from "#renderer/app/addresses.ts";
import { useDesk } from "#renderer/app/session.tsx";
import { useAskedAgain } from "#renderer/app/use-asked-again.ts";
import { useWords } from "#renderer/app/words.tsx";

const minute = 60_000;

/** From 12:30, above every screen but the report's own: that the day's report is to be made, or late. */
export function ReportDue({ profile }: { profile: Profile }) {
  const [location] = useLocation();
  const reports = may(profile.role, "report") && profile.role !== "province-officer";
  return reports && !location.startsWith(toReports()) ? <DueLine /> : null;
}

function DueLine() {
  const desk = useDesk();
  const words = useWords().reports;
  const { value, ask } = useAskedAgain("report due", () => desk.call("reports.due", {}), ["records.changed"]);
  useEffect(() => {
    const timer = window.setInterval(ask, minute);
    return () => window.clearInterval(timer);
  }, [ask]);
  if (value?.state !== "soon" && value?.state !== "late") return null;
  const span = words.span(Math.floor(value.minutes / 60), value.minutes % 60);
  return (
    <Alert
      color={value.state === "late" ? "red" : "yellow"}
      variant="light"
      icon={<IconAlarm aria-hidden />}
      mb="lg"
      py="xs"
      role="status"
    >
      <Group gap="md">
        {words.due[value.state](span)}
        <Anchor component={Link} href={toReports()} fw={600}>
          {words.openDue}
        </Anchor>
      </Group>
    </Alert>
  );
}
