import { Button, Group, Modal, PasswordInput, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { FaultView } from "#renderer/app/fault-view.tsx";
import { useDesk } from "#renderer/app/session.tsx";
import { useDoing } from "#renderer/app/use-doing.ts";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import { ReopeningLine } from "./reopening-line.tsx";

const least = 10;

/** Asks twice for the passphrase of this machine's data: one that was mistyped would open nothing. */
export function SetPassphrase(props: { first: boolean; keptBySystem: boolean; onClose: () => void }) {
  const all = useWords();
  const words = all.keeping.sealing;
  const desk = useDesk();
  const [passphrase, setPassphrase] = useState("");
  const [again, setAgain] = useState("");
  const setting = useDoing<{ reopens: boolean }>();
  // The page comes anew with the desk.
  const reopens = setting.value?.reopens === true;
  const tooShort = passphrase.length < least ? words.shortReason : undefined;
  const reason = tooShort ?? (passphrase === again ? undefined : words.differReason);
  const set = () =>
    setting.start(async () => {
      const set = await desk.call("keeping.sealObjects", { passphrase });
      if (!set.reopens) props.onClose();
      return set;
    });
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={props.first ? words.turnOnTitle : words.changeTitle}
      centered
      closeButtonProps={{ "aria-label": all.common.cancel }}
      transitionProps={{ duration: 0 }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (reason === undefined && !setting.busy && !reopens) set();
        }}
      >
        <Stack>
          <Text size="sm">{props.keptBySystem ? words.turnOnSystem : words.turnOnAsked}</Text>
          <Text size="sm">{words.turnOnRecover}</Text>
          {props.first && <Text size="sm">{words.turnOnReopens}</Text>}
          {props.first && <Text size="sm">{words.turnOnLasting}</Text>}
          <PasswordInput
            data-autofocus
            label={words.passphrase}
            description={words.passphraseHint}
            value={passphrase}
            onChange={(event) => setPassphrase(event.currentTarget.value)}
            maxLength={500}
            autoComplete="new-password"
          />
          <PasswordInput
            label={words.again}
            value={again}
            onChange={(event) => setAgain(event.currentTarget.value)}
            maxLength={500}
            autoComplete="new-password"
          />
          {(setting.busy || reopens) && props.first && <ReopeningLine text={words.reopening} />}
          {setting.error !== undefined && <FaultView error={setting.error} />}
          {/* Enter in a field is the same as the button. */}
          <button type="submit" hidden />
          <Group justify="flex-end">
            <Button variant="default" onClick={props.onClose} disabled={reopens}>
              {all.common.cancel}
            </Button>
            <ExplainedButton loading={setting.busy || reopens} reason={reason} onClick={set}>
              {props.first ? words.turnOnButton : words.changeButton}
            </ExplainedButton>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
