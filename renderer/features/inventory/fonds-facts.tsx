import { List, Stack, Text } from "@mantine/core";
import { IconCircleCheck, IconClockQuestion } from "@tabler/icons-react";
import type { Fonds } from "#shared/archive/fonds.ts";
import { successorsBelow, successorsOf } from "#shared/archive/successor.ts";
import type { InventoryTree } from "#shared/contract/listing.ts";
import { ConflictNotice } from "#renderer/app/conflict-notice.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { useDesk } from "#renderer/app/session.tsx";
import { useUnitNames } from "#renderer/app/unit-names.ts";
import { useAskedAgain } from "#renderer/app/use-asked-again.ts";
import { useSuccessors } from "#renderer/app/use-successors.ts";
import { useWords } from "#renderer/app/words.tsx";
import { KeyValues } from "#renderer/ui/key-values.tsx";
import { StateBadge } from "#renderer/ui/state-badge.tsx";

const events = ["records.changed"] as const;

/** All that is registered of a fonds, beside what is counted of it on this machine and what became of its unit. */
export function FondsFacts({ fonds }: { fonds: Fonds }) {
  const all = useWords();
  const names = all.inventory.fonds;
  const format = useFormat();
  const nameOf = useUnitNames();
  const desk = useDesk();
  const tree = useAskedAgain(
    `tree ${fonds.id}`,
    () => desk.call("listing.tree", { fondsId: fonds.id }),
    events,
  ).value;
  const count = (number: number) => (number === 0 ? "" : format.count(number));
  const counted = tree && countsOf(tree);
  return (
    <>
      <ConflictNotice id={fonds.id} />
      <KeyValues
        rows={[
          { name: names.code, value: <span className="figures">{fonds.code}</span> },
          { name: names.archiveCode, value: fonds.archiveCode },
          { name: all.entry.codesState, value: <Codes fonds={fonds} /> },
          { name: names.unit, value: nameOf(fonds.scope) },
          { name: all.entry.successors, value: <SuccessorList scope={fonds.scope} /> },
          { name: names.open, value: names.openWords[fonds.open ? "open" : "closed"] },
          { name: names.dateSpan, value: fonds.dateSpan },
          {
            name: all.entry.counted,
            value: counted
              ? all.entry.countedWords(
                  format.count(counted.files),
                  format.count(counted.items),
                  format.count(counted.leaves),
                )
              : "",
          },
          { name: names.paperTotal, value: count(fonds.paperTotal) },
          { name: names.copiedPages, value: count(fonds.copiedPages) },
          { name: names.history, value: historyOf(fonds) },
          { name: names.keyGroups, value: fonds.keyGroups },
          { name: names.otherTypes, value: fonds.otherTypes },
          { name: names.languages, value: fonds.languages },
          { name: names.findingAids, value: fonds.findingAids },
          { name: names.note, value: fonds.note },
        ]}
      />
    </>
  );
}

/** Files, items and leaves of a fonds, over all its inventories and boxes. */
function countsOf(tree: InventoryTree): { files: number; items: number; leaves: number } {
  const counts = { files: 0, items: 0, leaves: 0 };
  for (const { files, boxes } of tree.inventories) {
    counts.files += files;
    for (const box of boxes) {
      counts.items += box.items;
      counts.leaves += box.leaves;
    }
  }
  return counts;
}

/** Its history in its own lines; nothing where none was written. */
function historyOf({ history }: Fonds) {
  return history.trim() === "" ? "" : <span style={{ whiteSpace: "pre-line" }}>{history}</span>;
}

/** Whether the province has confirmed the identifiers; at the province, never here. */
function Codes({ fonds }: { fonds: Fonds }) {
  const words = useWords().entry;
  const format = useFormat();
  if (fonds.codesConfirmedAt !== "")
    return (
      <StateBadge
        Icon={IconCircleCheck}
        label={words.confirmedAt(format.time(fonds.codesConfirmedAt))}
        color="green"
      />
    );
  return (
    <Stack gap="0.3rem" align="flex-start">
      <StateBadge Icon={IconClockQuestion} label={words.provisional} color="orange" />
      <Text size="sm" c="dimmed">
        {words.provisionalHint}
      </Text>
    </Stack>
  );
}

/** What became of a unit on 1 July 2025. */
function SuccessorList({ scope }: { scope: string }) {
  const words = useWords().units;
  const successors = useSuccessors();
  if (!successors) return <>{words.notKnown}</>;
  const own = successorsOf(successors, scope);
  const [only, ...more] = own.filter(({ ceded }) => ceded === undefined);
  if (!only) return <>{words.noSingle(successorsBelow(successors, scope).length)}</>;
  const given = own.filter(({ ceded }) => ceded !== undefined).map(({ to }) => to.name);
  if (more.length === 0)
    return (
      <Stack gap="0.3rem">
        <Text>{words.sinceUnit(only.to.name)}</Text>
        {given.length > 0 && (
          <Text size="sm" c="dimmed">
            {words.partNow(given.join(", "))}
          </Text>
        )}
      </Stack>
    );
  return (
    <Stack gap="0.3rem">
      <Text>{words.since}:</Text>
      <List>
        {own.map(({ to, part }) => (
          <List.Item key={to.scope}>{part ? words.partOf(to.name) : to.name}</List.Item>
        ))}
      </List>
      <Text size="sm" c="dimmed">
        {words.splitUnit}
      </Text>
    </Stack>
  );
}
