import { Button, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { useState } from "react";
import { readerSchema } from "#shared/portal/reader.ts";
import { useWords } from "#renderer/app/words.tsx";
import { ask, tell } from "./ask.ts";
import { CodeInput, FactorSetup, PassphraseInput, useSubmit } from "./factor-setup.tsx";
import { PortalFaultView } from "./portal-fault.tsx";
import { usePortal } from "./use-portal.tsx";

/** One's own second factor: whether it is on; setting it up, moving it to another phone, turning it off. */
export function FactorScreen() {
  const { reader, change } = usePortal();
  const [doing, setDoing] = useState<"renew" | "off">();
  const cancel = () => setDoing(undefined);
  const done = () => {
    void ask(readerSchema, "me")
      .then(change, () => change(undefined))
      .finally(cancel);
  };
  return (
    <Paper withBorder p="xl" maw="30rem" mx="auto" radius="lg">
      {!reader.secondFactor ? (
        <FactorSetup key="first" onDone={done} />
      ) : doing === "renew" ? (
        <FactorSetup key="next" renewing onDone={done} onCancel={cancel} />
      ) : doing === "off" ? (
        <TurnOff onDone={done} onCancel={cancel} />
      ) : (
        <IsOn
          mustKeep={reader.mustKeep === true}
          onRenew={() => setDoing("renew")}
          onOff={() => setDoing("off")}
        />
      )}
    </Paper>
  );
}

function IsOn(props: { mustKeep: boolean; onRenew: () => void; onOff: () => void }) {
  const words = useWords().portal.factor;
  return (
    <Stack gap="md">
      <Title order={1} fz="1.5rem">
        {words.title}
      </Title>
      <Text fw={600}>{words.on}</Text>
      <Text>{words.lost}</Text>
      {props.mustKeep && <Text>{words.mustKeep}</Text>}
      <Group>
        <Button variant="default" onClick={props.onRenew}>
          {words.renew}
        </Button>
        {!props.mustKeep && (
          <Button variant="default" onClick={props.onOff}>
            {words.turnOff}
          </Button>
        )}
      </Group>
    </Stack>
  );
}

function TurnOff(props: { onDone: () => void; onCancel: () => void }) {
  const { portal } = useWords();
  const words = portal.factor;
  const [passphrase, setPassphrase] = useState("");
  const [code, setCode] = useState("");
  const { error, busy, submit } = useSubmit(() =>
    tell("factor/off", { passphrase, code }).then(props.onDone),
  );
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <Title order={1} fz="1.5rem">
          {words.turnOff}
        </Title>
        <Text>{words.offWhy}</Text>
        {error !== undefined && <PortalFaultView error={error} />}
        <PassphraseInput label={portal.enter.passphrase} value={passphrase} onChange={setPassphrase} />
        <CodeInput label={words.present} value={code} onChange={setCode} isFirst={false} />
        <Group grow>
          <Button variant="default" onClick={props.onCancel}>
            {words.cancel}
          </Button>
          <Button type="submit" color="red" loading={busy}>
            {words.offConfirm}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
