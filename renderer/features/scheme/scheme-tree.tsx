import { Text, Tooltip, UnstyledButton } from "@mantine/core";
import { IconAlertTriangle, IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import { type DragEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { type GroupPlace, type GroupStep, planMove } from "#shared/archive/move-group.ts";
import { childrenOf, type FileCount, type SchemeNode, walkScheme } from "#shared/archive/scheme.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";
import { dropPlace, type DropZone, zoneAt } from "./drop-place.ts";
import classes from "./scheme.module.css";

/** What a key or a click in the tree asks for. */
export type TreeAsk = "add-beside" | "add-below" | "edit" | "withdraw";

const stepOf: Readonly<Record<string, GroupStep>> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowRight: "in",
  ArrowLeft: "out",
};

/**
 * The groups of a scheme: walked by arrows, moved by Alt with an arrow or by dragging. The chosen one keeps the focus
 * through its moves. `moves`: whether groups may be changed here.
 */
export function SchemeTree(props: {
  scheme: readonly SchemeNode[];
  counts: ReadonlyMap<string, FileCount>;
  chosen: string;
  onChoose: (id: string) => void;
  moves: boolean;
  onStep: (id: string, step: GroupStep) => void;
  onPlace: (id: string, place: GroupPlace) => void;
  onAsk: (ask: TreeAsk) => void;
}) {
  const { scheme, counts, chosen, onChoose, moves } = props;
  const words = useWords().scheme;
  const { count } = useFormat();
  const element = useRef<HTMLDivElement>(null);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [dragged, setDragged] = useState("");
  const [drop, setDrop] = useState<{ id: string; zone: DropZone }>();
  const shown = (nodes: readonly SchemeNode[]): SchemeNode[] =>
    nodes.flatMap((node) => [node, ...(closed.has(node.group.id) ? [] : shown(node.children))]);
  const rows = shown(scheme);
  const focusable = rows.some(({ group }) => group.id === chosen) ? chosen : (rows[0]?.group.id ?? "");
  const focus = (id: string) =>
    element.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`)?.focus();

  // A moved group is another element: the focus goes with it, and its new parent is opened.
  const path = walkScheme(scheme).find(({ group }) => group.id === chosen);
  const at = `${path?.parentId ?? ""} ${path?.group.ordinal ?? 0}`;
  const hadFocus = useRef(false);
  useEffect(() => {
    if (hadFocus.current) focus(chosen);
  }, [chosen, at]);

  const toggle = (id: string, open: boolean) => {
    const next = new Set(closed);
    if (open) next.delete(id);
    else next.add(id);
    setClosed(next);
  };
  const step = (id: string, how: GroupStep) => {
    const siblings = childrenOf(scheme, path?.parentId ?? "");
    const above = siblings[siblings.findIndex(({ group }) => group.id === id) - 1];
    if (how === "in" && above) toggle(above.group.id, true);
    props.onStep(id, how);
  };
  const onKey = (event: KeyboardEvent, node: SchemeNode, row: number) => {
    const { id } = node.group;
    const ask = askOf(event);
    const go = (to: SchemeNode | undefined) => {
      event.preventDefault();
      if (!to) return;
      onChoose(to.group.id);
      focus(to.group.id);
    };
    const how = event.altKey && !event.ctrlKey && !event.metaKey ? stepOf[event.key] : undefined;
    if (how) {
      event.preventDefault();
      if (moves) step(id, how);
    } else if (ask) {
      event.preventDefault();
      props.onAsk(ask);
    } else if (event.altKey || event.ctrlKey || event.metaKey) return;
    else if (event.key === "ArrowDown") go(rows[row + 1]);
    else if (event.key === "ArrowUp") go(rows[row - 1]);
    else if (event.key === "Home") go(rows[0]);
    else if (event.key === "End") go(rows.at(-1));
    else if (event.key === "ArrowRight" && node.children.length > 0) {
      if (closed.has(id)) toggle(id, true);
      else go(node.children[0]);
    } else if (event.key === "ArrowLeft") {
      if (node.children.length > 0 && !closed.has(id)) toggle(id, false);
      else go(rows.find(({ group }) => group.id === node.parentId));
    }
  };
  const over = (event: DragEvent<HTMLElement>, node: SchemeNode) => {
    if (dragged === "") return;
    const box = event.currentTarget.getBoundingClientRect();
    const zone = zoneAt(event.clientY - box.top, box.height);
    const place = dropPlace(scheme, node, zone, !closed.has(node.group.id));
    if (!planMove(scheme, dragged, place).ok) {
      setDrop(undefined);
      return;
    }
    event.preventDefault();
    event.dataTransfer.dropEffect = "move";
    if (drop?.id !== node.group.id || drop.zone !== zone) setDrop({ id: node.group.id, zone });
  };
  const dropped = (event: DragEvent, node: SchemeNode) => {
    event.preventDefault();
    if (dragged !== "" && drop)
      props.onPlace(dragged, dropPlace(scheme, node, drop.zone, !closed.has(node.group.id)));
    setDrop(undefined);
    setDragged("");
  };

  return (
    <div
      ref={element}
      role="tree"
      aria-label={words.tree}
      className={classes["tree"]}
      onFocus={() => {
        hadFocus.current = true;
      }}
      onBlur={(event) => {
        // The focus that a moved row loses is still the tree's; one that goes elsewhere is not.
        if (event.relatedTarget) hadFocus.current = false;
      }}
    >
      {rows.map((node, row) => {
        const { group, level, children, astray } = node;
        const open = children.length > 0 ? !closed.has(group.id) : undefined;
        const Chevron = open ? IconChevronDown : IconChevronRight;
        const { own = 0, all = 0 } = counts.get(group.id) ?? {};
        const twice = childrenOf(scheme, node.parentId).some(
          (other) => other !== node && group.notation !== "" && other.group.notation === group.notation,
        );
        const caution = astray === "" ? (twice ? words.sameNotation : undefined) : words.astray[astray];
        return (
          <UnstyledButton
            component="div"
            key={group.id}
            data-id={group.id}
            role="treeitem"
            aria-level={level}
            aria-selected={group.id === chosen}
            aria-expanded={open}
            aria-description={caution}
            tabIndex={group.id === focusable ? 0 : -1}
            className={classes["node"]}
            style={{ paddingInlineStart: `${0.4 + 1.6 * (level - 1)}rem` }}
            data-chosen={group.id === chosen || undefined}
            data-drop={drop?.id === group.id ? drop.zone : undefined}
            data-dragged={dragged === group.id || undefined}
            draggable={moves}
            onClick={() => onChoose(group.id)}
            onDoubleClick={() => props.onAsk("edit")}
            onKeyDown={(event) => onKey(event, node, row)}
            onDragStart={(event) => {
              event.dataTransfer.setData("text/plain", group.title);
              event.dataTransfer.effectAllowed = "move";
              onChoose(group.id);
              setDragged(group.id);
            }}
            onDragOver={(event) => over(event, node)}
            onDrop={(event) => dropped(event, node)}
            onDragEnd={() => {
              setDrop(undefined);
              setDragged("");
            }}
          >
            <span
              className={classes["chevron"]}
              aria-hidden
              onClick={(event) => {
                if (open === undefined) return;
                event.stopPropagation();
                toggle(group.id, !open);
              }}
            >
              {open !== undefined && <Chevron size="1.1rem" />}
            </span>
            {group.notation !== "" && <span className={classes["notation"]}>{group.notation}</span>}
            <span className={classes["title"]}>{group.title}</span>
            {caution !== undefined && (
              <Tooltip label={caution} multiline maw="22rem">
                <IconAlertTriangle size="1.1rem" color="var(--mantine-color-orange-text)" aria-hidden />
              </Tooltip>
            )}
            <Text component="span" size="sm" c="dimmed" className={classes["count"]}>
              {words.counts(count(own), count(all))}
            </Text>
          </UnstyledButton>
        );
      })}
    </div>
  );
}

/** The keys of the tree besides those that walk it. Ctrl+Shift is left to the Vietnamese input methods. */
function askOf({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): TreeAsk | undefined {
  if (altKey) return undefined;
  const control = ctrlKey || metaKey;
  if (control && shiftKey) return undefined;
  if (key === "Enter") return control ? "add-beside" : shiftKey ? "add-below" : "edit";
  if (key === "F2" && !control) return "edit";
  return control && key === "Delete" ? "withdraw" : undefined;
}
