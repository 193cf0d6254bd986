import { Stack, Table, Text } from "@mantine/core";
import { IconShieldCheck } from "@tabler/icons-react";
import { map } from "rxjs";
import type { Exclusion } from "#shared/archive/exclusion.ts";
import type { Fonds } from "#shared/archive/fonds.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWork } from "#renderer/app/session.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { useLive } from "#renderer/db/use-live.ts";
import { EmptyState } from "#renderer/ui/empty-state.tsx";

/** The decisions that kept secrets out of a fonds, the latest first; they say where the paper is, never what it says. */
export function ExclusionsTab({ fonds }: { fonds: Fonds }) {
  const words = useWords().review.exclusions;
  const { time } = useFormat();
  const { db } = useWork();
  const all = useLive(`review/exclusions/${fonds.id}`, () =>
    db.exclusions
      .find({ selector: { fondsId: fonds.id }, index: ["fondsId", "decidedAt"] })
      .$.pipe(map((found) => found.map((one) => one.toJSON() as Exclusion))),
  );
  if (!all) return null;
  const standing = all.filter(({ withdrawn }) => withdrawn === "").reverse();
  if (standing.length === 0)
    return <EmptyState Icon={IconShieldCheck} title={words.none} hint={words.noneHint} />;
  return (
    <Stack>
      <Text c="dimmed">{words.hint}</Text>
      <Table.ScrollContainer type="native" minWidth="44rem" tabIndex={0} role="group" aria-label={words.list}>
        <Table aria-label={words.list} verticalSpacing="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{words.class}</Table.Th>
              <Table.Th>{words.place}</Table.Th>
              <Table.Th>{words.metAt}</Table.Th>
              <Table.Th>{words.decided}</Table.Th>
              <Table.Th>{words.note}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {standing.map((one) => (
              <Table.Tr key={one.id}>
                <Table.Td fw={600}>{words.classes[one.class]}</Table.Td>
                <Table.Td>{one.place || words.noPlace}</Table.Td>
                <Table.Td>{one.metAt}</Table.Td>
                <Table.Td>{[one.decidedBy, time(one.decidedAt)].filter(Boolean).join(" · ")}</Table.Td>
                <Table.Td>{one.note}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Stack>
  );
}
