import { Table, Text } from "@mantine/core";
import type { AsideRow } from "#shared/contract/province-aside.ts";
import { useFormat } from "#renderer/app/format.ts";
import { LackingLines } from "#renderer/app/lacking-lines.tsx";
import { useReason } from "#renderer/app/refusal-words.ts";
import { useWords } from "#renderer/app/words.tsx";

/** What tells a row put aside from every other. */
export function keyOfAside({ collection, id, device, at }: AsideRow): string {
  return `${collection} ${id} ${device} ${at}`;
}

/** Rows that are put aside: what each is, who sent it, why it is not in the store and what is to be done. */
export function AsideRows({ rows }: { rows: readonly AsideRow[] }) {
  const all = useWords();
  const words = all.aside;
  const format = useFormat();
  const reasonOf = useReason();
  const whyOf = ({ collection, code, detail, waitsFor }: AsideRow) => {
    if (!waitsFor) return reasonOf(code, detail);
    if (collection === "batches") return words.waitsForContent;
    const kind = all.refused.collections[waitsFor.collection];
    return waitsFor.code === "" ? words.waitsFor(kind) : words.parentRefused(reasonOf(waitsFor.code, ""));
  };
  const nextOf = (row: AsideRow) => words.next[nextKey(row)] ?? all.refused.next[row.code] ?? "";
  return (
    <Table.ScrollContainer type="native" minWidth={820} tabIndex={0} role="group" aria-label={words.list}>
      <Table aria-label={words.list} verticalSpacing="sm" striped>
        <Table.Thead>
          <Table.Tr>
            {Object.entries(words.columns).map(([column, name]) => (
              <Table.Th key={column}>{name}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={keyOfAside(row)}>
              <Table.Th scope="row" fw={500}>
                {all.refused.collections[row.collection]}
                <Text size="sm" c="dimmed" className="figures" style={{ overflowWrap: "anywhere" }}>
                  {row.label === "" ? row.id : row.label}
                </Text>
              </Table.Th>
              <Table.Td>
                {row.unitName}
                <Text size="sm" c="dimmed">
                  {row.device}
                </Text>
              </Table.Td>
              <Table.Td>
                {whyOf(row)}
                {row.lacks && <LackingLines lacks={row.lacks} />}
              </Table.Td>
              <Table.Td className="figures">{format.time(row.at)}</Table.Td>
              <Table.Td>{nextOf(row)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

/** Which of the words says what is to be done. */
function nextKey({ collection, code, waitsFor }: AsideRow): string {
  if (!waitsFor) return code;
  if (collection === "batches") return "content";
  return waitsFor.code === "" ? code : "parent";
}
