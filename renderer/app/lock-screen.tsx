import { Button, Center, Group, Paper, Stack, Text, TextInput, Title, UnstyledButton } from "@mantine/core";
import { IconLock, IconUser } from "@tabler/icons-react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { DeskFault, type FaultCode } from "#shared/contract/fault.ts";
import type { Lock, Person } from "#shared/contract/people.ts";
import { isPin, pinLength } from "#shared/rules/people.ts";
import { FaultView } from "#renderer/app/fault-view.tsx";
import { useLanguage, useWords } from "#renderer/app/words.tsx";
import type { Desk } from "#renderer/desk.ts";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import styles from "./lock-screen.module.css";
import { useSecondsLeft } from "./use-seconds-left.ts";

/**
 * All there is while the screen is locked: the names of this machine's people, and the PIN of one. Who was at work is
 * chosen where the screen locked itself, and whoever was before them where a person wanted to change.
 */
export function LockScreen({ desk, lock }: { desk: Desk; lock: Lock }) {
  const all = useWords();
  const words = all.people.lock;
  const { language } = useLanguage();
  const [chosen, setChosen] = useState(() => firstChosen(lock));
  const [pin, setPin] = useState("");
  const [state, setState] = useState<{ busy: boolean; error?: unknown }>({ busy: false });
  const input = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const person = lock.people.find(({ id }) => id === chosen);
  const left = useSecondsLeft(person?.waitUntil ?? "");
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = all.common.product;
    (input.current ?? button.current)?.focus();
  }, [chosen, language, all]);

  const barred = person && whyBarred(lock, person, words);
  const reason = barred ?? (left > 0 ? words.wait(clockText(left)) : undefined);

  const choose = (id: string) => {
    setChosen(id);
    setPin("");
    setState({ busy: false });
  };
  const move = (event: KeyboardEvent) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const at = lock.people.findIndex(({ id }) => id === chosen);
    const next = lock.people[(at + step + lock.people.length) % lock.people.length];
    if (next) choose(next.id);
  };
  const unlock = (id: string, typed: string) => {
    setState({ busy: true });
    desk.call("lock.unlock", { person: id, pin: typed }).then(
      () => undefined,
      (error: unknown) => {
        setPin("");
        setState({ busy: false, error });
        input.current?.focus();
      },
    );
  };
  const type = (text: string) => {
    const digits = text.replace(/\D/gu, "").slice(0, pinLength);
    setPin(digits);
    if (person && isPin(digits) && reason === undefined && !state.busy) unlock(person.id, digits);
  };

  return (
    <Center component="main" mih="100vh" p="md" className={styles["page"]}>
      <Paper withBorder radius="md" p="xl" w="min(34rem, 100%)" shadow="sm">
        <Stack gap="lg">
          <Stack gap="0.15rem">
            <Text fw={600} c="lacquer">
              {all.common.product}
            </Text>
            <Group gap="xs" wrap="nowrap">
              <IconLock size="1.6rem" aria-hidden />
              <Title order={1} fz="1.5rem">
                {words.title}
              </Title>
            </Group>
          </Stack>
          {lock.damaged ? (
            <FaultView error={new DeskFault("people-damaged")} />
          ) : (
            <>
              <div>
                <Text fw={600} id="lock-who">
                  {words.choose}
                </Text>
                <Text size="sm" c="dimmed" mb="sm">
                  {lock.asksPins ? words.hint : words.hintOpen}
                </Text>
                <Stack gap="xs" role="radiogroup" aria-labelledby="lock-who" onKeyDown={move}>
                  {lock.people.map((one) => (
                    <PersonCard
                      key={one.id}
                      person={one}
                      note={whyBarred(lock, one, words)}
                      isChosen={one.id === chosen}
                      onChoose={() => choose(one.id)}
                    />
                  ))}
                </Stack>
              </div>
              {person && (
                <form
                  noValidate
                  onSubmit={(event) => {
                    event.preventDefault();
                    if (reason === undefined && (!lock.asksPins || isPin(pin))) unlock(person.id, pin);
                  }}
                >
                  <Stack gap="sm">
                    {lock.asksPins && (
                      <TextInput
                        type="password"
                        ref={input}
                        label={words.pinOf(person.name)}
                        value={pin}
                        onChange={(event) => type(event.currentTarget.value)}
                        onKeyDown={move}
                        error={left > 0 ? words.wait(clockText(left)) : undefined}
                        inputMode="numeric"
                        autoComplete="off"
                        size="lg"
                        classNames={{ input: styles["pin"] ?? "" }}
                      />
                    )}
                    {state.error !== undefined && !isWaiting(state.error, left) && (
                      <FaultView error={state.error} />
                    )}
                    {lock.asksPins ? (
                      <ExplainedButton
                        size="md"
                        loading={state.busy}
                        reason={reason ?? (isPin(pin) ? undefined : words.digitsMissing)}
                        onClick={() => unlock(person.id, pin)}
                      >
                        {words.enter}
                      </ExplainedButton>
                    ) : (
                      <Button
                        ref={button}
                        size="md"
                        type="submit"
                        loading={state.busy}
                        disabled={!person.fits}
                      >
                        {words.enterOpen}
                      </Button>
                    )}
                  </Stack>
                </form>
              )}
              <Text size="sm" c="dimmed">
                {words.kept} {words.goesOn}
              </Text>
            </>
          )}
        </Stack>
      </Paper>
    </Center>
  );
}

function PersonCard(props: {
  person: Person;
  note: string | undefined;
  isChosen: boolean;
  onChoose: () => void;
}) {
  const words = useWords();
  const { person, note, isChosen } = props;
  return (
    <UnstyledButton
      role="radio"
      aria-checked={isChosen}
      tabIndex={isChosen ? 0 : -1}
      onClick={props.onChoose}
      className={styles["person"] ?? ""}
      data-chosen={isChosen || undefined}
    >
      <Group wrap="nowrap" gap="sm">
        <IconUser size="1.5rem" aria-hidden />
        <div>
          <Text fw={600}>{person.name}</Text>
          <Text size="sm" c="dimmed">
            {note ?? words.common.roles[person.role]}
          </Text>
        </div>
      </Group>
    </UnstyledButton>
  );
}

function firstChosen(lock: Lock): string {
  const others = lock.people.filter(({ id }) => id !== lock.person);
  const other = others.find(({ id }) => id === lock.before) ?? others[0];
  return (lock.wanted ? other?.id : undefined) ?? (lock.person || lock.people[0]?.id) ?? "";
}

function whyBarred(
  lock: Lock,
  person: Person,
  words: { outside: string; noPin: string },
): string | undefined {
  if (!person.fits) return words.outside;
  return lock.asksPins && !person.hasPin ? words.noPin : undefined;
}

/** The field itself says how long to wait. */
function isWaiting(error: unknown, left: number): boolean {
  const waits: readonly FaultCode[] = ["pin-wait"];
  return left > 0 && error instanceof DeskFault && waits.includes(error.code);
}

function clockText(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
