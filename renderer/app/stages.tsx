import { Activity, type ReactNode } from "react";
import { flushSync } from "react-dom";
import { createRoot, type Root } from "react-dom/client";
import type { Lock } from "#shared/contract/people.ts";
import { blockKeys } from "./block-keys.ts";

/** What one person left on the screen: alive in memory, and in the document only while they are at work. */
type Stage = { root: Root; screen: ReactNode; nodes: ChildNode[]; focus: Element | null; hash: string };

export type Stages = {
  /** Shows what the lock says: the screen of whoever is at work, or the lock. Called as often as one likes. */
  follow: (lock: Lock) => Promise<void>;
};

/**
 * One screen for each person of this machine. While the screen is locked nothing of it stands in the document: its
 * nodes are taken out and its effects rest (no question is asked, no key is heard), and what was being typed stays
 * with its person until they are back.
 */
export function openStages(parts: {
  place: HTMLElement;
  /** The screen of whoever is at work now, begun anew. */
  begin: () => Promise<ReactNode>;
  wrap: (screen: ReactNode) => ReactNode;
  lockScreen: (lock: Lock) => ReactNode;
}): Stages {
  const stages = new Map<string, Stage>();
  let shown: string | undefined;
  let cover: { root: Root; place: HTMLElement; free: () => void } | undefined;
  let work: Promise<void> = Promise.resolve();

  const render = ({ root, screen }: Stage, mode: "visible" | "hidden") =>
    flushSync(() => root.render(parts.wrap(<Activity mode={mode}>{screen}</Activity>)));

  const leave = () => {
    const stage = shown === undefined ? undefined : stages.get(shown);
    shown = undefined;
    if (!stage) return;
    stage.focus = document.activeElement;
    stage.hash = window.location.hash;
    render(stage, "hidden");
    stage.nodes = [...document.body.childNodes].filter((node) => node !== cover?.place && !isScript(node));
    for (const node of stage.nodes) node.remove();
  };
  const enter = async (person: string) => {
    const known = stages.get(person);
    if (known) {
      // Where the person was is told before anything of theirs looks.
      window.history.replaceState(null, "", known.hash === "" ? "#/" : known.hash);
      document.body.append(...known.nodes);
      render(known, "visible");
      if (known.focus instanceof HTMLElement) known.focus.focus();
    } else {
      const isFirst = stages.size === 0;
      const place = isFirst ? parts.place : document.createElement("div");
      if (!isFirst) window.history.replaceState(null, "", "#/");
      const screen = await parts.begin();
      document.body.append(place);
      const made: Stage = { root: createRoot(place), screen, nodes: [], focus: null, hash: "" };
      stages.set(person, made);
      render(made, "visible");
    }
    shown = person;
  };
  const lockUp = (lock: Lock) => {
    if (!cover) {
      const place = document.createElement("div");
      cover = { place, root: createRoot(place), free: blockKeys(place) };
      leave();
      document.body.append(place);
    }
    cover.root.render(parts.wrap(parts.lockScreen(lock)));
  };
  const open = async (person: string) => {
    // A machine of one person has become one of several: it is still the same person's screen.
    const alone = stages.get("");
    if (alone && person !== "" && !stages.has(person)) {
      stages.delete("");
      stages.set(person, alone);
      if (shown === "") shown = person;
    }
    if (shown !== person) {
      leave();
      await enter(person);
    }
    cover?.free();
    cover?.root.unmount();
    cover?.place.remove();
    cover = undefined;
  };
  return {
    follow(lock) {
      const done = work.then(() => (lock.locked ? lockUp(lock) : open(lock.person)));
      work = done.catch(() => undefined);
      return done;
    },
  };
}

function isScript(node: Node): boolean {
  return node instanceof HTMLScriptElement;
}
