import { createContext, type ReactNode, use, useEffect, useMemo, useRef, useState } from "react";
import type { Unit } from "#shared/archive/unit.ts";
import type { Session } from "#shared/contract/session.ts";
import type { Work } from "#renderer/db/work.ts";
import type { Desk } from "#renderer/desk.ts";
import { type History, keepHistory } from "#renderer/work/history.ts";

type Opened = {
  desk: Desk;
  session: Session;
  units: readonly Unit[];
  work: Work | undefined;
  history: History;
};

const DeskContext = createContext<Desk | undefined>(undefined);
const SessionContext = createContext<Opened | undefined>(undefined);

/** Gives the desk, the session (kept up to date), the units, and the work where the machine is set up. */
export function SessionProvider(props: {
  desk: Desk;
  session: Session;
  units: readonly Unit[];
  beginWork: (session: Session) => Work | undefined;
  children: ReactNode;
}) {
  const { desk, beginWork } = props;
  const [units, setUnits] = useState(props.units);
  const [session, setSession] = useState(props.session);
  const wasShown = useRef(false);
  useEffect(() => {
    const read = () => void desk.call("session.read", {}).then(setSession, () => undefined);
    // Shown again after the lock: much may have changed under another person.
    if (wasShown.current) read();
    wasShown.current = true;
    return desk.on("session.changed", read);
  }, [desk]);
  const amended = useRef(props.session.rules.units);
  useEffect(() => {
    if (amended.current === session.rules.units) return;
    amended.current = session.rules.units;
    void desk.call("units.list", {}).then(setUnits, () => undefined);
  }, [desk, session.rules.units]);
  const who = JSON.stringify(session.profile);
  // eslint-disable-next-line react-hooks/exhaustive-deps -- the profile decides the work; the rest of a session may change under it
  const work = useMemo(() => beginWork(session), [beginWork, who]);
  // eslint-disable-next-line react-hooks/exhaustive-deps -- whoever works next does not undo what another did
  const history = useMemo(() => keepHistory(), [work]);
  const opened = useMemo(
    () => ({ desk, session, units, work, history }),
    [desk, session, units, work, history],
  );
  return (
    <DeskProvider desk={desk}>
      <SessionContext value={opened}>{props.children}</SessionContext>
    </DeskProvider>
  );
}

/** Gives the desk alone: all there is where its journal cannot be opened. */
export function DeskProvider({ desk, children }: { desk: Desk; children: ReactNode }) {
  return <DeskContext value={desk}>{children}</DeskContext>;
}

function useOpened(): Opened {
  const opened = use(SessionContext);
  if (!opened) throw new Error("no session around this screen");
  return opened;
}

export function useDesk(): Desk {
  const desk = use(DeskContext);
  if (!desk) throw new Error("no desk around this screen");
  return desk;
}

/** The desk, or nothing on a screen that stands outside of it: that of the lock. */
export function useDeskIfAny(): Desk | undefined {
  return use(DeskContext);
}

export function useSession(): Session {
  return useOpened().session;
}

export function useUnits(): readonly Unit[] {
  return useOpened().units;
}

/** The records and who is at work; only for screens shown after the first run. */
export function useWork(): Work {
  const { work } = useOpened();
  if (!work) throw new Error("this machine is not set up");
  return work;
}

/** What was done at this screen, to be undone and redone. */
export function useSteps(): History {
  return useOpened().history;
}
