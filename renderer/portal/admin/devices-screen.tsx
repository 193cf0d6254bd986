import { NativeSelect, Group, Stack, Text, TextInput } from "@mantine/core";
import { IconDeviceLaptop } from "@tabler/icons-react";
import { useState } from "react";
import { foldedWords } from "#shared/base/fold.ts";
import { readMoment } from "#shared/base/moment.ts";
import { type PortalDevice, type PortalDevices, portalDevicesSchema } from "#shared/contract/portal-admin.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";
import { EmptyState } from "#renderer/ui/empty-state.tsx";
import { PageHeader } from "#renderer/ui/page-header.tsx";
import { ReasonDialog } from "#renderer/ui/reason-dialog.tsx";
import { tell } from "#renderer/portal/ask.ts";
import { PortalFaultView } from "#renderer/portal/portal-fault.tsx";
import { useAnswer } from "#renderer/portal/use-answer.ts";
import { AdminFrame } from "./admin-frame.tsx";
import { DeviceRow, type DeviceState, deviceStates } from "./device-row.tsx";
import { tellEdition } from "./tell-edition.ts";

/** Not having asked for so long is worth a word: a machine in use asks each day. */
const quietAfter = 14 * 24 * 3_600_000;
const shortestReason = 5;

/** The machines of the units: when each last asked, what of it is not in the store, and shutting it out. */
export function DevicesScreen() {
  const words = useWords().portal.admin.devices;
  const { value, error, again } = useAnswer(portalDevicesSchema, "admin/devices");
  const [leaving, setLeaving] = useState<PortalDevice>();
  const [failed, setFailed] = useState<unknown>();
  const revoke = (device: PortalDevice, reason: string) => {
    setLeaving(undefined);
    setFailed(undefined);
    tell(`admin/devices/${encodeURIComponent(device.id)}/revoked`, { reason })
      .catch(setFailed)
      .finally(again);
  };
  return (
    <AdminFrame>
      <div>
        <PageHeader title={words.title} subtitle={words.subtitle} />
        {error !== undefined && <PortalFaultView error={error} onRetry={again} />}
        {failed !== undefined && <PortalFaultView error={failed} />}
        {value?.devices.length === 0 && (
          <EmptyState Icon={IconDeviceLaptop} title={words.none} hint={words.noneHint} />
        )}
        {value && value.devices.length > 0 && <Devices {...value} onRevoke={setLeaving} />}
      </div>
      {leaving && (
        <ReasonDialog
          title={words.revokeOf(leaving.name || leaving.id)}
          hint={words.happens(leaving.name || leaving.id, leaving.unitName)}
          label={words.reason}
          confirm={words.confirm}
          cancel={words.cancel}
          maxLength={500}
          shortest={shortestReason}
          onConfirm={(reason) => revoke(leaving, reason)}
          onClose={() => setLeaving(undefined)}
        />
      )}
    </AdminFrame>
  );
}

function Devices(props: PortalDevices & { onRevoke: (device: PortalDevice) => void }) {
  const words = useWords().portal.admin.devices;
  const { count } = useFormat();
  const [text, setText] = useState("");
  const [state, setState] = useState<Shown>();
  const wanted = foldedWords(text);
  const found = props.devices
    .map((device) => ({ device, state: stateOf(device, props.now) }))
    .filter(
      (one) =>
        state === undefined ||
        one.state === state ||
        (state === "lacking" && isLacking(one)) ||
        (state === "tooOld" && isTooOld(one)),
    )
    .filter(({ device }) => {
      const inRow = foldedWords(`${device.name} ${device.unitName} ${device.id}`);
      return wanted.every((word) => inRow.some((one) => one.startsWith(word)));
    });
  return (
    <Stack gap="md">
      <Handed {...props.rules} />
      <Group align="flex-end" gap="md">
        <TextInput
          label={words.find}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
          flex="1 1 16rem"
          maw="28rem"
        />
        <NativeSelect
          label={words.which}
          value={state ?? ""}
          onChange={({ currentTarget: { value } }) => setState(shownStates.find((one) => one === value))}
          data={[
            { value: "", label: words.all },
            ...deviceStates.map((value) => ({ value, label: words.states[value] })),
            { value: "lacking", label: words.lacking },
            { value: "tooOld", label: words.tooOldOnly },
          ]}
        />
      </Group>
      {found.length === 0 && (
        <Text c="dimmed" role="status">
          {words.nothing}
        </Text>
      )}
      <Stack component="section" aria-label={words.list} gap={0}>
        {found.map((one) => (
          <DeviceRow
            key={one.device.id}
            {...one}
            handed={props.rules}
            onRevoke={() => props.onRevoke(one.device)}
          />
        ))}
      </Stack>
      {props.total > props.devices.length && (
        <Text size="sm">{words.shown(count(props.devices.length), count(props.total))}</Text>
      )}
    </Stack>
  );
}

const shownStates = [...deviceStates, "lacking", "tooOld"] as const;

type Shown = (typeof shownStates)[number];

function isLacking({ device, state }: { device: PortalDevice; state: DeviceState }): boolean {
  return state !== "revoked" && device.rules?.behind === true;
}

function isTooOld({ device, state }: { device: PortalDevice; state: DeviceState }): boolean {
  return state !== "revoked" && device.tooOld;
}

/** Which rules and tables of units machines are given, and how many do not have them. */
function Handed({ pack, amended, behind, silent, needs, tooOld }: PortalDevices["rules"]) {
  const words = useWords().portal.admin.devices;
  const { count } = useFormat();
  if (pack === 0 && amended === 0) return <Text size="sm">{words.rulesNone}</Text>;
  const told = [
    words.rulesStanding(tellEdition({ pack, amended }, words, count)),
    behind > 0 ? words.behind(count(behind)) : words.rulesAll,
    ...(tooOld > 0 ? [words.tooOldCount(count(tooOld), needs)] : []),
    ...(silent > 0 ? [words.silent(count(silent))] : []),
  ];
  return <Text size="sm">{told.join(" ")}</Text>;
}

function stateOf({ revokedAt, seenAt }: PortalDevice, now: string): DeviceState {
  if (revokedAt !== "") return "revoked";
  if (seenAt === "") return "never";
  return readMoment(now) - readMoment(seenAt) > quietAfter ? "quiet" : "active";
}
