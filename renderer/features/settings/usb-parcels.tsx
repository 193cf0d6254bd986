import { Checkbox, Group, Stack, Table, Text, TextInput } from "@mantine/core";
import { Dropzone } from "@mantine/dropzone";
import { notifications } from "@mantine/notifications";
import { IconReceipt } from "@tabler/icons-react";
import { useState } from "react";
import type { ParcelRow } from "#shared/contract/parcel.ts";
import { FaultView } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { useDesk } from "#renderer/app/session.tsx";
import { useAskedAgain } from "#renderer/app/use-asked-again.ts";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import { KeyValues } from "#renderer/ui/key-values.tsx";
import { Section } from "#renderer/ui/section.tsx";

/** A card is some hundred bytes; a receipt may bear any name and is told from it by its seal. */
const mostCardBytes = 20_000;

/** Sending by USB stick: what waits, a parcel written, its receipt read, and all parcels with their state. */
export function UsbParcels() {
  const words = useWords().parcel;
  const desk = useDesk();
  const { count, bytes } = useFormat();
  const [folder, setFolder] = useState("");
  const [all, setAll] = useState(false);
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const asked = useAskedAgain("parcels", () => desk.call("parcel.list", {}), ["sync.changed"]);
  const found = asked.value;
  const run = (work: () => Promise<string>) => {
    setBusy(true);
    setError(undefined);
    work()
      .then((message) => notifications.show({ message, autoClose: 15_000 }), setError)
      .finally(() => {
        setBusy(false);
        asked.ask();
      });
  };
  const write = () =>
    run(async () => {
      const parcels = await desk.call("parcel.write", { folder: folder.trim(), all });
      const [only] = parcels;
      return parcels.length === 1 && only
        ? words.written(only.path)
        : words.writtenMany(count(parcels.length), folder.trim());
    });
  const readAnswer = (file: File) =>
    run(async () => {
      if (file.name.endsWith(".json") && file.size < mostCardBytes)
        return words.cardRead((await desk.call("parcel.readCard", { text: await file.text() })).name);
      const { digest } = await desk.store(file);
      return words.read(count((await desk.call("parcel.readReceipt", { digest })).sequence));
    });
  if (!found) return null;
  const working = busy || found.writing;
  const reason = !found.enrolled
    ? words.notEnrolled
    : working
      ? words.busy
      : found.records + found.objects + (all ? found.atCentre.records + found.atCentre.objects : 0) === 0
        ? words.nothing
        : folder.trim() === ""
          ? words.folderMissing
          : undefined;
  return (
    <Section title={words.title} hint={words.hint}>
      <Stack>
        {(error ?? asked.error) !== undefined && <FaultView error={error ?? asked.error} />}
        {!found.enrolled && <Text>{words.notEnrolled}</Text>}
        <KeyValues
          rows={[
            {
              name: words.waits,
              value: words.contents(count(found.records), count(found.objects), bytes(found.bytes)),
            },
            ...(found.enrolled
              ? [
                  {
                    name: words.centres,
                    value:
                      found.centres.length === 0
                        ? words.onlyProvince
                        : words.provinceAnd(found.centres.join(", ")),
                  },
                ]
              : []),
          ]}
        />
        {found.atCentre.records + found.atCentre.objects > 0 && (
          <Stack gap="xs">
            <Text>{words.atCentre(count(found.atCentre.records), count(found.atCentre.objects))}</Text>
            <Checkbox
              label={words.all}
              checked={all}
              onChange={(event) => setAll(event.currentTarget.checked)}
            />
          </Stack>
        )}
        <TextInput
          label={words.folder}
          placeholder={words.folderHint}
          value={folder}
          onChange={(event) => setFolder(event.currentTarget.value)}
          maxLength={1000}
          autoComplete="off"
          spellCheck={false}
        />
        <Group>
          <ExplainedButton reason={reason} onClick={write}>
            {words.write}
          </ExplainedButton>
          {found.writing && (
            <Text role="status">{words.writing(bytes(found.writtenBytes), bytes(found.bytes))}</Text>
          )}
        </Group>
        <Dropzone
          onDrop={(files) => files[0] && readAnswer(files[0])}
          multiple={false}
          disabled={!found.enrolled || working}
          aria-label={words.receipt}
          p="md"
        >
          <Group justify="center" gap="sm" wrap="nowrap" style={{ pointerEvents: "none" }}>
            <IconReceipt aria-hidden style={{ flexShrink: 0 }} />
            <Text miw={0}>{words.receipt}</Text>
          </Group>
        </Dropzone>
        <ParcelTable parcels={found.parcels} />
      </Stack>
    </Section>
  );
}

function ParcelTable({ parcels }: { parcels: readonly ParcelRow[] }) {
  const words = useWords().parcel;
  const { count, bytes, time } = useFormat();
  if (parcels.length === 0) return <Text c="dimmed">{words.none}</Text>;
  return (
    <Table aria-label={words.list}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{words.columns.sequence}</Table.Th>
          <Table.Th>{words.columns.at}</Table.Th>
          <Table.Th>{words.columns.contents}</Table.Th>
          <Table.Th>{words.columns.state}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {parcels.map((row) => (
          <Table.Tr key={row.id}>
            <Table.Td>{count(row.sequence)}</Table.Td>
            <Table.Td className="figures">{time(row.at)}</Table.Td>
            <Table.Td>{words.contents(count(row.records), count(row.objects), bytes(row.bytes))}</Table.Td>
            <Table.Td>
              {row.answeredAt === ""
                ? row.arrivedAt === ""
                  ? words.waiting
                  : words.arrived(row.arrivedWith, time(row.arrivedAt)) +
                    (row.arrivedRefused > 0 ? words.arrivedRefused(count(row.arrivedRefused)) : "")
                : words.answered(
                    count(row.accepted),
                    count(row.merged),
                    count(row.refused),
                    count(row.held),
                    count(row.confirmed),
                  )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
