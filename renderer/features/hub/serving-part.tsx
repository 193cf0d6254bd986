import { Button, Group, Stack, Text } from "@mantine/core";
import { IconAccessPoint } from "@tabler/icons-react";
import { faultCodes } from "#shared/contract/fault.ts";
import type { HubState } from "#shared/contract/hub.ts";
import { FaultView } from "#renderer/app/fault-view.tsx";
import { useDesk } from "#renderer/app/session.tsx";
import { useDoing } from "#renderer/app/use-doing.ts";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import { FaultNotice } from "#renderer/ui/fault-notice.tsx";
import { KeyValues } from "#renderer/ui/key-values.tsx";
import { Section } from "#renderer/ui/section.tsx";
import { StateBadge } from "#renderer/ui/state-badge.tsx";
import { AsidePart } from "./aside-part.tsx";
import { MachineTable } from "./machine-table.tsx";
import { PairingCode } from "./pairing-code.tsx";

type Serving = HubState["serving"];

/** This machine as the hub: where it is reached, the code by which others pair, and who did. */
export function ServingPart({ serving, onDone }: { serving: Serving; onDone: () => void }) {
  const all = useWords();
  const words = all.hub.serving;
  const desk = useDesk();
  const turning = useDoing<HubState>();
  const turn = (on: boolean) => turning.start(() => desk.call("hub.serve", { on }).finally(onDone));
  const problem = faultCodes.find((code) => code === serving.problem);
  return (
    <Section
      title={words.title}
      hint={words.hint}
      actions={serving.on && <StateBadge Icon={IconAccessPoint} label={words.on} color="lacquer" />}
    >
      <Stack>
        {turning.error !== undefined && <FaultView error={turning.error} />}
        {problem && <FaultNotice {...all.faults[problem]} />}
        {serving.on ? (
          <>
            <KeyValues
              rows={[
                {
                  name: words.address,
                  value: <Addresses all={serving.addresses} none={words.noAddress} />,
                },
                { name: words.mark, value: serving.mark },
              ]}
            />
            <Text size="sm" c="dimmed">
              {words.firewall}
            </Text>
            <PairingCode serving={serving} onDone={onDone} />
            <MachineTable machines={serving.machines} onDone={onDone} />
            <AsidePart />
            <Group>
              <Button variant="default" loading={turning.busy} onClick={() => turn(false)}>
                {words.turnOff}
              </Button>
            </Group>
          </>
        ) : (
          <>
            <Text>
              {words.off}
              {serving.machines.length > 0 && ` ${words.offKept(serving.machines.length)}`}
            </Text>
            {serving.obstacle !== "" && (
              <Text size="sm" c="dimmed">
                {words.obstacles[serving.obstacle]}
              </Text>
            )}
            <Group>
              <ExplainedButton
                reason={words.obstacles[serving.obstacle]}
                loading={turning.busy}
                onClick={() => turn(true)}
              >
                {words.turnOn}
              </ExplainedButton>
            </Group>
          </>
        )}
      </Stack>
    </Section>
  );
}

function Addresses({ all, none }: { all: readonly string[]; none: string }) {
  if (all.length === 0) return <Text c="dimmed">{none}</Text>;
  return (
    <Stack gap={0}>
      {all.map((address) => (
        <Text key={address} fw={600} className="figures">
          {address}
        </Text>
      ))}
    </Stack>
  );
}
