import { Button, Group, NativeSelect, Paper, Stack, Text, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { useLocation, useParams } from "wouter";
import { conditionCodes } from "#shared/archive/codes.ts";
import type { FoundFile } from "#shared/handover/count-against.ts";
import { readScan } from "#shared/handover/read-scan.ts";
import { codeOptions } from "#renderer/app/code-options.ts";
import { FaultView, notifyFault } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { useDesk } from "#renderer/app/session.tsx";
import { useAsked } from "#renderer/app/use-asked.ts";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import { PageHeader } from "#renderer/ui/page-header.tsx";
import { VirtualList } from "#renderer/ui/virtual-list.tsx";

/** Counting what came against the list of its minutes, file by file, by scanner gun or keyboard. */
export function CountScreen() {
  const { batchId = "", handoverId = "" } = useParams();
  const [, go] = useLocation();
  const all = useWords();
  const words = all.handovers;
  const desk = useDesk();
  const { count } = useFormat();
  const [found, setFound] = useState<ReadonlyMap<string, FoundFile>>(new Map());
  const [extras, setExtras] = useState<readonly string[]>([]);
  const [typed, setTyped] = useState("");
  const [said, setSaid] = useState("");
  const [unknown, setUnknown] = useState("");
  const [busy, setBusy] = useState(false);
  const { value, error } = useAsked(`handover ${handoverId}`, () =>
    desk.call("handovers.read", { id: handoverId }),
  );
  if (error !== undefined) return <FaultView error={error} />;
  if (!value) return null;
  const list = value.list ?? [];
  const back = `/batches/${batchId}/handovers`;
  const put = (fileId: string, fields: Partial<FoundFile>) =>
    setFound((before) => {
      const was = before.get(fileId) ?? { fileId, here: true, leaves: 0, condition: "" as const, note: "" };
      return new Map(before).set(fileId, { ...was, ...fields });
    });
  const take = () => {
    const { files, leaves, text } = readScan(typed, list);
    for (const file of files) put(file.id, { here: true, ...(leaves > 0 ? { leaves } : {}) });
    setUnknown(files.length === 0 ? text : "");
    setSaid(
      files.length === 0 ? words.notListed(text) : words.found(files.map(({ code }) => code).join(", ")),
    );
    setTyped("");
  };
  const write = async () => {
    setBusy(true);
    try {
      const answer = await desk.call("handovers.count", {
        id: handoverId,
        found: [...found.values()],
        extras: extras.map((label) => ({ label, note: "" })),
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
  const reason =
    value.list === null
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
              onClick={() => {
                for (const { id } of left) put(id, { here: false });
              }}
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
              setExtras((before) => [...new Set([...before, unknown])]);
              setUnknown("");
              setSaid("");
            }}
          >
            {words.addExtra(unknown)}
          </Button>
        )}
      </Group>
      {extras.length > 0 && <Text>{words.extras(extras.join(", "))}</Text>}
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
