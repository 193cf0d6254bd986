import { Group, Stack, Table, Text, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import type { FoundParcel, TakenParcel } from "#shared/contract/parcel.ts";
import { FaultView } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { useDesk } from "#renderer/app/session.tsx";
import { useAskedAgain } from "#renderer/app/use-asked-again.ts";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import { Section } from "#renderer/ui/section.tsx";

/** At a district's centre: the parcels on a stick, each taken in by a press, and those that were. */
export function TakenParcels() {
  const all = useWords();
  const words = all.takenParcels;
  const desk = useDesk();
  const { count } = useFormat();
  const [folder, setFolder] = useState("");
  const [found, setFound] = useState<{ folder: string; parcels: FoundParcel[] }>();
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const asked = useAskedAgain("taken parcels", () => desk.call("parcel.list", {}), ["sync.changed"]);
  const run = (work: () => Promise<string>) => {
    setBusy(true);
    setError(undefined);
    work()
      .then((message) => {
        if (message !== "") notifications.show({ message, autoClose: 15_000 });
      }, setError)
      .finally(() => {
        setBusy(false);
        asked.ask();
      });
  };
  const lookIn = async (where: string) =>
    setFound({ folder: where, parcels: await desk.call("parcel.look", { folder: where }) });
  const look = () => run(() => lookIn(folder.trim()).then(() => ""));
  const take = (where: string, name: string) =>
    run(async () => {
      const row = await desk.call("parcel.take", { folder: where, name });
      await lookIn(where);
      const took = words.took(row.sender, count(row.sequence), `${name}.huyen`);
      const { held = 0 } = row;
      return held > 0 ? `${took} ${words.waits(count(held))}` : took;
    });
  const writeCard = () =>
    run(async () => words.cardWritten((await desk.call("parcel.writeCard", { folder: folder.trim() })).path));
  const list = asked.value;
  if (!list?.mayTake) return null;
  const working = busy || list.taking !== null;
  const reason = working ? all.parcel.busy : folder.trim() === "" ? all.parcel.folderMissing : undefined;
  return (
    <Section title={words.title} hint={words.hint}>
      <Stack>
        {error !== undefined && <FaultView error={error} />}
        <TextInput
          label={words.folder}
          placeholder={all.parcel.folderHint}
          value={folder}
          onChange={(event) => setFolder(event.currentTarget.value)}
          onKeyDown={(event) => event.key === "Enter" && !reason && look()}
          maxLength={1000}
          autoComplete="off"
          spellCheck={false}
        />
        <Group>
          <ExplainedButton reason={reason} onClick={look}>
            {words.look}
          </ExplainedButton>
          <ExplainedButton variant="default" reason={reason} onClick={writeCard}>
            {words.card}
          </ExplainedButton>
          {list.taking !== null && <Text role="status">{words.taking(count(list.taking))}</Text>}
        </Group>
        <Text c="dimmed" size="sm">
          {words.cardHint}
        </Text>
        {found && <FoundTable {...found} busy={working} onTake={take} />}
        {list.taken.length > 0 && <TakenTable parcels={list.taken} />}
      </Stack>
    </Section>
  );
}

function FoundTable(props: {
  folder: string;
  parcels: readonly FoundParcel[];
  busy: boolean;
  onTake: (folder: string, name: string) => void;
}) {
  const all = useWords();
  const words = all.takenParcels;
  const { count, bytes, time } = useFormat();
  const { folder, parcels, busy, onTake } = props;
  if (parcels.length === 0) return <Text>{words.noneFound}</Text>;
  return (
    <Table aria-label={words.found}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{words.columns.file}</Table.Th>
          <Table.Th>{words.columns.sender}</Table.Th>
          <Table.Th>{words.columns.at}</Table.Th>
          <Table.Th>{words.columns.act}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {parcels.map(({ name, size, sequence, from, at, times }) => (
          <Table.Tr key={name}>
            <Table.Td>{`${name} (${bytes(size)})`}</Table.Td>
            <Table.Td>
              {from === "" ? words.unknown : `${from}, ${words.columns.sequence} ${count(sequence)}`}
            </Table.Td>
            <Table.Td className="figures">{at === "" ? "" : time(at)}</Table.Td>
            <Table.Td>
              <ExplainedButton
                size="xs"
                variant={times > 0 ? "default" : "filled"}
                reason={busy ? all.parcel.busy : undefined}
                onClick={() => onTake(folder, name)}
              >
                {times > 0 ? words.takeAgain : words.take}
              </ExplainedButton>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function TakenTable({ parcels }: { parcels: readonly TakenParcel[] }) {
  const words = useWords().takenParcels;
  const { count, time } = useFormat();
  return (
    <Table aria-label={words.takenList}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{words.columns.sender}</Table.Th>
          <Table.Th>{words.columns.sequence}</Table.Th>
          <Table.Th>{words.columns.at}</Table.Th>
          <Table.Th>{words.columns.outcome}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {parcels.map((row) => (
          <Table.Tr key={`${row.id} ${row.takenAt}`}>
            <Table.Td>{row.sender}</Table.Td>
            <Table.Td>{count(row.sequence)}</Table.Td>
            <Table.Td className="figures">{time(row.at)}</Table.Td>
            <Table.Td>
              {[
                words.outcome(count(row.accepted), count(row.merged), count(row.refused), count(row.objects)),
                ...(row.times > 1 ? [words.times(count(row.times))] : []),
                ...(row.outOfOrder ? [words.late] : []),
              ].join("; ")}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
