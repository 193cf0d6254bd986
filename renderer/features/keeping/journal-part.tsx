import { Group, Stack, Text } from "@mantine/core";
import { useState } from "react";
import type { CallOutput } from "#shared/contract/desk.ts";
import type { KeepingStatus } from "#shared/contract/keeping.ts";
import { FaultView } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { useDesk } from "#renderer/app/session.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import { KeyValues } from "#renderer/ui/key-values.tsx";
import { Section } from "#renderer/ui/section.tsx";
import { AskFirst } from "#renderer/ui/ask-first.tsx";
import { useDoing } from "#renderer/app/use-doing.ts";
import { Verdict } from "./verdict.tsx";

/** Whether the journal's chain holds, and the repair where it does not. */
export function JournalPart({ status }: { status: KeepingStatus }) {
  const all = useWords();
  const words = all.keeping.journal;
  const format = useFormat();
  const desk = useDesk();
  const checking = useDoing<unknown>();
  const repairing = useDoing<CallOutput<"keeping.repair">>();
  const [asking, setAsking] = useState(false);
  const { chain, rescue } = status;
  const broken = rescue || (chain !== null && chain.brokenAt !== null);
  const busy = status.task ? all.keeping.busyReason : undefined;
  const time = (at: string) => (at === "" ? all.keeping.never : format.time(at));
  return (
    <Section title={words.title} hint={words.hint}>
      <Stack>
        {!rescue && chain === null && <Text c="dimmed">{words.unchecked}</Text>}
        {!rescue && chain?.brokenAt === null && (
          <Verdict kind="good" title={words.whole(format.count(chain.entries))} />
        )}
        {chain && chain.brokenAt !== null && (
          <Verdict
            kind="bad"
            title={words.broken(format.count(chain.brokenAt))}
            more={[words.brokenSafe, words.brokenNext]}
          />
        )}
        {chain && (
          <KeyValues
            rows={[
              { name: words.checkedAt, value: time(chain.at) },
              { name: words.wholeAt, value: time(chain.wholeAt) },
            ]}
          />
        )}
        {repairing.value && (
          <Verdict
            kind="good"
            title={words.repaired(format.count(repairing.value.entries), format.count(repairing.value.lost))}
          />
        )}
        {checking.error !== undefined && <FaultView error={checking.error} />}
        {repairing.error !== undefined && <FaultView error={repairing.error} />}
        <Group>
          {!rescue && (
            <ExplainedButton
              variant="default"
              reason={busy}
              onClick={() => checking.start(() => desk.call("keeping.checkChain", {}))}
            >
              {words.check}
            </ExplainedButton>
          )}
          <ExplainedButton
            variant={broken ? "filled" : "default"}
            reason={busy ?? (broken ? undefined : words.repairReason)}
            onClick={() => setAsking(true)}
          >
            {words.repair}
          </ExplainedButton>
        </Group>
      </Stack>
      {asking && (
        <AskFirst
          title={words.repairTitle}
          text={words.repairAsk}
          confirm={words.repairTitle}
          cancel={all.common.cancel}
          onConfirm={() => repairing.start(() => desk.call("keeping.repair", {}))}
          onClose={() => setAsking(false)}
        />
      )}
    </Section>
  );
}
