import { Alert, Stack, Text } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck, IconEye, IconHandStop } from "@tabler/icons-react";
import type { PortalHealth } from "#shared/contract/portal-admin.ts";
import { type Finding, findingsOf, type Urgency } from "#shared/portal/province-findings.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";

const looks = {
  stop: { Icon: IconHandStop, color: "red" },
  act: { Icon: IconAlertTriangle, color: "orange" },
  watch: { Icon: IconEye, color: "yellow" },
} as const satisfies Record<Urgency, object>;

/** What is wrong with the province: what fails, what is safe all the same, what is to be done; or that all is well. */
export function FindingList({ health }: { health: PortalHealth }) {
  const words = useWords().portal.admin.health;
  const findings = findingsOf(health);
  if (findings.length === 0)
    return (
      <Alert color="green" variant="light" icon={<IconCircleCheck aria-hidden />} title={words.well}>
        {words.wellHint}
      </Alert>
    );
  return (
    <Stack component="section" aria-label={words.list} gap="sm">
      {findings.map((finding) => (
        <FindingView key={finding.code} finding={finding} />
      ))}
    </Stack>
  );
}

function FindingView({ finding: { code, urgency, count, names } }: { finding: Finding }) {
  const words = useWords().portal.admin.health;
  const format = useFormat();
  const { Icon, color } = looks[urgency];
  const told = words.findings[code];
  const amount = code === "room-low" ? format.bytes(count) : format.count(count);
  return (
    <Alert
      color={color}
      variant={urgency === "watch" ? "default" : "light"}
      icon={<Icon color={`var(--mantine-color-${color}-text)`} aria-hidden />}
      title={`${words.urgencies[urgency]}: ${told.what(amount, names.join(", "))}`}
      styles={{ title: { color: "var(--mantine-color-text)", fontSize: "var(--mantine-font-size-md)" } }}
    >
      <Text>
        <Text span fw={600}>
          {words.safe}
        </Text>{" "}
        {told.safe}
      </Text>
      <Text>
        <Text span fw={600}>
          {words.next}
        </Text>{" "}
        {told.next}
      </Text>
    </Alert>
  );
}
