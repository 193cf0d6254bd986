import { Text, UnstyledButton } from "@mantine/core";
import {
  IconArchive,
  IconBox,
  IconChevronDown,
  IconChevronRight,
  IconListDetails,
} from "@tabler/icons-react";
import { type KeyboardEvent, useRef, useState } from "react";
import type { InventoryTree } from "#shared/contract/listing.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";
import classes from "./grid-screen.module.css";

/** A place in a fonds: all of it, an inventory list, or a box of one. */
export type TreePlace = { inventory?: string; box?: string };

type Node = { key: string; place: TreePlace; level: number; label: string; note: string; open?: boolean };

/** Inventory lists and their boxes with their counts: a tree walked by arrows, opened and closed by them. */
export function InventoryTreeView(props: {
  tree: InventoryTree | undefined;
  place: TreePlace;
  onPlace: (place: TreePlace) => void;
}) {
  const words = useWords().grid.tree;
  const { count } = useFormat();
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const element = useRef<HTMLDivElement>(null);
  const inventories = props.tree?.inventories ?? [];
  const files = inventories.reduce((sum, one) => sum + one.files, 0);
  const nodes: Node[] = [
    { key: "all", place: {}, level: 1, label: words.all, note: words.files(count(files)) },
    ...inventories.flatMap(({ inventory, files: own, boxes }): Node[] => {
      const key = `i/${inventory}`;
      const open = !closed.has(key);
      const label = inventory === "" ? words.noInventory : words.inventory(inventory);
      const list = { key, place: { inventory }, level: 1, label, note: words.files(count(own)), open };
      const below = boxes.map(({ box, files: inBox, leaves, locations }) => ({
        key: `${key}/${box}`,
        place: { inventory, box },
        level: 2,
        label: box === "" ? words.noBox : words.box(box),
        note:
          words.boxCounts(count(inBox), count(leaves)) +
          (locations.length > 1 ? ` · ${words.disagree(locations.join(", "))}` : ""),
      }));
      return open ? [list, ...below] : [list];
    }),
  ];
  const chosen = nodes.find(
    ({ place }) => place.inventory === props.place.inventory && place.box === props.place.box,
  );
  const focusable = chosen?.key ?? "all";
  const focus = (at: number) =>
    element.current?.querySelectorAll<HTMLElement>('[role="treeitem"]').item(at).focus();
  const toggle = (key: string, open: boolean) => {
    const next = new Set(closed);
    if (open) next.delete(key);
    else next.add(key);
    setClosed(next);
  };
  const onKey = (event: KeyboardEvent, at: number) => {
    const node = nodes[at];
    if (!node || event.ctrlKey || event.altKey || event.metaKey) return;
    const go = (to: number) => {
      event.preventDefault();
      if (to >= 0 && to < nodes.length) focus(to);
    };
    if (event.key === "ArrowDown") go(at + 1);
    else if (event.key === "ArrowUp") go(at - 1);
    else if (event.key === "Home") go(0);
    else if (event.key === "End") go(nodes.length - 1);
    else if (event.key === "ArrowRight") {
      if (node.open === false) toggle(node.key, true);
      else if (node.open) go(at + 1);
    } else if (event.key === "ArrowLeft") {
      if (node.open) toggle(node.key, false);
      else if (node.level === 2) go(nodes.findLastIndex(({ level }, place) => place < at && level === 1));
    }
  };
  return (
    <div ref={element} role="tree" aria-label={words.label} className={classes["tree"]}>
      {nodes.map((node, at) => {
        const isChosen = node.key === focusable;
        const Icon = node.key === "all" ? IconArchive : node.level === 1 ? IconListDetails : IconBox;
        const Chevron = node.open ? IconChevronDown : IconChevronRight;
        return (
          <UnstyledButton
            key={node.key}
            role="treeitem"
            aria-level={node.level}
            aria-selected={isChosen}
            aria-expanded={node.open}
            tabIndex={isChosen ? 0 : -1}
            className={classes["node"]}
            data-level={node.level}
            data-chosen={isChosen || undefined}
            onClick={() => props.onPlace(node.place)}
            onKeyDown={(event) => onKey(event, at)}
          >
            <span
              className={classes["chevron"]}
              aria-hidden
              onClick={(event) => {
                if (node.open === undefined) return;
                event.stopPropagation();
                toggle(node.key, !node.open);
              }}
            >
              {node.open !== undefined && <Chevron size="1rem" />}
            </span>
            <Icon size="1.1rem" aria-hidden />
            <span className={classes["label"]}>
              <span>{node.label}</span>
              <Text component="span" size="xs" c="dimmed" className="figures">
                {node.note}
              </Text>
            </span>
          </UnstyledButton>
        );
      })}
    </div>
  );
}
