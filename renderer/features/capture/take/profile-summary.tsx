import { Group, Paper, Stack, Text } from "@mantine/core";
import { IconLock } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { ScanSettings } from "#shared/capture/scan-settings.ts";
import type { ScanSetup } from "#shared/contract/scan.ts";
import type { DocumentClass } from "#shared/rules/scan-profiles.ts";
import { useWords } from "#renderer/app/words.tsx";
import { Disclosure } from "#renderer/ui/disclosure.tsx";
import { saySetting } from "./say-setting.ts";

const fields = ["dpi", "colour", "duplex", "paper", "source"] as const;

/** How the next stack is scanned, in one line; the fields themselves are seldom needed. */
export function ProfileSummary(props: {
  documentClass: DocumentClass;
  settings: ScanSettings;
  setup: ScanSetup;
  children: ReactNode;
}) {
  const { scan } = useWords();
  const { documentClass, settings, setup } = props;
  return (
    <Paper withBorder p="sm" radius="md">
      <Stack gap="xs">
        <Group gap="0.4rem">
          <Text fw={600}>{scan.classes[documentClass]}</Text>
          {setup.locked && (
            <Group gap="0.3rem">
              <IconLock size="1rem" aria-hidden />
              <Text size="sm">{scan.locked(setup.lockedBy)}</Text>
            </Group>
          )}
        </Group>
        <Text size="sm" className="figures">
          {fields.map((field) => saySetting(scan, settings, field)).join(" · ")}
        </Text>
        <Disclosure label={scan.change}>{props.children}</Disclosure>
      </Stack>
    </Paper>
  );
}
