import { Button, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import type { Lock, Person } from "#shared/contract/people.ts";
import { isPin, isWeakPin, pinLength } from "#shared/rules/people.ts";
import { FaultView } from "#renderer/app/fault-view.tsx";
import { useDesk } from "#renderer/app/session.tsx";
import { useWords } from "#renderer/app/words.tsx";

export type PinWish = { kind: "set"; person: Person } | { kind: "turn-on" } | { kind: "turn-off" };

/** Asks for a new PIN, for one's own, or for both, as what is wished needs. */
export function PinDialog({ lock, wish, onClose }: { lock: Lock; wish: PinWish; onClose: () => void }) {
  const all = useWords();
  const words = all.people;
  const desk = useDesk();
  const [pin, setPin] = useState("");
  const [again, setAgain] = useState("");
  const [own, setOwn] = useState("");
  const [tried, setTried] = useState(false);
  const [state, setState] = useState<{ busy: boolean; error?: unknown }>({ busy: false });
  const asksNew = wish.kind !== "turn-off";
  const asksOwn = wish.kind === "turn-off" || (wish.kind === "set" && lock.asksPins);
  const weak = asksNew && (!isPin(pin) || isWeakPin(pin));
  const different = asksNew && !weak && pin !== again;
  const ownBad = asksOwn && !isPin(own);
  const send = () => {
    if (wish.kind === "turn-on") return desk.call("people.askPins", { pin });
    if (wish.kind === "turn-off") return desk.call("people.askNone", { pin: own });
    return desk.call("people.setPin", { person: wish.person.id, pin, own });
  };
  const submit = () => {
    setTried(true);
    if (weak || different || ownBad) return;
    setState({ busy: true });
    send().then(
      () => {
        notifications.show({ message: wish.kind === "turn-off" ? words.off : words.pinSaved });
        onClose();
      },
      (error: unknown) => setState({ busy: false, error }),
    );
  };
  const title = {
    set: wish.kind === "set" ? words.setPinTitle(wish.person.name) : "",
    "turn-on": words.turnOnTitle,
    "turn-off": words.turnOffTitle,
  }[wish.kind];
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      centered
      closeButtonProps={{ "aria-label": all.common.cancel }}
      transitionProps={{ duration: 0 }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Stack>
          {wish.kind !== "set" && <Text>{wish.kind === "turn-on" ? words.turnOnAsk : words.turnOffAsk}</Text>}
          {asksOwn && (
            <PinInput
              label={words.ownPin}
              value={own}
              onPin={setOwn}
              error={tried && ownBad ? words.lock.digitsMissing : undefined}
              isFirst
            />
          )}
          {asksNew && (
            <>
              <PinInput
                label={words.newPin}
                value={pin}
                onPin={setPin}
                error={
                  tried && weak ? `${all.faults["pin-weak"].what} ${all.faults["pin-weak"].next}` : undefined
                }
                isFirst={!asksOwn}
              />
              <PinInput
                label={words.again}
                value={again}
                onPin={setAgain}
                error={tried && different ? words.notSame : undefined}
                isFirst={false}
              />
            </>
          )}
          {state.error !== undefined && <FaultView error={state.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {all.common.cancel}
            </Button>
            <Button type="submit" loading={state.busy}>
              {all.common.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function PinInput(props: {
  label: string;
  value: string;
  onPin: (pin: string) => void;
  error: string | undefined;
  isFirst: boolean;
}) {
  return (
    <TextInput
      type="password"
      {...(props.isFirst ? { "data-autofocus": true } : {})}
      label={props.label}
      value={props.value}
      error={props.error}
      onChange={(event) => props.onPin(event.currentTarget.value.replace(/\D/gu, "").slice(0, pinLength))}
      inputMode="numeric"
      autoComplete="off"
    />
  );
}
