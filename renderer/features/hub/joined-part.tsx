import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import { useState } from "react";
import type { HubState } from "#shared/contract/hub.ts";
import { FaultView } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { useDesk } from "#renderer/app/session.tsx";
import { useDoing } from "#renderer/app/use-doing.ts";
import { useWords } from "#renderer/app/words.tsx";
import { AskFirst } from "#renderer/ui/ask-first.tsx";
import { KeyValues } from "#renderer/ui/key-values.tsx";
import { Section } from "#renderer/ui/section.tsx";

/** The hub that this machine is paired with: through what it sends now, and the ways to change that. */
export function JoinedPart(props: { joined: NonNullable<HubState["joined"]>; onDone: () => void }) {
  const { joined, onDone } = props;
  const all = useWords();
  const words = all.hub.joined;
  const format = useFormat();
  const desk = useDesk();
  const doing = useDoing<HubState>();
  const [leaving, setLeaving] = useState(false);
  const throughHub = joined.active && !joined.otherUnit;
  return (
    <Section title={words.title} hint={words.hint}>
      <Stack>
        {doing.error !== undefined && <FaultView error={doing.error} />}
        {joined.otherUnit && <Alert color="orange">{words.otherUnit}</Alert>}
        <KeyValues
          rows={[
            { name: words.name, value: joined.name },
            { name: words.address, value: joined.address },
            { name: words.mark, value: joined.mark },
            { name: words.since, value: format.time(joined.pairedAt) },
            { name: words.through, value: throughHub ? words.throughHub : words.throughProvince },
          ]}
        />
        <Text size="sm">{words.safe}</Text>
        <Group>
          {!joined.otherUnit && (
            <Button
              variant={joined.active ? "default" : "filled"}
              loading={doing.busy}
              onClick={() =>
                doing.start(() => desk.call("hub.use", { active: !joined.active }).finally(onDone))
              }
            >
              {joined.active ? words.toProvince : words.toHub}
            </Button>
          )}
          <Button variant="default" loading={doing.busy} onClick={() => setLeaving(true)}>
            {words.leave}
          </Button>
        </Group>
        {joined.active && !joined.otherUnit && (
          <Text size="sm" c="dimmed">
            {words.toProvinceHint}
          </Text>
        )}
      </Stack>
      {leaving && (
        <AskFirst
          title={words.leaveAsk}
          text={words.leaveEffect}
          confirm={words.leave}
          cancel={all.common.cancel}
          onClose={() => setLeaving(false)}
          onConfirm={() => doing.start(() => desk.call("hub.leave", {}).finally(onDone))}
        />
      )}
    </Section>
  );
}
