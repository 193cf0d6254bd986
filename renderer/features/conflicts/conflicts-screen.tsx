import { Group, Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconArrowsSplit2 } from "@tabler/icons-react";
import { useState } from "react";
import { may } from "#shared/archive/permissions.ts";
import { notifyFault } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { useSteps, useWork } from "#renderer/app/session.tsx";
import { mostConflicts, useOpenConflicts } from "#renderer/app/use-conflicts.ts";
import { useWords } from "#renderer/app/words.tsx";
import { EmptyState } from "#renderer/ui/empty-state.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import { PageHeader } from "#renderer/ui/page-header.tsx";
import { mayEdit } from "#renderer/work/may-edit.ts";
import { ConflictCard } from "./conflict-card.tsx";
import { ConflictList } from "./conflict-list.tsx";
import { type Choice, settleConflicts } from "./settle-conflicts.ts";

/** Fields that two people wrote unknown to each other, to choose a value for; see `Conflict`. */
export function ConflictsScreen() {
  const all = useWords();
  const words = all.conflicts;
  const work = useWork();
  const history = useSteps();
  const { count } = useFormat();
  const found = useOpenConflicts();
  const rows = found ?? [];
  const [shownId, setShownId] = useState("");
  const [lastAt, setLastAt] = useState(0);
  const known = rows.findIndex(({ conflict }) => conflict.id === shownId);
  // The one after a settled one takes its place in the list.
  const at = known >= 0 ? known : Math.max(0, Math.min(lastAt, rows.length - 1));
  const row = rows[at];
  const show = (place: number) => {
    const next = rows[(place + rows.length) % rows.length];
    if (!next) return;
    setShownId(next.conflict.id);
    setLastAt(rows.indexOf(next));
  };
  const settle = (choices: readonly Choice[]) => {
    const label = words.step(count(choices.length));
    setLastAt(at);
    settleConflicts(work, { history, label }, choices).then(
      (settled) => notifications.show({ message: words.settled(count(settled)) }),
      (error: unknown) => notifyFault(all, error),
    );
  };
  const { role } = work.profile;
  const mine = mayEdit(role) || (may(role, "edit-items") && row?.conflict.subject === "pages");
  const refused = mine ? undefined : words.notYours;
  const superseded = rows.filter(({ state }) => state === "superseded").map(({ conflict }) => ({ conflict }));
  return (
    <Stack>
      <PageHeader
        title={words.title}
        subtitle={words.subtitle}
        actions={
          superseded.length > 1 && (
            <ExplainedButton variant="default" reason={refused} onClick={() => settle(superseded)}>
              {words.closeAll(count(superseded.length))}
            </ExplainedButton>
          )
        }
      />
      {found?.length === 0 && <EmptyState Icon={IconArrowsSplit2} title={words.none} hint={words.noneHint} />}
      {row && (
        <Group align="flex-start" gap="lg">
          <ConflictList rows={rows} shown={at} onShow={show} />
          <div style={{ flex: "1 1 26rem", minWidth: 0 }}>
            <ConflictCard
              key={row.conflict.id}
              row={row}
              at={at}
              total={rows.length}
              ofPerson={(by) =>
                rows
                  .filter(
                    ({ conflict, state }) =>
                      state === "open" && conflict.sides.some((side) => side.by === by),
                  )
                  .map(({ conflict }) => conflict)
              }
              refused={refused}
              onMove={(step) => show(at + step)}
              onSettle={settle}
            />
          </div>
        </Group>
      )}
      {rows.length >= mostConflicts && <Text c="dimmed">{words.more(count(mostConflicts))}</Text>}
    </Stack>
  );
}
