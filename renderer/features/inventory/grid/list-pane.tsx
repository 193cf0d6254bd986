import { Button, Group, Switch, Text } from "@mantine/core";
import { IconFileOff, IconPlus, IconRefresh } from "@tabler/icons-react";
import { type ReactNode, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import type { ListingFilter, listingSorts } from "#shared/contract/listing.ts";
import { FaultView } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { useDesk, useWork } from "#renderer/app/session.tsx";
import { useAskedAgain } from "#renderer/app/use-asked-again.ts";
import { useHistory } from "#renderer/app/use-history.tsx";
import { useWords } from "#renderer/app/words.tsx";
import type { GridRange } from "#renderer/ui/grid/grid-types.ts";
import { extentOf } from "#renderer/ui/grid/range.ts";
import { EmptyState } from "#renderer/ui/empty-state.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import { ColumnMenu } from "./column-menu.tsx";
import { columnsOf, sortOf } from "./columns.ts";
import { FilterBar, type ListFilter, withField } from "./filter-bar.tsx";
import type { GridQuestion } from "./grid-dialogs.tsx";
import classes from "./grid-screen.module.css";
import { keepUnsaved } from "./kept-drafts.ts";
import { ListTools } from "./list-tools.tsx";
import { RecordGrid } from "./record-grid.tsx";
import { fileRows, type GridCollection, itemRows, type Parent } from "./row-kind.ts";
import { openRowStore } from "./row-store.ts";
import { shownColumns, useGridSettings } from "./use-grid-settings.ts";
import { useOrder } from "./use-order.ts";
import { ViewsMenu } from "./views-menu.tsx";

const nowhere: GridRange = { from: { row: 0, column: 0 }, to: { row: 0, column: 0 } };

type Sort = { sort: (typeof listingSorts)[number]; key: string; descending: boolean };

const byPlace: Sort = { sort: "place", key: "", descending: false };

/** A list of a fonds' files or items: its filter, its counts, what can be done with its rows, and the grid of them. */
export function ListPane(props: {
  collection: GridCollection;
  label: string;
  fondsId: string;
  /** Where in the fonds: narrows the list, as the filter does. */
  place: Pick<ListingFilter, "fileId" | "inventory" | "box">;
  parent: Parent | undefined;
  edits: boolean;
  /** Why rows cannot be changed, where they cannot. */
  reason?: string;
  onOpen: (id: string) => void;
  /** What the list is narrowed by at first. */
  asked?: ListFilter | undefined;
  /** What else can be begun where the list is empty. */
  beginnings?: ReactNode;
}) {
  const { collection, fondsId, place, parent, edits } = props;
  const kind = collection === "files" ? fileRows : itemRows;
  const work = useWork();
  const desk = useDesk();
  const words = useWords();
  const { count } = useFormat();
  const history = useHistory();
  const [filter, setFilter] = useState<ListFilter>(props.asked ?? {});
  const [sort, setSort] = useState(byPlace);
  const [range, setRange] = useState(nowhere);
  const [question, setQuestion] = useState<GridQuestion>();
  const [addAfter, setAddAfter] = useState<{ id: string | undefined }>();
  const set = useMemo(() => columnsOf(collection, words), [collection, words]);
  const { settings, change } = useGridSettings(collection, set);
  const columns = useMemo(
    () => shownColumns(set, settings, place.fileId === undefined ? [] : ["fileCode"]),
    [set, settings, place.fileId],
  );
  const kept = useMemo(() => new Set(settings.kept), [settings.kept]);
  const draftKey = `mucluc.drafts.${collection}.${place.fileId ?? fondsId}`;
  const store = useMemo(
    () => openRowStore(work, kind, keepUnsaved(window.localStorage, draftKey)),
    [work, kind, draftKey],
  );
  useEffect(() => () => store.close(), [store]);
  const version = useSyncExternalStore(store.subscribe, store.version);
  const whole = { fondsId, ...place, ...filter };
  const order = useOrder(store, { collection, filter: whole, sort: sort.sort, descending: sort.descending });
  const facets = useAskedAgain(
    `facets ${collection} ${JSON.stringify(whole)}`,
    () => desk.call("listing.facets", { collection, filter: whole }),
    ["records.changed"],
  );

  const ids = store.ids();
  const box = extentOf(range);
  const selected = box.bottom - box.top + 1;
  const hasSaved = ids.slice(box.top, box.bottom + 1).some((id) => !store.draft(id));
  const wrong = store.wrong().length;
  const drafts = store.drafts().length;
  const locked = edits ? undefined : (props.reason ?? words.grid.readOnlyReason);
  const noRows = locked ?? (hasSaved ? undefined : words.grid.noneSelected);
  const noNew = locked ?? (parent || ids.length > 0 ? undefined : words.grid.newRowNeedsFile);
  const restorable = ids
    .slice(box.top, box.bottom + 1)
    .filter((id) => (store.row(id)?.record.withdrawn ?? "") !== "");
  const newRow = (
    <ExplainedButton
      leftSection={<IconPlus size="1.1rem" aria-hidden />}
      reason={noNew}
      onClick={() => setAddAfter({ id: ids.at(-1) })}
    >
      {ids.length > 0 ? words.grid.newRowKey : words.grid.newRow}
    </ExplainedButton>
  );
  if (order.error !== undefined && !order.known) return <FaultView error={order.error} onRetry={order.ask} />;
  const filtered = Object.keys(filter).length > 0;
  return (
    <section aria-label={props.label}>
      <FilterBar
        collection={collection}
        within={place.fileId === undefined ? "fonds" : "file"}
        filter={filter}
        facets={facets.value}
        onFilter={setFilter}
      />
      <ListTools
        locked={locked}
        noRows={noRows}
        empty={ids.length === 0}
        newRow={newRow}
        onAsk={(what) => setQuestion({ kind: what, range })}
        onRestore={
          edits && restorable.length > 0
            ? () => {
                const edited = restorable.map((id) => kind.change(id, { withdrawn: "" }));
                void history.record(words.grid.steps.restore, edited, true);
              }
            : undefined
        }
      />
      <Group gap="md" mb="xs" mih="2.25rem">
        <Text role="status" className="figures" fw={600}>
          {order.known && words.grid.rows(count(ids.length))}
        </Text>
        {selected > 1 && (
          <Text className="figures">{words.grid.selected(count(Math.min(selected, ids.length)))}</Text>
        )}
        {drafts > 0 && <Text className="figures">{words.grid.drafts(drafts)}</Text>}
        {wrong > 0 && (
          <Button
            color="red.9"
            autoContrast={false}
            size="compact-md"
            onClick={() => setQuestion({ kind: "wrong" })}
          >
            {words.grid.wrongCells(wrong)}
          </Button>
        )}
        {order.stale && (
          <Button
            variant="subtle"
            size="compact-md"
            leftSection={<IconRefresh size="1rem" aria-hidden />}
            onClick={order.review}
          >
            {words.grid.changed} – {words.grid.review}
          </Button>
        )}
        <Group gap="xs" ml="auto">
          <Switch
            label={words.inventory.showWithdrawn}
            checked={filter.withdrawnToo ?? false}
            onChange={(event) =>
              setFilter(withField(filter, "withdrawnToo", event.currentTarget.checked || undefined))
            }
          />
          <ViewsMenu
            collection={collection}
            current={{
              filter,
              sort: sort.sort,
              descending: sort.descending,
              order: [...settings.order],
              hidden: [...settings.hidden],
            }}
            onView={(view) => {
              setFilter(view.filter);
              setSort({
                sort: view.sort,
                key: keyOfSort(view.sort, collection),
                descending: view.descending,
              });
              change({ order: view.order, hidden: view.hidden });
            }}
          />
          <ColumnMenu collection={collection} set={set} settings={settings} onChange={change} />
        </Group>
      </Group>
      {order.known && ids.length === 0 ? (
        <EmptyState
          Icon={IconFileOff}
          title={filtered ? words.grid.noMatches : words.grid.noRows[collection]}
          hint={filtered ? words.grid.noMatchesHint : words.grid.noRowsHint[collection]}
        >
          {!filtered && edits && (
            <>
              {props.beginnings}
              {newRow}
            </>
          )}
        </EmptyState>
      ) : null}
      <div className={classes["frame"]} hidden={ids.length === 0}>
        <RecordGrid
          key={`${collection} ${draftKey}`}
          kind={kind}
          store={store}
          version={version}
          label={props.label}
          fondsId={fondsId}
          parent={parent}
          columns={columns}
          kept={kept}
          onKept={({ key }) =>
            change({
              kept: kept.has(key) ? settings.kept.filter((one) => one !== key) : [...settings.kept, key],
            })
          }
          sorted={sort.key === "" ? undefined : { key: sort.key, descending: sort.descending }}
          onSort={({ key }) => setSort((before) => nextSort(before, key))}
          edits={edits}
          range={range}
          onRange={setRange}
          onOpen={props.onOpen}
          question={question}
          ask={setQuestion}
          addAfter={addAfter}
        />
      </div>
    </section>
  );
}

/** A column's order, then the other way round, then the list's own order again. */
function nextSort(before: Sort, key: string): Sort {
  const sort = Object.entries(sortOf).find(([column]) => column === key)?.[1];
  if (!sort) return before;
  if (before.key !== key) return { sort, key, descending: false };
  return before.descending ? byPlace : { ...before, descending: true };
}

function keyOfSort(sort: Sort["sort"], collection: GridCollection): string {
  const names = Object.entries(sortOf).filter(([, name]) => name === sort);
  const own = collection === "items" ? names.at(-1) : names[0];
  return own?.[0] ?? "";
}
