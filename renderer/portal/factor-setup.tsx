import {
  Anchor,
  Button,
  Code,
  Group,
  List,
  PasswordInput,
  Stack,
  Text,
  TextInput,
  Title,
} from "@mantine/core";
import { type SubmitEvent, useState } from "react";
import { type FactorBegun, factorBegunSchema, recoveryCodesSchema } from "#shared/contract/portal.ts";
import { useWords } from "#renderer/app/words.tsx";
import { QrPicture } from "#renderer/ui/qr-picture.tsx";
import { ask } from "./ask.ts";
import { PortalFaultView } from "./portal-fault.tsx";

/**
 * Setting up a second factor, or another in its place: the passphrase (and a code of the one in use), a QR code for the
 * phone, a first code, and the recovery codes once.
 */
export function FactorSetup(props: {
  renewing?: boolean;
  /** The province asks it of this person before anything else. */
  required?: boolean;
  onDone: () => void;
  onCancel?: () => void;
}) {
  const { renewing = false, onDone } = props;
  const words = useWords().portal.factor;
  const [begun, setBegun] = useState<FactorBegun>();
  const [recovery, setRecovery] = useState<string[]>();
  return (
    <Stack gap="md">
      <Title order={1} fz="1.5rem">
        {renewing ? words.renew : words.title}
      </Title>
      {props.required && !recovery && <Text fw={600}>{words.required}</Text>}
      {recovery ? (
        <RecoveryCodes codes={recovery} onDone={onDone} />
      ) : begun ? (
        <Confirm begun={begun} onConfirmed={setRecovery} />
      ) : (
        <Begin renewing={renewing} onBegun={setBegun} onCancel={props.onCancel} />
      )}
    </Stack>
  );
}

function Begin(props: {
  renewing: boolean;
  onBegun: (begun: FactorBegun) => void;
  onCancel: (() => void) | undefined;
}) {
  const { portal } = useWords();
  const words = portal.factor;
  const [passphrase, setPassphrase] = useState("");
  const [code, setCode] = useState("");
  const { renewing } = props;
  const { error, busy, submit } = useSubmit(() =>
    ask(
      factorBegunSchema,
      renewing ? "factor/renewed" : "factor",
      renewing ? { passphrase, code } : { passphrase },
    ).then(props.onBegun),
  );
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <Text>{renewing ? words.renewWhy : words.why}</Text>
        {!renewing && (
          <Text size="sm" c="dimmed">
            {words.apps}
          </Text>
        )}
        {error !== undefined && <PortalFaultView error={error} />}
        <PassphraseInput label={portal.enter.passphrase} value={passphrase} onChange={setPassphrase} />
        {renewing && <CodeInput label={words.present} value={code} onChange={setCode} isFirst={false} />}
        <Group grow>
          {props.onCancel && (
            <Button variant="default" onClick={props.onCancel}>
              {words.cancel}
            </Button>
          )}
          <Button type="submit" loading={busy}>
            {words.begin}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Confirm(props: { begun: FactorBegun; onConfirmed: (recovery: string[]) => void }) {
  const words = useWords().portal.factor;
  const [code, setCode] = useState("");
  const { error, busy, submit } = useSubmit(() =>
    ask(recoveryCodesSchema, "factor/confirmed", { code }).then(({ recovery }) =>
      props.onConfirmed(recovery),
    ),
  );
  const { address, secret } = props.begun;
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <Text>{words.scan}</Text>
        <QrPicture text={address} label={words.picture} />
        <Anchor href={address} hiddenFrom="md" ta="center">
          {words.here}
        </Anchor>
        <div>
          <Text size="sm">{words.typed}</Text>
          <Code block fz="1rem" ta="center" style={{ whiteSpace: "pre-wrap" }}>
            {(secret.match(/.{1,4}/g) ?? []).join(" ")}
          </Code>
        </div>
        {error !== undefined && <PortalFaultView error={error} />}
        <CodeInput label={words.first} value={code} onChange={setCode} />
        <Button type="submit" loading={busy}>
          {words.confirm}
        </Button>
      </Stack>
    </form>
  );
}

function RecoveryCodes({ codes, onDone }: { codes: string[]; onDone: () => void }) {
  const words = useWords().portal.factor;
  return (
    <Stack gap="md">
      <Text fw={600}>{words.on}</Text>
      <Text>{words.recovery}</Text>
      <List listStyleType="none" aria-label={words.recoveryList} styles={{ root: { columns: 2 } }}>
        {codes.map((code) => (
          <List.Item key={code}>
            <Code fz="1rem">{code}</Code>
          </List.Item>
        ))}
      </List>
      <Group justify="flex-end">
        <Button onClick={onDone}>{words.done}</Button>
      </Group>
    </Stack>
  );
}

/** One's own passphrase, asked once more. */
export function PassphraseInput(props: { label: string; value: string; onChange: (text: string) => void }) {
  return (
    <PasswordInput
      label={props.label}
      value={props.value}
      onChange={({ currentTarget }) => props.onChange(currentTarget.value)}
      autoComplete="current-password"
      required
      withAsterisk={false}
    />
  );
}

/** A code of the phone, or a recovery code. */
export function CodeInput(props: {
  label: string;
  value: string;
  onChange: (code: string) => void;
  /** Whether nothing is to be typed before it. */
  isFirst?: boolean;
}) {
  return (
    <TextInput
      label={props.label}
      value={props.value}
      onChange={({ currentTarget }) => props.onChange(currentTarget.value)}
      autoComplete="one-time-code"
      autoCapitalize="none"
      spellCheck={false}
      maxLength={40}
      required
      withAsterisk={false}
      autoFocus={props.isFirst !== false}
    />
  );
}

/** Sends a form: whether it is under way, and what went wrong. */
export function useSubmit(send: () => Promise<void>) {
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setBusy(true);
    setError(undefined);
    send()
      .catch(setError)
      .finally(() => setBusy(false));
  };
  return { error, busy, submit };
}
