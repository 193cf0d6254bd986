import { Group } from "@mantine/core";
import { IconFileOff, IconPlus } from "@tabler/icons-react";
import { type ReactNode, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import type { ListingFilter, listingSorts } from "#shared/contract/listing.ts";
import { FaultView } from "#renderer/app/fault-view.tsx";
import { useDesk, useWork } from "#renderer/app/session.tsx";
import { useAskedAgain } from "#renderer/app/use-asked-again.ts";
import { useNarrow } from "#renderer/app/use-narrow.ts";
import { useRuleProfile } from "#renderer/app/use-rule-profile.ts";
import { useHistory } from "#renderer/app/use-history.tsx";
import { ViewsMenu } from "#renderer/app/views-menu.tsx";
import { useWords } from "#renderer/app/words.tsx";
import type { GridOption, GridRange } from "#renderer/ui/grid/grid-types.ts";
import { extentOf } from "#renderer/ui/grid/range.ts";
import { EmptyState } from "#renderer/ui/empty-state.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import { ColumnMenu } from "./column-menu.tsx";
import { columnsOf, sortOf, withLengthNote } from "./columns.ts";
import { filterFields, type ListFilter, yearsOf } from "./filter-fields.ts";
import { FilterChips, FilterTools } from "./filter-tools.tsx";
import type { GridQuestion } from "./grid-dialogs.tsx";
import classes from "./grid-screen.module.css";
import { keepUnsaved } from "./kept-drafts.ts";
import { listViews } from "./list-view.ts";
import { ListTools } from "./list-tools.tsx";
import { RecordGrid } from "./record-grid.tsx";
import { fileRows, type GridCollection, itemRows, type Parent } from "./row-kind.ts";
import { openRowStore } from "./row-store.ts";
import { StatusLine } from "./status-line.tsx";
import { shownColumns, useGridSettings } from "./use-grid-settings.ts";
import { useOrder } from "./use-order.ts";

const nowhere: GridRange = { from: { row: 0, column: 0 }, to: { row: 0, column: 0 } };

type Sort = { sort: (typeof listingSorts)[number]; key: string; descending: boolean };

const byPlace: Sort = { sort: "place", key: "", descending: false };

/** A list of a fonds' files or items: its filter, its counts, what can be done with its rows, and the grid of them. */
export function ListPane(props: {
  collection: GridCollection;
  label: string;
  fondsId: string;
  /** Where in the fonds: narrows the list, as the filter does. */
  place: Pick<ListingFilter, "fileId" | "inventory" | "box" | "groups" | "groupsBut">;
  /** The groups a file can be put into; empty where its fonds has no scheme. */
  groups?: readonly GridOption[];
  parent: Parent | undefined;
  edits: boolean;
  /** Why rows cannot be changed, where they cannot. */
  reason?: string;
  onOpen: (id: string) => void;
  /** What the list is narrowed by at first. */
  asked?: ListFilter | undefined;
  /** Begins the row of tools: which list is shown. */
  lead?: ReactNode;
  /** Stands beside the grid: where in the fonds. */
  side?: ReactNode;
  /** What else can be begun where the list is empty. */
  beginnings?: ReactNode;
}) {
  const { collection, fondsId, place, parent, edits } = props;
  const kind = collection === "files" ? fileRows : itemRows;
  const work = useWork();
  const desk = useDesk();
  const words = useWords();
  const history = useHistory();
  const narrow = useNarrow();
  const [filter, setFilter] = useState<ListFilter>(props.asked ?? {});
  const [sort, setSort] = useState(byPlace);
  const [range, setRange] = useState(nowhere);
  const [question, setQuestion] = useState<GridQuestion>();
  const [addAfter, setAddAfter] = useState<{ id: string | undefined }>();
  const { groups } = props;
  const set = useMemo(() => columnsOf(collection, words, groups), [collection, words, groups]);
  const rules = useRuleProfile()[collection];
  const { settings, change } = useGridSettings(collection, set);
  const columns = useMemo(
    () =>
      shownColumns(set, settings, place.fileId === undefined ? [] : ["fileCode"]).map((column) =>
        withLengthNote(column, rules, words.entry.room),
      ),
    [set, settings, place.fileId, rules, words],
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
  const fields = useMemo(
    () =>
      filterFields(
        words,
        collection,
        place.fileId === undefined ? "fonds" : "file",
        yearsOf(facets.value, filter),
      ),
    [words, collection, place.fileId, facets.value, filter],
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
      {...(noNew === undefined ? { title: words.grid.newRowKey } : {})}
      onClick={() => setAddAfter({ id: ids.at(-1) })}
    >
      {words.grid.newRow}
    </ExplainedButton>
  );
  if (order.error !== undefined && !order.known) return <FaultView error={order.error} onRetry={order.ask} />;
  const filtered = Object.keys(filter).length > 0;
  const first = ids[range.from.row];
  const noTrail = first === undefined || store.draft(first) ? words.grid.noTrail : undefined;
  return (
    <section aria-label={props.label} className={classes["pane"]}>
      <Group role="toolbar" aria-label={words.grid.toolbar} gap="xs" mb="0.5rem">
        {props.lead}
        <FilterTools fields={fields} filter={filter} facets={facets.value} onFilter={setFilter} />
        <ListTools
          locked={locked}
          noRows={noRows}
          noTrail={noTrail}
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
        <ViewsMenu
          list={listViews(collection)}
          keeps="list"
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
      <FilterChips fields={fields} filter={filter} onFilter={setFilter} />
      <div className={classes["body"]} data-narrow={narrow || undefined}>
        {props.side}
        <div className={classes["list"]}>
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
        </div>
      </div>
      <StatusLine
        rows={order.known ? ids.length : undefined}
        selected={Math.min(selected, ids.length)}
        drafts={drafts}
        wrong={wrong}
        onWrong={() => setQuestion({ kind: "wrong" })}
        stale={order.stale}
        onReview={order.review}
      />
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
