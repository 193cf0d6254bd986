import { Anchor, Button, Group, Skeleton, Stack, Table, Text } from "@mantine/core";
import { IconTable } from "@tabler/icons-react";
import { Link } from "wouter";
import { toFile } from "#renderer/app/addresses.ts";
import { FaultView } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { toListed } from "#renderer/app/listed.ts";
import { useDesk, useWork } from "#renderer/app/session.tsx";
import { useAskedAgain } from "#renderer/app/use-asked-again.ts";
import { useWords } from "#renderer/app/words.tsx";
import type { BoxRow } from "./box-rows.ts";

/** The most files that are listed here; the grid lists any number. */
const most = 300;

/** "Nội dung hộp": the files in a box in order, with the way to each and to the grid narrowed to the box. */
export function BoxContents({ fondsId, row }: { fondsId: string; row: BoxRow }) {
  const desk = useDesk();
  const { db } = useWork();
  const words = useWords().boxes;
  const { count, date } = useFormat();
  const { inventory, number: box } = row;
  const asked = useAskedAgain(
    `contents ${row.id}`,
    async () => {
      const filter = { fondsId, inventory, box };
      const { ids } = await desk.call("listing.order", { collection: "files", filter, sort: "place" });
      const shown = ids.slice(0, most);
      const held = await db.files.findByIds(shown).exec();
      const files = shown.flatMap((id) => {
        const file = held.get(id);
        return file ? [file.toJSON()] : [];
      });
      return { files, total: ids.length };
    },
    ["records.changed"],
  );
  if (asked.error !== undefined && !asked.value) return <FaultView error={asked.error} onRetry={asked.ask} />;
  if (!asked.value) return <Skeleton h="12rem" />;
  const { files, total } = asked.value;
  return (
    <Stack>
      <Group justify="space-between">
        <Text>{words.total(count(row.files), count(row.leaves))}</Text>
        <Button
          component={Link}
          href={toListed(fondsId, { collection: "files", filter: { inventory, box } })}
          variant="default"
          leftSection={<IconTable size="1.1rem" aria-hidden />}
        >
          {words.inGrid}
        </Button>
      </Group>
      {files.length < total && <Text c="dimmed">{words.firstOf(count(files.length), count(total))}</Text>}
      {files.length === 0 ? (
        <Text c="dimmed">{words.noFiles}</Text>
      ) : (
        <Table aria-label={words.contents} verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{words.columns.code}</Table.Th>
              <Table.Th>{words.columns.title}</Table.Th>
              <Table.Th>{words.columns.dates}</Table.Th>
              <Table.Th ta="end" style={{ whiteSpace: "nowrap" }}>
                {words.columns.leaves}
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {files.map((file) => (
              <Table.Tr key={file.id}>
                <Table.Td style={{ whiteSpace: "nowrap" }}>
                  <Anchor component={Link} href={toFile(file.id)}>
                    {file.code}
                  </Anchor>
                </Table.Td>
                <Table.Td style={{ overflowWrap: "anywhere" }}>{file.title}</Table.Td>
                <Table.Td miw="6rem">
                  {[...new Set([date(file.startDate), date(file.endDate)])].filter(Boolean).join(" – ")}
                </Table.Td>
                <Table.Td ta="end" className="figures">
                  {file.leafCount === 0 ? "" : count(file.leafCount)}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Stack>
  );
}
