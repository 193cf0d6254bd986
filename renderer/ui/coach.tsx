import { Button, CloseButton, Group, Paper, Text } from "@mantine/core";
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from "react";
import classes from "./coach.module.css";
import { type Box, placeCoach } from "./place-coach.ts";

/** How often the coach looks where the thing it speaks of is now, in milliseconds: screens load and scroll. */
const look = 250;

/**
 * A note beside something on the screen, one of a row. It blocks nothing: the screen is used as always. Arrow keys go
 * back and on while the note has the focus, Escape hides it. `find` gives what it speaks of, if it is there.
 */
export function Coach(props: {
  title: string;
  text: string;
  position: string;
  find: () => Element | null;
  words: { back: string; next: string; hide: string };
  onBack?: (() => void) | undefined;
  onNext: () => void;
  onHide: () => void;
}) {
  const { title, text, position, find, words, onBack, onNext, onHide } = props;
  const id = useId();
  const note = useRef<HTMLDivElement>(null);
  const [anchor, setAnchor] = useState<Box>();
  const [place, setPlace] = useState({ top: 0, left: 0 });
  useEffect(() => {
    note.current?.focus({ preventScroll: true });
  }, [title]);
  useLayoutEffect(() => {
    let seen: Element | null = null;
    const measure = () => {
      const found = find();
      if (found && found !== seen) found.scrollIntoView({ block: "nearest" });
      seen = found;
      const box = found ? boxOf(found) : undefined;
      setAnchor((before) => (same(before, box) ? before : box));
      const size = note.current ? boxOf(note.current) : { width: 0, height: 0 };
      const next = placeCoach(box, size, { width: window.innerWidth, height: window.innerHeight });
      setPlace((before) => (before.top === next.top && before.left === next.left ? before : next));
    };
    measure();
    const timer = window.setInterval(measure, look);
    window.addEventListener("resize", measure);
    window.addEventListener("scroll", measure, true);
    return () => {
      window.clearInterval(timer);
      window.removeEventListener("resize", measure);
      window.removeEventListener("scroll", measure, true);
    };
  }, [find]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") onHide();
    else if (event.key === "ArrowRight") onNext();
    else if (event.key === "ArrowLeft") onBack?.();
  };
  return (
    <>
      {anchor && (
        <div
          aria-hidden
          className={classes["ring"]}
          style={{
            top: anchor.top - 4,
            left: anchor.left - 4,
            width: anchor.width + 8,
            height: anchor.height + 8,
          }}
        />
      )}
      <Paper
        ref={note}
        className={classes["coach"] ?? ""}
        role="dialog"
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-text`}
        tabIndex={-1}
        shadow="lg"
        p="md"
        style={place}
        onKeyDown={onKeyDown}
      >
        <Group justify="space-between" wrap="nowrap" align="flex-start" gap="sm">
          <Text id={`${id}-title`} fw={600} fz="1.0625rem">
            {title}
          </Text>
          <CloseButton aria-label={words.hide} title={words.hide} onClick={onHide} />
        </Group>
        <Text id={`${id}-text`} my="xs">
          {text}
        </Text>
        <Group justify="space-between">
          <Text size="sm" c="dimmed" className="figures">
            {position}
          </Text>
          <Group gap="xs">
            {onBack && (
              <Button variant="default" size="compact-md" onClick={onBack}>
                {words.back}
              </Button>
            )}
            <Button size="compact-md" onClick={onNext}>
              {words.next}
            </Button>
          </Group>
        </Group>
      </Paper>
    </>
  );
}

function boxOf(element: Element): Box {
  const { top, left, width, height } = element.getBoundingClientRect();
  return { top, left, width, height };
}

function same(one: Box | undefined, other: Box | undefined): boolean {
  return (
    one?.top === other?.top &&
    one?.left === other?.left &&
    one?.width === other?.width &&
    one?.height === other?.height
  );
}
