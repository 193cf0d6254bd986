import { Button, Paper, PasswordInput, Stack, Text, TextInput, Title } from "@mantine/core";
import { type SubmitEvent, useEffect, useState } from "react";
import { type Reader, readerSchema } from "#shared/portal/reader.ts";
import { useWords } from "#renderer/app/words.tsx";
import { ask, PortalFault } from "./ask.ts";
import { readEntryPlace } from "./entry-place.ts";
import { CodeInput } from "./factor-setup.tsx";
import { PortalFaultView } from "./portal-fault.tsx";
import { ProviderButton, ProviderCode } from "./provider-entry.tsx";

/** The door: a name and a passphrase, or the province's accounts, and the code of those who have a second factor. */
export function EnterScreen({ onEntered }: { onEntered: (reader: Reader) => void }) {
  const words = useWords().portal;
  const [place] = useState(() => readEntryPlace(window.location.hash));
  const [asksCode, setAsksCode] = useState(place.kind === "code");
  const [error, setError] = useState<unknown>(() =>
    place.kind === "fault" ? new PortalFault(place.code) : undefined,
  );
  useEffect(() => {
    // Told once: who loads the page anew did not try again.
    if (place.kind === "fault") window.history.replaceState(null, "", "#/");
  }, [place]);
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
      <Stack gap="md">
        <div>
          <Text c="dimmed" size="sm">
            {words.province}
          </Text>
          <Title order={1} fz="1.5rem">
            {words.title}
          </Title>
        </div>
        {asksCode ? (
          <ProviderCode
            onEntered={onEntered}
            onBack={(fault) => {
              window.history.replaceState(null, "", "#/");
              setError(fault);
              setAsksCode(false);
            }}
          />
        ) : (
          <>
            <Text>{words.enter.hint}</Text>
            {error !== undefined && <PortalFaultView error={error} />}
            <PassphraseForm onEntered={onEntered} onFault={setError} />
            <ProviderButton onFault={setError} />
            <Text size="sm" c="dimmed">
              {words.enter.help}
            </Text>
          </>
        )}
      </Stack>
    </Paper>
  );
}

function PassphraseForm(props: { onEntered: (reader: Reader) => void; onFault: (error: unknown) => void }) {
  const words = useWords().portal;
  const [login, setLogin] = useState("");
  const [passphrase, setPassphrase] = useState("");
  const [code, setCode] = useState<string>();
  const [busy, setBusy] = useState(false);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setBusy(true);
    props.onFault(undefined);
    ask(readerSchema, "enter", { login, passphrase, ...(code !== undefined && { code }) })
      .then(props.onEntered, (fault: unknown) => {
        const asksCode = fault instanceof PortalFault && fault.code === "code-needed";
        if (asksCode) setCode("");
        else props.onFault(fault);
      })
      .finally(() => setBusy(false));
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <TextInput
          label={words.enter.login}
          value={login}
          onChange={({ currentTarget }) => setLogin(currentTarget.value)}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          withAsterisk={false}
          data-autofocus
        />
        <PasswordInput
          label={words.enter.passphrase}
          value={passphrase}
          onChange={({ currentTarget }) => setPassphrase(currentTarget.value)}
          autoComplete="current-password"
          required
          withAsterisk={false}
        />
        {code !== undefined && (
          <>
            <Text>{words.factor.asked}</Text>
            <CodeInput label={words.factor.code} value={code} onChange={setCode} />
          </>
        )}
        <Button type="submit" loading={busy}>
          {words.enter.submit}
        </Button>
      </Stack>
    </form>
  );
}
