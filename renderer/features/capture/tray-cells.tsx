import { Text } from "@mantine/core";
import { IconCheck, IconPhoto } from "@tabler/icons-react";
import { type DragEvent, type KeyboardEvent, type MouseEvent, useMemo, useRef, useState } from "react";
import { keyOfArrival } from "#shared/capture/arrival-key.ts";
import { checkName } from "#shared/capture/check-name.ts";
import type { Unmatched } from "#shared/contract/capture.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useDesk } from "#renderer/app/session.tsx";
import { useWords } from "#renderer/app/words.tsx";
import type { Document } from "#renderer/work/batch-documents.ts";
import { trayDrag } from "./tray-drag.ts";
import classes from "./tray.module.css";

/** Thumbnails of what waits: several are selected by mouse or keyboard, and dragged to an item together. */
export function TrayCells(props: {
  label: string;
  waiting: readonly Unmatched[];
  documents: readonly Document[];
  selected: ReadonlySet<string>;
  onSelect: (selected: ReadonlySet<string>) => void;
  onEnter: () => void;
  onUndo: () => void;
}) {
  const { waiting, documents, selected, onSelect } = props;
  const box = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const [from, setFrom] = useState(0);
  const here = Math.min(at, waiting.length - 1);
  const codes = new Map(documents.map(({ file }) => [file.id, file.code]));
  const keys = waiting.map(keyOfArrival);
  const span = (one: number, other: number) =>
    new Set([...selected, ...keys.slice(Math.min(one, other), Math.max(one, other) + 1)]);
  const toggled = (index: number) => {
    const next = new Set(selected);
    const key = keys[index] ?? "";
    if (!next.delete(key)) next.add(key);
    return next;
  };
  const go = (to: number, widen: boolean) => {
    const next = Math.max(0, Math.min(waiting.length - 1, to));
    if (widen) onSelect(span(from, next));
    else setFrom(next);
    setAt(next);
    box.current?.children[next]?.scrollIntoView({ block: "nearest" });
  };
  const press = (event: KeyboardEvent) => {
    const across = columnsOf(box.current);
    const steps: Record<string, number> = {
      ArrowRight: 1,
      ArrowLeft: -1,
      ArrowDown: across,
      ArrowUp: -across,
      Home: -waiting.length,
      End: waiting.length,
    };
    const step = steps[event.key];
    const isCommand = event.ctrlKey || event.metaKey;
    if (step !== undefined) go(here + step, event.shiftKey);
    else if (event.key === " ") onSelect(toggled(here));
    else if (event.key === "Enter") props.onEnter();
    else if (event.key === "Escape") onSelect(new Set());
    else if (isCommand && event.key.toLowerCase() === "a") onSelect(new Set(keys));
    else if (isCommand && event.key.toLowerCase() === "z") props.onUndo();
    else return;
    event.preventDefault();
  };
  const click = (event: MouseEvent, index: number) => {
    setAt(index);
    if (event.shiftKey) onSelect(span(from, index));
    else {
      setFrom(index);
      onSelect(toggled(index));
    }
  };
  const drag = (event: DragEvent, index: number) => {
    const key = keys[index] ?? "";
    const taken = selected.has(key) ? keys.filter((one) => selected.has(one)) : [key];
    event.dataTransfer.setData(trayDrag, JSON.stringify(taken));
    event.dataTransfer.effectAllowed = "move";
  };
  const current = waiting[here];
  return (
    <>
      <div
        ref={box}
        className={classes["cells"]}
        role="listbox"
        aria-multiselectable
        aria-label={props.label}
        aria-activedescendant={`tray-${here}`}
        tabIndex={0}
        onKeyDown={press}
      >
        {waiting.map((one, index) => (
          <Cell
            key={keys[index]}
            id={`tray-${index}`}
            one={one}
            under={one.fileId === "" ? "" : (codes.get(one.fileId) ?? "")}
            selected={selected.has(keys[index] ?? "")}
            current={index === here}
            onClick={(event) => click(event, index)}
            onDragStart={(event) => drag(event, index)}
          />
        ))}
      </div>
      {current && <NameMessage name={current.name} documents={documents} />}
    </>
  );
}

/** Why the entry that one stands on found no item by its name, and a name that would have. */
function NameMessage({ name, documents }: { name: string; documents: readonly Document[] }) {
  const { tray } = useWords().matching;
  const { findings } = tray;
  const listed = useMemo(() => {
    const files = new Map<string, number[]>();
    for (const { file, item } of documents) {
      files.set(file.code, [...(files.get(file.code) ?? []), item.ordinal]);
    }
    return [...files].map(([code, ordinals]) => ({ code, ordinals }));
  }, [documents]);
  const finding = checkName(name, listed);
  if (!finding) return null;
  const why =
    finding.why === "no-pattern"
      ? findings["no-pattern"]
      : finding.why === "not-listed"
        ? findings["not-listed"](finding.code)
        : finding.ordinal === undefined
          ? findings["whole-file"](finding.code)
          : findings["no-item"](finding.code, String(finding.ordinal));
  return (
    <Text size="sm" role="status" style={{ overflowWrap: "anywhere" }}>
      <Text span fw={600}>{`${name}: `}</Text>
      {`${why} ${tray.expected(finding.expected)}`}
    </Text>
  );
}

function Cell(props: {
  id: string;
  one: Unmatched;
  under: string;
  selected: boolean;
  current: boolean;
  onClick: (event: MouseEvent) => void;
  onDragStart: (event: DragEvent) => void;
}) {
  const words = useWords();
  const { tray } = words.capture;
  const desk = useDesk();
  const { count } = useFormat();
  const { one, under, selected } = props;
  return (
    <div
      id={props.id}
      className={classes["cell"]}
      role="option"
      aria-selected={selected}
      data-current={props.current || undefined}
      draggable
      onClick={props.onClick}
      onDragStart={props.onDragStart}
    >
      {one.thumbDigest === "" ? (
        <span className={classes["blank"]}>
          <IconPhoto aria-hidden color="var(--mantine-color-dimmed)" />
        </span>
      ) : (
        <img
          className={classes["thumb"]}
          src={desk.objectUrl(one.thumbDigest)}
          alt={tray.thumbnail(one.name)}
          loading="lazy"
          draggable={false}
        />
      )}
      {selected && <IconCheck className={classes["mark"]} size="1.2rem" aria-hidden />}
      <Text size="sm" fw={600} lineClamp={2} style={{ overflowWrap: "anywhere" }}>
        {one.name.split("/").at(-1)}
      </Text>
      <Text size="xs" c="dimmed">
        {tray.pages(count(one.pages))}
      </Text>
      {under !== "" && <Text size="xs">{words.matching.tray.underFile(under)}</Text>}
    </div>
  );
}

/** How many cells stand side by side now. */
function columnsOf(box: HTMLElement | null): number {
  const cells = [...(box?.children ?? [])] as HTMLElement[];
  const top = cells[0]?.offsetTop;
  return Math.max(1, cells.filter((cell) => cell.offsetTop === top).length);
}
