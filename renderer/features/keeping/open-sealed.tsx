import { Group, PasswordInput, Stack } from "@mantine/core";
import { useState } from "react";
import { FaultView } from "#renderer/app/fault-view.tsx";
import { useDesk } from "#renderer/app/session.tsx";
import { useDoing } from "#renderer/app/use-doing.ts";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import { ReopeningLine } from "./reopening-line.tsx";

/** Opens what is encrypted on this machine by its passphrase, or the province's code; Enter is the same as the button. */
export function OpenSealed() {
  const words = useWords().keeping.sealing;
  const desk = useDesk();
  const [passphrase, setPassphrase] = useState("");
  const opening = useDoing<{ reopens: boolean }>();
  const open = () => opening.start(() => desk.call("keeping.openObjects", { passphrase }));
  // The page comes anew with the desk.
  const reopens = opening.value?.reopens === true;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (passphrase !== "" && !opening.busy && !reopens) open();
      }}
    >
      <Stack>
        <Group align="flex-end" gap="sm">
          <PasswordInput
            label={words.passphraseOrCode}
            value={passphrase}
            onChange={(event) => setPassphrase(event.currentTarget.value)}
            maxLength={500}
            flex="1 1 16rem"
            autoComplete="current-password"
            data-autofocus
          />
          <ExplainedButton
            loading={opening.busy || reopens}
            reason={passphrase === "" ? words.emptyReason : undefined}
            onClick={open}
          >
            {words.open}
          </ExplainedButton>
        </Group>
        {reopens && <ReopeningLine text={words.opening} />}
        {opening.error !== undefined && <FaultView error={opening.error} />}
        <button type="submit" hidden />
      </Stack>
    </form>
  );
}
