import { Group, Stack, Text } from "@mantine/core";
import { useState } from "react";
import type { SealingReport } from "#shared/contract/keeping.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import { KeyValues } from "#renderer/ui/key-values.tsx";
import { Section } from "#renderer/ui/section.tsx";
import { OpenSealed } from "./open-sealed.tsx";
import { SetPassphrase } from "./set-passphrase.tsx";
import { Verdict } from "./verdict.tsx";

/** What of this machine's data is encrypted and what is not; turns the encryption on, or opens it. */
export function SealingPart({ sealing }: { sealing: SealingReport }) {
  const words = useWords().keeping.sealing;
  const format = useFormat();
  const [asking, setAsking] = useState(false);
  const { state, sealed, plain } = sealing;
  return (
    <Section title={words.title} hint={words.hint}>
      <Stack>
        {state === "off" && <Verdict kind="note" title={words.off} more={[words.offMore]} />}
        {state === "locked" && (
          <>
            <Verdict kind="bad" title={words.locked} more={[words.lockedMore]} />
            <OpenSealed />
          </>
        )}
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
        {state === "open" && (
          <Verdict
            kind={sealing.databases === "encrypted" ? "good" : "note"}
            title={words.databases[sealing.databases]}
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
