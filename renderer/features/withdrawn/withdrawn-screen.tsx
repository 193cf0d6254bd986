import { Button, Checkbox, Group, SegmentedControl, Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconArchiveOff, IconRestore } from "@tabler/icons-react";
import { useState } from "react";
import { notifyFault } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { useDesk, useSteps, useWork } from "#renderer/app/session.tsx";
import { useAsked } from "#renderer/app/use-asked.ts";
import { useWords } from "#renderer/app/words.tsx";
import { EmptyState } from "#renderer/ui/empty-state.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import { GridRow } from "#renderer/ui/grid-row.tsx";
import { PageHeader } from "#renderer/ui/page-header.tsx";
import { VirtualList } from "#renderer/ui/virtual-list.tsx";
import { mayEdit } from "#renderer/work/may-edit.ts";
import { restoreRecords } from "#renderer/work/restore-records.ts";
import { readWithdrawn, type WithdrawnRow } from "./withdrawn-rows.ts";

const columns = "2.5rem 6rem 11rem minmax(12rem, 2fr) minmax(10rem, 1fr) 12rem";

/** As many lines are on a page of the list. */
const pageRows = 500;

/** What was withdrawn from the inventory, to look through and to restore. */
export function WithdrawnScreen() {
  const all = useWords();
  const words = all.withdrawn;
  const work = useWork();
  const desk = useDesk();
  const history = useSteps();
  const format = useFormat();
  const [period, setPeriod] = useState<"recent" | "all">("recent");
  const [pages, setPages] = useState(1);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const asked = useAsked("withdrawn", () => readWithdrawn(work, desk));
  const found = asked.value ?? [];
  const inPeriod = period === "all" ? found : found.filter(({ recent }) => recent);
  const rows = inPeriod.slice(0, pages * pageRows);
  const chosen = rows.filter(({ id }) => picked.has(id));
  const pick = (ids: readonly string[], member: boolean) => {
    const next = new Set(picked);
    for (const id of ids) {
      if (member) next.add(id);
      else next.delete(id);
    }
    setPicked(next);
  };
  const restore = () => {
    const label = words.undoLabel(format.count(chosen.length));
    restoreRecords(work, history, label, chosen).then(
      (count) => {
        notifications.show({ message: words.restored(format.count(count)) });
        setPicked(new Set());
        asked.ask();
      },
      (error: unknown) => notifyFault(all, error),
    );
  };
  const reason = !mayEdit(work.profile.role)
    ? words.notYours
    : chosen.length === 0
      ? words.restoreNone
      : undefined;
  return (
    <Stack>
      <PageHeader
        title={words.title}
        subtitle={words.subtitle}
        back={{ to: "/inventory", label: all.inventory.title }}
        actions={
          <ExplainedButton leftSection={<IconRestore size="1.1rem" />} reason={reason} onClick={restore}>
            {words.restore(format.count(chosen.length))}
          </ExplainedButton>
        }
      />
      <Group justify="space-between">
        <SegmentedControl
          aria-label={words.period}
          value={period}
          onChange={(value) => {
            setPeriod(value === "all" ? "all" : "recent");
            setPages(1);
          }}
          data={[
            { value: "recent", label: words.periods.recent },
            { value: "all", label: words.periods.all },
          ]}
        />
        <Text c="dimmed" role="status" className="figures">
          {rows.length > 0 && words.shown(format.count(rows.length), format.count(inPeriod.length))}
        </Text>
      </Group>
      {asked.value && rows.length === 0 && (
        <EmptyState
          Icon={IconArchiveOff}
          title={found.length === 0 ? words.none : words.noneRecent}
          hint={words.noneHint}
        />
      )}
      {rows.length > 0 && (
        <VirtualList
          label={words.list}
          role="table"
          count={rows.length}
          rowHeight={3}
          height="65vh"
          keyOf={(at) => rows[at]?.id ?? String(at)}
          header={
            <GridRow
              head
              columns={columns}
              cells={[
                <Checkbox
                  key="all"
                  aria-label={words.pickAll}
                  checked={chosen.length === rows.length}
                  indeterminate={chosen.length > 0 && chosen.length < rows.length}
                  onChange={(event) =>
                    pick(
                      rows.map(({ id }) => id),
                      event.currentTarget.checked,
                    )
                  }
                />,
                words.kind,
                words.when,
                words.what,
                words.reason,
                words.who,
              ]}
            />
          }
          renderRow={(at) => {
            const row = rows[at];
            return row && <Line row={row} picked={picked.has(row.id)} onPick={pick} />;
          }}
        />
      )}
      {rows.length < inPeriod.length && (
        <Group>
          <Button variant="default" onClick={() => setPages(pages + 1)}>
            {words.more(format.count(Math.min(pageRows, inPeriod.length - rows.length)))}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

function Line(props: {
  row: WithdrawnRow;
  picked: boolean;
  onPick: (ids: readonly string[], member: boolean) => void;
}) {
  const words = useWords().withdrawn;
  const format = useFormat();
  const { row, picked, onPick } = props;
  return (
    <GridRow
      columns={columns}
      cells={[
        <Checkbox
          key="pick"
          aria-label={words.pick(row.label)}
          checked={picked}
          onChange={(event) => onPick([row.id], event.currentTarget.checked)}
        />,
        words.kinds[row.collection],
        row.at === 0 ? "" : format.time(row.at),
        <Stack key="what" gap={0}>
          <Text fw={600} className="figures">
            {row.label}
          </Text>
          <Text>{row.title}</Text>
        </Stack>,
        row.reason,
        row.by,
      ]}
    />
  );
}
