import { Text, UnstyledButton } from "@mantine/core";
import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import { type ComponentType, type KeyboardEvent, useRef } from "react";
import classes from "./grid-screen.module.css";

/** A place that a list can be narrowed to; `open` is absent where nothing stands below it. */
export type PlaceNode<Place> = {
  key: string;
  place: Place;
  /** From 1. */
  level: number;
  label: string;
  note: string;
  Icon: ComponentType<{ size?: number | string }>;
  open?: boolean;
};

/** Places as a tree walked by arrows, opened and closed by them; only nodes that are shown are given. */
export function PlaceTree<Place>(props: {
  label: string;
  nodes: readonly PlaceNode<Place>[];
  /** The key of the place that is shown. */
  chosen: string;
  onPlace: (place: Place) => void;
  onToggle: (key: string, open: boolean) => void;
}) {
  const { nodes, onToggle } = props;
  const element = useRef<HTMLDivElement>(null);
  const focusable = nodes.some(({ key }) => key === props.chosen) ? props.chosen : nodes[0]?.key;
  const onKey = (event: KeyboardEvent, at: number) => {
    const node = nodes[at];
    if (!node || event.ctrlKey || event.altKey || event.metaKey) return;
    const go = (to: number) => {
      event.preventDefault();
      if (to >= 0 && to < nodes.length)
        element.current?.querySelectorAll<HTMLElement>('[role="treeitem"]').item(to).focus();
    };
    if (event.key === "ArrowDown") go(at + 1);
    else if (event.key === "ArrowUp") go(at - 1);
    else if (event.key === "Home") go(0);
    else if (event.key === "End") go(nodes.length - 1);
    else if (event.key === "ArrowRight") {
      if (node.open === false) onToggle(node.key, true);
      else if (node.open) go(at + 1);
    } else if (event.key === "ArrowLeft") {
      if (node.open) onToggle(node.key, false);
      else go(nodes.findLastIndex(({ level }, place) => place < at && level < node.level));
    }
  };
  return (
    <div ref={element} role="tree" aria-label={props.label} className={classes["tree"]}>
      {nodes.map((node, at) => {
        const { Icon } = node;
        const Chevron = node.open ? IconChevronDown : IconChevronRight;
        return (
          <UnstyledButton
            key={node.key}
            role="treeitem"
            aria-level={node.level}
            aria-selected={node.key === focusable}
            aria-expanded={node.open}
            tabIndex={node.key === focusable ? 0 : -1}
            className={classes["node"]}
            style={{ paddingInlineStart: `${0.4 + 0.6 * (node.level - 1)}rem` }}
            data-chosen={node.key === focusable || undefined}
            onClick={() => props.onPlace(node.place)}
            onKeyDown={(event) => onKey(event, at)}
          >
            <span
              className={classes["chevron"]}
              aria-hidden
              onClick={(event) => {
                if (node.open === undefined) return;
                event.stopPropagation();
                onToggle(node.key, !node.open);
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
