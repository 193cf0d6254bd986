import { Anchor, Badge, Group, Paper, Table, Text, Title } from "@mantine/core";
import { useId, useState } from "react";
import { Link } from "wouter";
import { documentTypeName } from "#shared/archive/codes.ts";
import { writeDate } from "#shared/archive/date-text.ts";
import type { Item } from "#shared/archive/item.ts";
import type { DuplicateGroup } from "#shared/contract/listing.ts";
import type { Words } from "#shared/text/vi.ts";
import { toFile } from "#renderer/app/addresses.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWork } from "#renderer/app/session.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import { mayEdit } from "#renderer/work/may-edit.ts";
import classes from "./review.module.css";
import { SettleDialog, type Settling } from "./settle-dialog.tsx";
import { useFiles, useItems } from "./use-items.ts";

/** Copies drawn side by side; of more, the rest are only counted. */
const mostShown = 6;

/** `own`: each copy's own place or capture, which tells nothing of whether two are one document. */
type Row = { field: keyof Words["review"]["duplicates"]["fields"]; texts: readonly string[]; own?: true };

/** One group of possible duplicates: a column for each copy, the fields that differ marked, and what to do about it. */
export function DuplicateCard({ group, at }: { group: DuplicateGroup; at: number }) {
  const { review } = useWords();
  const words = review.duplicates;
  const { count } = useFormat();
  const work = useWork();
  const id = useId();
  const [settling, setSettling] = useState<Settling>();
  const items = useItems(group.itemIds);
  const files = useFiles((items ?? []).map(({ fileId }) => fileId));
  if (!items) return <Paper withBorder p="md" mb="md" h="20rem" />;
  const shown = items.slice(0, mostShown);
  const codes = shown.map(({ fileId }) => files?.get(fileId)?.code ?? "");
  const refused = mayEdit(work.profile.role) ? undefined : review.mayNot;
  return (
    <Paper component="article" aria-labelledby={id} withBorder p="md" mb="md" mr="xs">
      <Group justify="space-between" mb="sm">
        <Group gap="sm">
          <Title order={2} fz="1.0625rem" id={id}>
            {words.group(String(at + 1))}
          </Title>
          <Badge variant="default" size="lg" tt="none" fw={500} title={words.kindHints[group.kind]}>
            {words.kinds[group.kind]}
          </Badge>
          {group.justified && (
            <Badge variant="light" size="lg" tt="none" fw={500}>
              {words.justified}
            </Badge>
          )}
        </Group>
        <ExplainedButton
          variant="default"
          reason={refused ?? (group.justified ? words.justified : undefined)}
          onClick={() => setSettling({ kind: "keep-all", items })}
        >
          {words.keepAll}
        </ExplainedButton>
      </Group>
      {items.length > mostShown && (
        <Text mb="xs">{words.tooMany(count(mostShown), count(items.length))}</Text>
      )}
      <Table.ScrollContainer minWidth={`${String(10 + 18 * shown.length)}rem`}>
        <Table aria-labelledby={id} layout="fixed" verticalSpacing="0.35rem">
          <Table.Thead>
            <Table.Tr>
              <Table.Th w="10rem">{words.field}</Table.Th>
              {shown.map((item, index) => (
                <Table.Th key={item.id}>
                  <Group justify="space-between" gap="xs">
                    {words.copy(String(index + 1))}
                    <ExplainedButton
                      size="compact-sm"
                      variant="light"
                      aria-label={`${words.keepOne}: ${words.copy(String(index + 1))}`}
                      reason={refused}
                      onClick={() => setSettling({ kind: "keep-one", items, keptId: item.id, at: index + 1 })}
                    >
                      {words.keepOne}
                    </ExplainedButton>
                  </Group>
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            <Table.Tr>
              <Table.Th scope="row">{words.fields.file}</Table.Th>
              {shown.map((item, index) => (
                <Table.Td key={item.id}>
                  <Anchor component={Link} href={toFile(item.fileId)} className="figures">
                    {codes[index] || review.openFile}
                  </Anchor>
                </Table.Td>
              ))}
            </Table.Tr>
            {rowsOf(shown, words).map((row) => (
              <FieldRow key={row.field} row={row} ids={shown.map((item) => item.id)} />
            ))}
            {shown.some(({ keptBecause }) => keptBecause !== "") && (
              <Table.Tr>
                <Table.Th scope="row">{words.keptBecause}</Table.Th>
                {shown.map((item) => (
                  <Table.Td key={item.id}>{item.keptBecause}</Table.Td>
                ))}
              </Table.Tr>
            )}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {settling && <SettleDialog settling={settling} onClose={() => setSettling(undefined)} />}
    </Paper>
  );
}

function FieldRow({ row, ids }: { row: Row; ids: readonly string[] }) {
  const { duplicates: words } = useWords().review;
  const differs = !row.own && new Set(row.texts).size > 1;
  return (
    <Table.Tr data-differs={differs || undefined} className={classes["field"]}>
      <Table.Th scope="row">
        {words.fields[row.field]}
        {differs && (
          <Text size="xs" component="span" display="block" fw={400}>
            {words.differs}
          </Text>
        )}
      </Table.Th>
      {row.texts.map((text, index) => (
        <Table.Td key={ids[index]} style={{ overflowWrap: "anywhere" }}>
          {text === "" ? (
            <Text span c="dimmed" fs="italic">
              {words.blank}
            </Text>
          ) : (
            text
          )}
        </Table.Td>
      ))}
    </Table.Tr>
  );
}

/** The fields to compare, without those blank in every copy. */
function rowsOf(items: readonly Item[], words: Words["review"]["duplicates"]): Row[] {
  const rows: Row[] = [
    { field: "number", texts: items.map(({ number }) => number) },
    { field: "symbol", texts: items.map(({ symbol }) => symbol) },
    { field: "issuedDate", texts: items.map(({ issuedDate }) => writeDate(issuedDate)) },
    { field: "type", texts: items.map(({ type }) => documentTypeName(type)) },
    { field: "issuer", texts: items.map(({ issuer }) => issuer) },
    { field: "subject", texts: items.map(({ subject }) => subject) },
    { field: "addressee", texts: items.map(({ addressee }) => addressee) },
    { field: "signer", texts: items.map(({ signer }) => signer) },
    { field: "leaves", texts: items.map(({ leaves }) => leaves), own: true },
    { field: "pageCount", texts: items.map(({ pageCount }) => (pageCount === 0 ? "" : String(pageCount))) },
    { field: "note", texts: items.map(({ note }) => note) },
    {
      field: "captured",
      texts: items.map(({ renditionDigest }) => words.captured[renditionDigest === "" ? "no" : "yes"]),
      own: true,
    },
  ];
  return rows.filter(({ texts }) => texts.some((text) => text !== ""));
}
