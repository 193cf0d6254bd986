import { Group, PasswordInput, Stack, Text } from "@mantine/core";
import { useState } from "react";
import type { SealingReport } from "#shared/contract/keeping.ts";
import { FaultView } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { useDesk } from "#renderer/app/session.tsx";
import { useDoing } from "#renderer/app/use-doing.ts";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import { KeyValues } from "#renderer/ui/key-values.tsx";
import { Section } from "#renderer/ui/section.tsx";
import { SetPassphrase } from "./set-passphrase.tsx";
import { Verdict } from "./verdict.tsx";

/** What of this machine's data is encrypted and what is not; turns the encryption of its objects on, or opens them. */
export function SealingPart({ sealing }: { sealing: SealingReport }) {
  const words = useWords().keeping.sealing;
  const format = useFormat();
  const [asking, setAsking] = useState(false);
  const { state, sealed, plain } = sealing;
  return (
    <Section title={words.title} hint={words.hint}>
      <Stack>
        {state === "off" && <Verdict kind="note" title={words.off} more={[words.offMore]} />}
        {state === "locked" && <Locked />}
        {state === "open" && (
          <Verdict
            kind={plain > 0 ? "note" : "good"}
            title={words.on(format.count(sealed))}
            more={[
              ...(plain > 0 ? [words.onWaiting(format.count(plain))] : []),
              sealing.keptBySystem ? words.bySystem : words.byPassphrase,
            ]}
          />
        )}
        {state !== "off" && (
          <Text size="sm" c="dimmed" style={{ overflowWrap: "anywhere" }}>
            {sealing.recoverable ? words.recoverable(sealing.folder) : words.unrecoverable}
          </Text>
        )}
        <KeyValues
          rows={[
            { name: words.notSealed, value: words.notSealedText },
            { name: words.disk, value: words.disks[sealing.disk] },
          ]}
        />
        {state !== "locked" && (
          <Group>
            <ExplainedButton variant="default" onClick={() => setAsking(true)}>
              {state === "off" ? words.turnOn : words.change}
            </ExplainedButton>
          </Group>
        )}
        {asking && (
          <SetPassphrase
            first={state === "off"}
            keptBySystem={sealing.keptBySystem}
            onClose={() => setAsking(false)}
          />
        )}
      </Stack>
    </Section>
  );
}

function Locked() {
  const words = useWords().keeping.sealing;
  const desk = useDesk();
  const [passphrase, setPassphrase] = useState("");
  const opening = useDoing<unknown>();
  const open = () => opening.start(() => desk.call("keeping.openObjects", { passphrase }));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (passphrase !== "") open();
      }}
    >
      <Stack>
        <Verdict kind="bad" title={words.locked} more={[words.lockedMore]} />
        <Group align="flex-end" gap="sm">
          <PasswordInput
            label={words.passphraseOrCode}
            value={passphrase}
            onChange={(event) => setPassphrase(event.currentTarget.value)}
            maxLength={500}
            flex="1 1 16rem"
            autoComplete="current-password"
          />
          <ExplainedButton
            loading={opening.busy}
            reason={passphrase === "" ? words.emptyReason : undefined}
            onClick={open}
          >
            {words.open}
          </ExplainedButton>
        </Group>
        {opening.error !== undefined && <FaultView error={opening.error} />}
        {/* Enter in the field is the same as the button. */}
        <button type="submit" hidden />
      </Stack>
    </form>
  );
}
