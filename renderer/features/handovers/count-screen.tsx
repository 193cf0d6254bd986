import { Button, Group, NativeSelect, Paper, Stack, Text, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconX } from "@tabler/icons-react";
import { useState } from "react";
import { useLocation, useParams } from "wouter";
import { conditionCodes } from "#shared/archive/codes.ts";
import { may } from "#shared/archive/permissions.ts";
import type { CallOutput } from "#shared/contract/desk.ts";
import type { AttachedFile } from "#shared/handover/attached-list.ts";
import type { FoundFile } from "#shared/handover/count-against.ts";
import { readScan } from "#shared/handover/read-scan.ts";
import { codeOptions } from "#renderer/app/code-options.ts";
import { FaultView, notifyFault } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { useDesk, useWork } from "#renderer/app/session.tsx";
import { useAsked } from "#renderer/app/use-asked.ts";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import { PageHeader } from "#renderer/ui/page-header.tsx";
import { VirtualList } from "#renderer/ui/virtual-list.tsx";
import { useCount } from "./use-count.ts";

/** Counting what came against the list of its minutes, file by file, by scanner gun or keyboard. */
export function CountScreen() {
  const { handoverId = "" } = useParams();
  const desk = useDesk();
  const { value, error } = useAsked(`handover ${handoverId}`, () =>
    desk.call("handovers.read", { id: handoverId }),
  );
  if (error !== undefined) return <FaultView error={error} />;
  return value ? <CountPage key={handoverId} value={value} /> : null;
}

function CountPage({ value }: { value: CallOutput<"handovers.read"> }) {
  const { batchId = "", handoverId = "" } = useParams();
  const [, go] = useLocation();
  const all = useWords();
  const words = all.handovers;
  const desk = useDesk();
  const { profile } = useWork();
  const { count } = useFormat();
  const counting = useCount(value);
  const { found, extras } = counting;
  const [typed, setTyped] = useState("");
  const [said, setSaid] = useState("");
  const [unknown, setUnknown] = useState("");
  const [busy, setBusy] = useState(false);
  const list = value.list ?? [];
  const fondsCodes = new Map(value.fonds.map(({ id, code }) => [id, code]));
  const back = `/batches/${batchId}/handovers`;
  const put = (fileId: string, fields: Partial<FoundFile>) => counting.put([fileId], fields);
  const take = () => {
    const { files, leaves, text } = readScan(typed, list, fondsCodes);
    const ids = files.map(({ id }) => id);
    if (ids.length > 0) counting.put(ids, { here: true, ...(leaves > 0 ? { leaves } : {}) });
    setUnknown(files.length === 0 ? text : "");
    setSaid(files.length === 0 ? words.notListed(text) : words.found(saidOf(files, count)));
    setTyped("");
  };
  const write = async () => {
    setBusy(true);
    try {
      await counting.settled();
      const answer = await desk.call("handovers.count", {
        id: handoverId,
        found: [...found.values()],
        extras: [...extras],
      });
      if ("refused" in answer) notifications.show({ color: "red", message: words.refusals[answer.refused] });
      else {
        notifications.show({ message: words.written });
        go(back);
      }
    } catch (fault) {
      notifyFault(all, fault);
    } finally {
      setBusy(false);
    }
  };
  const left = list.filter(({ id }) => !found.has(id));
  const reason = !may(profile.role, "receive")
    ? words.notYours
    : value.list === null
      ? words.refusals["list-gone"]
      : left.length > 0
        ? words.refusals["not-all-counted"]
        : undefined;
  return (
    <Stack>
      <PageHeader
        title={words.countTitle(value.handover.number)}
        subtitle={words.counted(count(found.size), count(list.length))}
        back={{ to: back, label: words.title }}
        actions={
          <>
            <Button
              variant="default"
              disabled={left.length === 0}
              onClick={() =>
                counting.put(
                  left.map(({ id }) => id),
                  { here: false },
                )
              }
            >
              {words.restGone}
            </Button>
            <ExplainedButton loading={busy} reason={reason} onClick={() => void write()}>
              {words.write}
            </ExplainedButton>
          </>
        }
      />
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (typed.trim() !== "") take();
        }}
      >
        <TextInput
          label={words.find}
          description={words.countHint}
          value={typed}
          autoFocus
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </form>
      <Group gap="sm">
        <Text role="status">{said}</Text>
        {unknown !== "" && (
          <Button
            variant="default"
            onClick={() => {
              counting.addExtra(unknown);
              setUnknown("");
              setSaid("");
            }}
          >
            {words.addExtra(unknown)}
          </Button>
        )}
      </Group>
      {extras.length > 0 && (
        <Group gap="sm">
          <Text>{words.extras}</Text>
          {extras.map(({ label }) => (
            <Button
              key={label}
              variant="light"
              aria-label={words.removeExtra(label)}
              rightSection={<IconX size="1rem" aria-hidden />}
              onClick={() => counting.removeExtra(label)}
            >
              {label}
            </Button>
          ))}
        </Group>
      )}
      <Paper withBorder radius="md" p="sm">
        <VirtualList
          label={words.made}
          count={list.length}
          rowHeight={4}
          height="60vh"
          keyOf={(index) => list[index]?.id ?? String(index)}
          renderRow={(index) => {
            const file = list[index];
            if (!file) return null;
            const one = found.get(file.id);
            return (
              <Group wrap="nowrap" py="0.4rem" align="center">
                <Stack gap={0} flex={1} miw={0}>
                  <Text fw={600} className="figures">
                    {file.code}
                  </Text>
                  <Text size="sm" c="dimmed" lineClamp={1}>
                    {file.title}
                  </Text>
                </Stack>
                <NativeSelect
                  w="7.5rem"
                  aria-label={words.hereOf(file.code)}
                  value={one === undefined ? "" : one.here ? "here" : "gone"}
                  data={[
                    { value: "", label: "–", disabled: one !== undefined },
                    { value: "here", label: words.here },
                    { value: "gone", label: words.gone },
                  ]}
                  onChange={(event) => put(file.id, { here: event.currentTarget.value === "here" })}
                />
                <TextInput
                  w="6rem"
                  inputMode="numeric"
                  aria-label={words.leavesOf(file.code)}
                  placeholder={file.leaves === 0 ? words.leaves : String(file.leaves)}
                  value={one === undefined || one.leaves === 0 ? "" : String(one.leaves)}
                  onChange={(event) => {
                    const leaves = Number(event.currentTarget.value.replace(/\D/g, "").slice(0, 5));
                    put(file.id, { leaves });
                  }}
                />
                <NativeSelect
                  w="10rem"
                  aria-label={words.conditionOf(file.code)}
                  value={one?.condition ?? ""}
                  data={codeOptions(all).condition.map((option) =>
                    option.value === "" ? { value: "", label: words.asListed } : option,
                  )}
                  onChange={(event) => {
                    const code = event.currentTarget.value;
                    put(file.id, { condition: conditionCodes.find((known) => known === code) ?? "" });
                  }}
                />
              </Group>
            );
          }}
        />
      </Paper>
    </Stack>
  );
}

/** The codes of a few files; of a whole box the first, and how many more. */
function saidOf(files: readonly AttachedFile[], count: (number: number) => string): string {
  const codes = files.slice(0, 3).map(({ code }) => code);
  return codes.join(", ") + (files.length > 3 ? ` + ${count(files.length - 3)}` : "");
}
