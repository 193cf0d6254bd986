import { Group, PasswordInput, Radio, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import type { DrillReport, Generation, KeepingStatus } from "#shared/contract/keeping.ts";
import { FaultView } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { useDesk } from "#renderer/app/session.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import { Section } from "#renderer/ui/section.tsx";
import { AskFirst } from "#renderer/ui/ask-first.tsx";
import { AsideList } from "./aside-list.tsx";
import { useDoing } from "#renderer/app/use-doing.ts";
import { Verdict } from "./verdict.tsx";

/** Restores a backup out of any folder; the present data are kept apart. */
export function RestorePart({ status }: { status: KeepingStatus }) {
  const all = useWords();
  const words = all.keeping.restore;
  const format = useFormat();
  const desk = useDesk();
  const [folder, setFolder] = useState(status.places.find(({ present }) => present)?.folder ?? "");
  const [passphrase, setPassphrase] = useState("");
  const [picked, setPicked] = useState("");
  const [asking, setAsking] = useState(false);
  const looking = useDoing<Generation[]>();
  const restoring = useDoing<DrillReport>();
  const busy = status.task ? all.keeping.busyReason : undefined;
  const generation = looking.value?.find(({ name }) => name === picked);
  const look = () => {
    setPicked("");
    looking.start(() => desk.call("keeping.look", { folder, passphrase }));
  };
  const restore = () =>
    restoring.start(() => desk.call("keeping.restore", { folder, passphrase, generation: picked }));
  return (
    <Section title={words.title} hint={words.hint}>
      <Stack>
        <Group align="flex-end" gap="sm">
          <TextInput
            label={words.folder}
            value={folder}
            onChange={(event) => setFolder(event.currentTarget.value)}
            maxLength={1000}
            flex="2 1 16rem"
          />
          <PasswordInput
            label={words.passphrase}
            value={passphrase}
            onChange={(event) => setPassphrase(event.currentTarget.value)}
            maxLength={500}
            flex="1 1 12rem"
            autoComplete="off"
          />
          <ExplainedButton
            variant="default"
            reason={folder.trim() === "" ? words.folderReason : undefined}
            loading={looking.busy}
            onClick={look}
          >
            {words.look}
          </ExplainedButton>
        </Group>
        {looking.error !== undefined && <FaultView error={looking.error} />}
        {looking.value?.length === 0 && <Text>{words.none}</Text>}
        {looking.value && looking.value.length > 0 && (
          <>
            <Radio.Group label={words.found} value={picked} onChange={setPicked}>
              <Stack gap="xs" mt="xs">
                {looking.value.map(({ name, madeAt, records, objects }) => (
                  <Radio
                    key={name}
                    value={name}
                    label={words.generation(
                      madeAt === "" ? name : format.time(madeAt),
                      format.count(records),
                      format.count(objects),
                    )}
                  />
                ))}
              </Stack>
            </Radio.Group>
            <Group>
              <ExplainedButton
                reason={busy ?? (generation ? undefined : words.pickReason)}
                loading={restoring.busy}
                onClick={() => setAsking(true)}
              >
                {words.start}
              </ExplainedButton>
            </Group>
          </>
        )}
        {restoring.error !== undefined && <FaultView error={restoring.error} />}
        {restoring.value && <Outcome report={restoring.value} />}
        <AsideList status={status} />
      </Stack>
      {asking && generation && (
        <AskFirst
          title={words.askTitle}
          text={words.ask(format.time(generation.madeAt))}
          confirm={words.title}
          cancel={all.common.cancel}
          onConfirm={restore}
          onClose={() => setAsking(false)}
        />
      )}
    </Section>
  );
}

function Outcome({ report }: { report: DrillReport }) {
  const words = useWords().keeping.restore;
  const format = useFormat();
  if (!report.chainHolds) return <Verdict kind="bad" title={words.refused} />;
  return (
    <Verdict
      kind={report.whole ? "good" : "note"}
      title={words.done(format.count(report.records), format.count(report.objects))}
      more={report.wrongCount > 0 ? [words.some(format.count(report.wrongCount))] : []}
    />
  );
}
