import { Alert, Button, Center, Container, Group, Loader, Paper, Stack, Text, Title } from "@mantine/core";
import { IconClockOff, IconLinkOff, IconPlugOff } from "@tabler/icons-react";
import { useCallback, useEffect, useState } from "react";
import {
  type SharedLook,
  sharedLookSchema,
  type SharedOpened,
  sharedOpenedSchema,
} from "#shared/contract/portal-links.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useLanguage, useWords } from "#renderer/app/words.tsx";
import { ask, PortalFault } from "#renderer/portal/ask.ts";
import { readLinkSecret } from "#renderer/portal/link-address.ts";
import { KeyValues } from "#renderer/ui/key-values.tsx";
import { keepOpening, keptOpening } from "./kept-opening.ts";
import { SharedDocument } from "./shared-document.tsx";

/** The page that a link leads to: who shares, the press that opens, and the document; for whoever has no account. */
export function SharedApp() {
  const { portal, common, shell } = useWords();
  const words = portal.links.shared;
  const { language, speak } = useLanguage();
  const [secret, setSecret] = useState(() => readLinkSecret(window.location.hash));
  useEffect(() => {
    const read = () => setSecret(readLinkSecret(window.location.hash));
    window.addEventListener("hashchange", read);
    return () => window.removeEventListener("hashchange", read);
  }, []);
  useEffect(() => {
    document.title = `${words.title} · ${common.product}`;
    document.documentElement.lang = language;
  }, [words, common, language]);
  const other = language === "vi" ? "en" : "vi";
  return (
    <Container size="md" px="md" pb="xl">
      <Group component="header" justify="space-between" py="sm" wrap="nowrap">
        <Text fw={600} c="lacquer">
          {words.archive}
        </Text>
        <Button variant="subtle" lang={other} onClick={() => speak(other)} style={{ flexShrink: 0 }}>
          {shell.appearance.languages[other]}
        </Button>
      </Group>
      <main>
        <Shared key={secret} secret={secret} />
      </main>
    </Container>
  );
}

type State =
  | { kind: "looking" }
  | { kind: "told"; look: SharedLook; over: boolean }
  | { kind: "opened"; opened: SharedOpened }
  | { kind: "failed"; code: string };

const codeOf = (fault: unknown) => (fault instanceof PortalFault ? fault.code : "other");

function Shared({ secret }: { secret: string }) {
  const words = useWords().portal.links.shared;
  const [state, setState] = useState<State>(() => {
    const opened = keptOpening(secret);
    if (opened) return { kind: "opened", opened };
    return secret === "" ? { kind: "failed", code: "link-shut" } : { kind: "looking" };
  });
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState("");
  const look = useCallback(
    (over: boolean) => {
      keepOpening(secret, undefined);
      ask(sharedLookSchema, "shared", { secret }).then(
        (told) => setState({ kind: "told", look: told, over }),
        (failed: unknown) => setState({ kind: "failed", code: codeOf(failed) }),
      );
    },
    [secret],
  );
  const isLooking = state.kind === "looking";
  useEffect(() => {
    if (isLooking) look(false);
  }, [isLooking, look]);
  const onOver = useCallback(() => look(true), [look]);
  const open = () => {
    setBusy(true);
    setFault("");
    ask(sharedOpenedSchema, "shared/opened", { secret })
      .then(
        (opened) => {
          keepOpening(secret, opened);
          setState({ kind: "opened", opened });
        },
        (failed: unknown) => {
          if (codeOf(failed) === "link-shut") setState({ kind: "failed", code: "link-shut" });
          else setFault(codeOf(failed));
        },
      )
      .finally(() => setBusy(false));
  };
  if (state.kind === "looking")
    return (
      <Center h="50vh">
        <Loader aria-label={words.title} />
      </Center>
    );
  if (state.kind === "failed")
    return <Failed code={state.code} onRetry={() => setState({ kind: "looking" })} />;
  if (state.kind === "opened") return <SharedDocument opened={state.opened} onOver={onOver} />;
  return (
    <Paper withBorder p="lg" radius="lg" maw="34rem" mx="auto" mt="4vh">
      <Stack gap="md">
        <Title order={1} fz="1.5rem">
          {words.title}
        </Title>
        {state.over && (
          <Alert color="yellow" variant="light" icon={<IconClockOff aria-hidden />} role="alert">
            {words.over}
          </Alert>
        )}
        <About look={state.look} />
        <Text size="sm" c="dimmed">
          {words.openHint}
        </Text>
        {fault !== "" && (
          <Alert color="red" variant="light" icon={<IconPlugOff aria-hidden />} role="alert">
            {tellFault(fault, words)}
          </Alert>
        )}
        <Button size="md" loading={busy} onClick={open}>
          {words.open}
        </Button>
      </Stack>
    </Paper>
  );
}

function About({ look }: { look: SharedLook }) {
  const words = useWords().portal.links.shared;
  const { count, time } = useFormat();
  return (
    <KeyValues
      rows={[
        { name: words.by, value: [look.by, look.office].filter(Boolean).join(" · ") },
        { name: words.recipient, value: look.recipient },
        { name: words.until, value: time(look.until) },
        { name: words.left, value: count(look.left) },
      ]}
    />
  );
}

type SharedWords = ReturnType<typeof useWords>["portal"]["links"]["shared"];

function tellFault(code: string, words: SharedWords): string {
  if (code === "link-shut") return words.shut;
  if (code === "too-many-requests") return words.slow;
  return code === "offline" ? words.offline : words.other;
}

const sign = { size: "1.75rem", "aria-hidden": true, style: { flexShrink: 0 } };

function Failed({ code, onRetry }: { code: string; onRetry: () => void }) {
  const words = useWords().portal.links.shared;
  const isShut = code === "link-shut";
  return (
    <Paper withBorder p="lg" radius="lg" maw="34rem" mx="auto" mt="4vh" role="alert">
      <Stack gap="md">
        <Group gap="sm" wrap="nowrap">
          {isShut ? <IconLinkOff {...sign} /> : <IconPlugOff {...sign} />}
          <Title order={1} fz="1.375rem">
            {isShut ? words.shutTitle : words.title}
          </Title>
        </Group>
        <Text>{tellFault(code, words)}</Text>
        {!isShut && (
          <Button variant="default" onClick={onRetry}>
            {words.retry}
          </Button>
        )}
      </Stack>
    </Paper>
  );
}
