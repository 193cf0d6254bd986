import { Button, Group, Radio, Stack, Text, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import type { CallOutput } from "#shared/contract/desk.ts";
import type { HubState } from "#shared/contract/hub.ts";
import { FaultView } from "#renderer/app/fault-view.tsx";
import { useDesk } from "#renderer/app/session.tsx";
import { useDoing } from "#renderer/app/use-doing.ts";
import { useWords } from "#renderer/app/words.tsx";
import { Section } from "#renderer/ui/section.tsx";

/** Finds a hub, or takes a typed address, and pairs with it by the code that it shows. */
export function JoinPart({ onDone }: { onDone: () => void }) {
  const words = useWords().hub.join;
  const desk = useDesk();
  const looking = useDoing<CallOutput<"hub.find">>();
  const pairing = useDoing<HubState>();
  const [address, setAddress] = useState("");
  const [code, setCode] = useState("");
  const [lacks, setLacks] = useState<{ address?: string; code?: string }>({});
  const pair = () => {
    const found = {
      ...(address.trim() === "" ? { address: words.lacks.address } : {}),
      ...(code.replace(/[^0-9a-z]/gi, "").length === 8 ? {} : { code: words.lacks.code }),
    };
    setLacks(found);
    if (Object.keys(found).length > 0) return;
    pairing.start(async () => {
      const state = await desk.call("hub.pair", { address: address.trim(), code });
      notifications.show({ message: words.paired(state.joined?.name ?? "") });
      setCode("");
      onDone();
      return state;
    });
  };
  const hubs = looking.value?.hubs;
  return (
    <Section title={words.title} hint={words.hint}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          pair();
        }}
      >
        <Stack>
          <Group>
            <Button
              variant="default"
              loading={looking.busy}
              onClick={() => looking.start(() => desk.call("hub.find", {}))}
            >
              {words.find}
            </Button>
            <Text role="status" size="sm" c="dimmed" maw="34rem">
              {looking.busy ? words.finding : hubs?.length === 0 ? words.none : ""}
            </Text>
          </Group>
          {looking.error !== undefined && <FaultView error={looking.error} />}
          {hubs && hubs.length > 0 && (
            <Radio.Group label={words.found} value={address} onChange={setAddress}>
              <Stack gap="xs" mt="xs">
                {hubs.map((hub) => (
                  <Radio key={hub.id} value={hub.address} label={hub.name} description={hub.address} />
                ))}
              </Stack>
            </Radio.Group>
          )}
          <TextInput
            label={words.address}
            description={words.addressHint}
            value={address}
            onChange={(event) => setAddress(event.currentTarget.value)}
            error={lacks.address}
            inputMode="url"
            autoComplete="off"
          />
          <TextInput
            label={words.code}
            description={words.codeHint}
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
            error={lacks.code}
            autoComplete="off"
            spellCheck={false}
            maw="18rem"
          />
          {pairing.error !== undefined && <FaultView error={pairing.error} />}
          <Group>
            <Button type="submit" loading={pairing.busy}>
              {words.pair}
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}
