import { Alert, Group, Loader, NativeSelect, Stack, Text } from "@mantine/core";
import { IconInfoCircle, IconPlayerPlay, IconRefresh } from "@tabler/icons-react";
import { useState } from "react";
import { fitSettings, type ScanSettings } from "#shared/capture/scan-settings.ts";
import type { ScanDevice, ScanSession } from "#shared/contract/scan.ts";
import { belowProfile, type DocumentClass, documentClasses } from "#shared/rules/scan-profiles.ts";
import { FaultView, notifyFault } from "#renderer/app/fault-view.tsx";
import { useDesk } from "#renderer/app/session.tsx";
import { useAsked } from "#renderer/app/use-asked.ts";
import { useAskedAgain } from "#renderer/app/use-asked-again.ts";
import { useWords } from "#renderer/app/words.tsx";
import { Disclosure } from "#renderer/ui/disclosure.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import { AddByHand } from "./add-by-hand.tsx";
import { ProfileFields } from "./profile-fields.tsx";
import { ProfileSummary } from "./profile-summary.tsx";
import { ProfileTools } from "./profile-tools.tsx";
import { saySetting } from "./say-setting.ts";

type Target = { batchId: string; itemId: string };

export const keyOfDevice = ({ kind, id }: Pick<ScanDevice, "kind" | "id">) => `${kind}:${id}`;

/** Chooses a scanner and how it scans, and starts it. */
export function ScannerPane({ target, sessions }: { target: Target; sessions: readonly ScanSession[] }) {
  const words = useWords();
  const { scan } = words;
  const desk = useDesk();
  const devices = useAsked("scan-devices", () => desk.call("scan.devices", {}));
  const setup = useAskedAgain("scan-setup", () => desk.call("scan.setup", {}), ["scan.changed"]);
  const [chosenKey, setChosenKey] = useState("");
  const [documentClass, setDocumentClass] = useState<DocumentClass>("administrative");
  const [changes, setChanges] = useState<Partial<ScanSettings>>({});
  const [searching, setSearching] = useState(false);
  const scanners = (devices.value ?? []).filter(({ kind }) => kind !== "folder");
  const device = scanners.find((one) => keyOfDevice(one) === chosenKey) ?? scanners.find(({ here }) => here);
  const key = device ? keyOfDevice(device) : "";
  const able = useAsked(`able/${key}`, async () =>
    device?.here ? desk.call("scan.capabilities", { kind: device.kind, id: device.id }) : undefined,
  );
  if (!setup.value && setup.error !== undefined) return <FaultView error={setup.error} onRetry={setup.ask} />;
  if (!setup.value) return <Text c="dimmed">{words.common.loading}</Text>;
  const own = setup.value.profiles[documentClass];
  const asked = setup.value.locked ? own : { ...own, ...changes };
  const fitted = able.value ? fitSettings(asked, able.value) : { settings: asked, changed: [] };
  const running = sessions.some((one) => one.state === "feeding" && keyOfSession(one) === key);
  const start = () => {
    if (!device) return;
    const { kind, id } = device;
    const input = { device: { kind, id }, documentClass, settings: asked, ...target, sessionId: "" };
    desk.call("scan.start", input).catch((error: unknown) => notifyFault(words, error));
  };
  const reason = !device
    ? scan.chooseFirst
    : running
      ? scan.isRunning
      : belowProfile(documentClass, fitted.settings).length > 0
        ? scan.below
        : undefined;
  const search = () => {
    setSearching(true);
    devices.ask();
    void desk.call("scan.devices", {}).finally(() => setSearching(false));
  };
  return (
    <Stack gap="md">
      {devices.value === undefined || searching ? (
        <Group gap="sm" role="status">
          <Loader size="sm" aria-hidden />
          <Text>{scan.searching}</Text>
        </Group>
      ) : (
        <Group align="flex-end" gap="sm" wrap="nowrap">
          <NativeSelect
            flex={1}
            miw={0}
            label={scan.device}
            value={key}
            onChange={(event) => setChosenKey(event.currentTarget.value)}
            data={[
              ...(device ? [] : [{ value: "", label: scan.deviceNone }]),
              ...scanners.map((one) => ({
                value: keyOfDevice(one),
                label: one.here ? one.name : `${one.name} · ${scan.away}`,
              })),
            ]}
          />
          <ExplainedButton variant="default" leftSection={<IconRefresh size="1.1rem" />} onClick={search}>
            {scan.search}
          </ExplainedButton>
        </Group>
      )}
      {devices.value && scanners.length === 0 && (
        <Alert icon={<IconInfoCircle aria-hidden />} variant="light" title={scan.noDevices}>
          {scan.noDevicesHint}
        </Alert>
      )}
      <Disclosure label={scan.addScanner} opened={devices.value !== undefined && scanners.length === 0}>
        <AddByHand
          label={scan.address}
          hint={scan.addressHint}
          empty={scan.addressEmpty}
          forgettable={device?.kind === "escl" ? device : undefined}
          onAdd={(address) => desk.call("scan.addScanner", { address })}
          onChanged={(added) => {
            if (added) setChosenKey(keyOfDevice(added));
            devices.ask();
          }}
        />
      </Disclosure>
      <ProfileSummary documentClass={documentClass} settings={fitted.settings} setup={setup.value}>
        <Stack gap="sm">
          <NativeSelect
            label={scan.documentClass}
            value={documentClass}
            onChange={(event) => {
              setDocumentClass(event.currentTarget.value as DocumentClass);
              setChanges({});
            }}
            data={documentClasses.map((value) => ({ value, label: scan.classes[value] }))}
          />
          <ProfileFields
            documentClass={documentClass}
            settings={asked}
            able={able.value}
            locked={setup.value.locked}
            onChange={(change) => setChanges({ ...changes, ...change })}
          />
          <Group gap="sm">
            <ProfileTools
              documentClass={documentClass}
              settings={asked}
              setup={setup.value}
              onSaved={() => {
                setChanges({});
                setup.ask();
              }}
            />
          </Group>
        </Stack>
      </ProfileSummary>
      {fitted.changed.length > 0 && (
        <Alert icon={<IconInfoCircle aria-hidden />} color="yellow" variant="light" role="status">
          {scan.fitted(
            fitted.changed
              .map((field) => `${scan.settings[field]}: ${saySetting(scan, fitted.settings, field)}`)
              .join("; "),
          )}
        </Alert>
      )}
      {able.value?.waits === false && (
        <Text size="sm" c="dimmed">
          {scan.feedsAhead}
        </Text>
      )}
      <Group>
        <ExplainedButton
          size="md"
          leftSection={<IconPlayerPlay size="1.2rem" />}
          reason={reason}
          onClick={start}
        >
          {scan.start}
        </ExplainedButton>
      </Group>
    </Stack>
  );
}

function keyOfSession({ kind, deviceId }: ScanSession): string {
  return keyOfDevice({ kind, id: deviceId });
}
