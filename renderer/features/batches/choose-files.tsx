import { Alert, Checkbox, Group, NativeSelect, Stack, Text, TextInput } from "@mantine/core";
import { map } from "rxjs";
import { useState } from "react";
import type { Fonds } from "#shared/archive/fonds.ts";
import { FaultView, notifyFault } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { useWork } from "#renderer/app/session.tsx";
import { useAsked } from "#renderer/app/use-asked.ts";
import { useWords } from "#renderer/app/words.tsx";
import { useLive } from "#renderer/db/use-live.ts";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import { FileChecklist } from "./file-checklist.tsx";
import { filterFiles, readFreeFiles } from "./free-files.ts";
import { openForFiles, putFiles } from "./put-files.ts";
import { useTakingBack } from "./use-taking-back.ts";

/** Chooses files of a fonds that are in no batch, with a filter and exact counts, and puts them into the batch. */
export function ChooseFiles({ batchId, onDone }: { batchId: string; onDone: () => void }) {
  const work = useWork();
  const words = useWords().batches;
  const fonds = useLive("fonds to choose from", () =>
    work.db.fonds
      .find({ selector: { withdrawn: "" }, sort: [{ code: "asc" }], index: ["code"] })
      .$.pipe(map((found) => found.map((one) => one.toJSON() as Fonds))),
  );
  const [chosen, setChosen] = useState("");
  const fondsId = chosen || (fonds?.[0]?.id ?? "");
  if (!fonds) return null;
  if (fonds.length === 0) return <Text>{words.noFonds}</Text>;
  return (
    <Stack>
      <NativeSelect
        label={words.fonds}
        value={fondsId}
        onChange={(event) => setChosen(event.currentTarget.value)}
        data={fonds.map(({ id, code, name }) => ({ value: id, label: `${code} – ${name}` }))}
      />
      <FreeFiles key={fondsId} batchId={batchId} fondsId={fondsId} onDone={onDone} />
    </Stack>
  );
}

function FreeFiles(props: { batchId: string; fondsId: string; onDone: () => void }) {
  const { batchId, fondsId, onDone } = props;
  const work = useWork();
  const all = useWords();
  const words = all.batches;
  const format = useFormat();
  const tell = useTakingBack(batchId);
  const asked = useAsked(`free ${fondsId}`, () => readFreeFiles(work, fondsId));
  const [typed, setTyped] = useState("");
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [done, setDone] = useState<number>();
  if (asked.error !== undefined) return <FaultView error={asked.error} onRetry={asked.ask} />;
  if (!asked.value) return <Text c="dimmed">{all.common.loading}</Text>;
  const free = asked.value;
  if (free.length === 0) return <Alert variant="light">{words.noFree}</Alert>;
  const shown = filterFiles(free, typed);
  const allPicked = shown.length > 0 && shown.every((file) => picked.has(file.id));
  const pick = (ids: readonly string[], member: boolean) => {
    const next = new Set(picked);
    for (const id of ids) {
      if (member) next.add(id);
      else next.delete(id);
    }
    setPicked(next);
  };
  const put = () => {
    setDone(0);
    putFiles(work, batchId, [...picked], setDone).then(
      ({ changed, left, changes }) => {
        const message =
          left === 0
            ? words.wasPut(format.count(changed))
            : words.wasPutSome(format.count(changed), format.count(left));
        tell(message, changes, openForFiles);
        onDone();
      },
      (error: unknown) => {
        setDone(undefined);
        asked.ask();
        notifyFault(all, error);
      },
    );
  };
  return (
    <>
      <TextInput
        label={words.search}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Group justify="space-between">
        <Checkbox
          size="md"
          label={words.selectAll}
          checked={allPicked}
          indeterminate={!allPicked && shown.some((file) => picked.has(file.id))}
          onChange={(event) =>
            pick(
              shown.map((file) => file.id),
              event.currentTarget.checked,
            )
          }
        />
        <Text c="dimmed" className="figures" role="status">
          {words.free(format.count(shown.length), format.count(free.length))}
        </Text>
      </Group>
      <FileChecklist
        files={shown}
        label={words.addFiles}
        height="calc(100dvh - 24rem)"
        isTicked={(file) => picked.has(file.id)}
        nameTick={words.select}
        onTick={(file, ticked) => pick([file.id], ticked)}
      />
      <Group justify="flex-end" pos="sticky" bottom={0} py="sm" bg="var(--mantine-color-body)">
        <ExplainedButton
          reason={picked.size === 0 ? words.putNone : undefined}
          loading={done !== undefined}
          onClick={put}
        >
          {words.put(format.count(picked.size))}
        </ExplainedButton>
        {done !== undefined && (
          <Text role="status">{words.putting(format.count(done), format.count(picked.size))}</Text>
        )}
      </Group>
    </>
  );
}
