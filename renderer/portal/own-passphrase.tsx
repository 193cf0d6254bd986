import { Button, Paper, PasswordInput, Stack, Text, Title } from "@mantine/core";
import { type SubmitEvent, useState } from "react";
import { type Reader, readerSchema } from "#shared/portal/reader.ts";
import { useWords } from "#renderer/app/words.tsx";
import { ask } from "./ask.ts";
import { LeaveInstead } from "./leave-instead.tsx";
import { PortalFaultView } from "./portal-fault.tsx";

/** Choosing a passphrase in place of the one that was handed over. */
export function OwnPassphrase(props: { onChosen: (reader: Reader) => void; onLeave: () => void }) {
  const words = useWords().portal;
  const [old, setOld] = useState("");
  const [next, setNext] = useState("");
  const [again, setAgain] = useState("");
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const differs = again !== "" && again !== next;
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (next !== again) {
      setAgain(again || " ");
      return;
    }
    setBusy(true);
    setError(undefined);
    ask(readerSchema, "passphrase", { old, next })
      .then(props.onChosen, setError)
      .finally(() => setBusy(false));
  };
  const field = (label: string, value: string, set: (value: string) => void, kind: "current" | "new") => (
    <PasswordInput
      label={label}
      value={value}
      onChange={({ currentTarget }) => set(currentTarget.value)}
      autoComplete={`${kind}-password`}
      required
      withAsterisk={false}
    />
  );
  return (
    <Paper
      component="main"
      withBorder
      p="xl"
      w="calc(100% - 2rem)"
      maw="28rem"
      mx="auto"
      my="12vh"
      radius="lg"
    >
      <form onSubmit={submit}>
        <Stack gap="md">
          <Title order={1} fz="1.5rem">
            {words.own.title}
          </Title>
          <Text>{words.own.hint}</Text>
          {error !== undefined && <PortalFaultView error={error} />}
          {field(words.own.old, old, setOld, "current")}
          {field(words.own.next, next, setNext, "new")}
          {field(words.own.again, again, setAgain, "new")}
          {differs && (
            <Text c="red" role="alert">
              {words.own.differ}
            </Text>
          )}
          <Button type="submit" loading={busy}>
            {words.own.submit}
          </Button>
        </Stack>
      </form>
      <LeaveInstead onLeave={props.onLeave} />
    </Paper>
  );
}
