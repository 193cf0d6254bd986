import { SegmentedControl, Stack } from "@mantine/core";
import { IconArchive, IconBox, IconFolder, IconFolderOff, IconListDetails } from "@tabler/icons-react";
import { useState } from "react";
import { countFiles, idsBelow, nameOfGroup, type SchemeNode, walkScheme } from "#shared/archive/scheme.ts";
import type { InventoryTree, ListingFilter } from "#shared/contract/listing.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";
import { type PlaceNode, PlaceTree } from "./place-tree.tsx";
import classes from "./grid-screen.module.css";

/** A place in a fonds: all of it, an inventory list, a box of one, or a group of its scheme (empty: in none). */
export type TreePlace = { inventory?: string; box?: string; group?: string };

/** What a list is narrowed by at a place. A group stands for all below it. */
export function filterOfPlace(
  { group, ...boxes }: TreePlace,
  scheme: readonly SchemeNode[],
): Pick<ListingFilter, "inventory" | "box" | "groups" | "groupsBut"> {
  if (group === undefined) return boxes;
  const nodes = walkScheme(scheme);
  if (group === "") return { groupsBut: nodes.map((node) => node.group.id) };
  const node = nodes.find((one) => one.group.id === group);
  return { groups: node ? idsBelow(node) : [group] };
}

type TreeProps = {
  tree: InventoryTree | undefined;
  scheme: readonly SchemeNode[];
  /** Files by the group they name. */
  grouped: readonly { id: string; files: number }[];
  place: TreePlace;
  onPlace: (place: TreePlace) => void;
};

/** Where in a fonds: its inventory lists and boxes, or the groups of its scheme, with their counts. */
export function InventoryTreeView(props: TreeProps) {
  const words = useWords().scheme;
  const { scheme, place, onPlace } = props;
  const [shown, setShown] = useState(place.group === undefined ? "boxes" : "groups");
  const byGroups = scheme.length > 0 && shown === "groups";
  return (
    <Stack gap="xs" className={classes["side"]}>
      {scheme.length > 0 && (
        <SegmentedControl
          aria-label={words.treeOf}
          size="xs"
          fullWidth
          data={[
            { value: "boxes", label: words.byBoxes },
            { value: "groups", label: words.byGroups },
          ]}
          value={byGroups ? "groups" : "boxes"}
          onChange={(value) => {
            setShown(value);
            onPlace({});
          }}
        />
      )}
      {byGroups ? <GroupTree {...props} /> : <BoxTree {...props} />}
    </Stack>
  );
}

function BoxTree(props: TreeProps) {
  const words = useWords().grid.tree;
  const { count } = useFormat();
  const { closed, toggle } = useClosed();
  const inventories = props.tree?.inventories ?? [];
  const files = inventories.reduce((sum, one) => sum + one.files, 0);
  const nodes: PlaceNode<TreePlace>[] = [
    { key: "all", place: {}, level: 1, label: words.all, note: words.files(count(files)), Icon: IconArchive },
    ...inventories.flatMap(({ inventory, files: own, boxes }): PlaceNode<TreePlace>[] => {
      const key = keyOf({ inventory });
      const open = !closed.has(key);
      const label = inventory === "" ? words.noInventory : words.inventory(inventory);
      const note = words.files(count(own));
      const list = { key, place: { inventory }, level: 1, label, note, open, Icon: IconListDetails };
      const below = boxes.map(({ box, files: inBox, leaves, locations }) => ({
        key: keyOf({ inventory, box }),
        place: { inventory, box },
        level: 2,
        label: box === "" ? words.noBox : words.box(box),
        note:
          words.boxCounts(count(inBox), count(leaves)) +
          (locations.length > 1 ? ` · ${words.disagree(locations.join(", "))}` : ""),
        Icon: IconBox,
      }));
      return open ? [list, ...below] : [list];
    }),
  ];
  return (
    <PlaceTree
      label={words.label}
      nodes={nodes}
      chosen={keyOf(props.place)}
      onPlace={props.onPlace}
      onToggle={toggle}
    />
  );
}

function GroupTree({ scheme, grouped, place, onPlace }: TreeProps) {
  const all = useWords();
  const words = all.grid.tree;
  const { count } = useFormat();
  const { closed, toggle } = useClosed();
  const { of, loose } = countFiles(scheme, grouped);
  const within = scheme.reduce((sum, { group }) => sum + (of.get(group.id)?.all ?? 0), 0);
  const note = (files: number) => words.files(count(files));
  const shown = (nodes: readonly SchemeNode[]): PlaceNode<TreePlace>[] =>
    nodes.flatMap((node) => {
      const { group, level, children } = node;
      const key = keyOf({ group: group.id });
      const open = !closed.has(key);
      const own: PlaceNode<TreePlace> = {
        ...{ key, place: { group: group.id }, level, Icon: IconFolder },
        label: level === 1 ? nameOfGroup(node) : [group.notation, group.title].filter(Boolean).join(". "),
        note: note(of.get(group.id)?.all ?? 0),
        ...(children.length > 0 ? { open } : {}),
      };
      return [own, ...(open ? shown(children) : [])];
    });
  const nodes: PlaceNode<TreePlace>[] = [
    { key: "all", place: {}, level: 1, label: words.all, note: note(within + loose), Icon: IconArchive },
    ...shown(scheme),
    {
      ...{ key: keyOf({ group: "" }), place: { group: "" }, level: 1, Icon: IconFolderOff },
      label: all.scheme.loose,
      note: note(loose),
    },
  ];
  return (
    <PlaceTree
      label={all.scheme.tree}
      nodes={nodes}
      chosen={keyOf(place)}
      onPlace={onPlace}
      onToggle={toggle}
    />
  );
}

function keyOf({ inventory, box, group }: TreePlace): string {
  if (group !== undefined) return `g/${group}`;
  if (inventory === undefined) return "all";
  return box === undefined ? `i/${inventory}` : `i/${inventory}/${box}`;
}

function useClosed() {
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const toggle = (key: string, open: boolean) => {
    const next = new Set(closed);
    if (open) next.delete(key);
    else next.add(key);
    setClosed(next);
  };
  return { closed, toggle };
}
