import { useState } from "react";
import { type CustodyPointRecord, isInUse } from "#shared/archive/custody-point.ts";
import type { CustodyOddity } from "#shared/custody/judge-point.ts";
import type { CustodyPoint } from "#shared/custody/paper-way.ts";
import type { Standing } from "#shared/contract/custody.ts";
import { readPointMark } from "#shared/forms/point-mark.ts";
import { notifyFault } from "#renderer/app/fault-view.tsx";
import { useDesk } from "#renderer/app/session.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { paperName } from "./paper-name.ts";

/**
 * What a scan does at this desk: asks only, or records that the paper passed a point; one of the center's own (`pointId`),
 * or a common one at a place that is typed.
 */
export type Station = { point: CustodyPoint | ""; pointId: string; place: string; by: string };

export type Chosen = Pick<Standing["paper"], "subject" | "id">;

/** What was recorded although something is out of order: of which paper, and what. */
export type Odd = { name: string; codes: readonly CustodyOddity[] };

/** What was asked last, and what came of it. A point's label that is scanned has the next scans recorded there. */
export function useAsking(
  station: Station,
  points: readonly CustodyPointRecord[],
  onPoint: (point: CustodyPointRecord) => void,
) {
  const desk = useDesk();
  const all = useWords();
  const words = all.custody;
  const [found, setFound] = useState<readonly Standing[]>([]);
  const [chosen, setChosen] = useState<Chosen>();
  const [said, setSaid] = useState("");
  const [odd, setOdd] = useState<Odd>();
  const clear = (next?: Chosen) => {
    setChosen(next);
    setFound([]);
    setSaid("");
    setOdd(undefined);
  };
  const take = async ({ paper }: Standing) => {
    const one = { subject: paper.subject, id: paper.id };
    clear(one);
    if (station.point === "") return;
    const { point, pointId, place, by } = station;
    const own = pointId === "" ? {} : { pointId };
    const said = { point, ...own, place: place.trim(), by: by.trim(), note: "" };
    const { events } = await desk.call("custody.mark", { papers: [one], ...said });
    const name = paperName(words, paper);
    const codes = events.flatMap((event) => event.odd ?? []);
    if (codes.length > 0) setOdd({ name, codes });
    else setSaid(words.recorded(name, words.points[point]));
  };
  const guarded = (work: Promise<void>) => work.catch((fault: unknown) => notifyFault(all, fault));
  const ask = async (typed: string) => {
    const mark = readPointMark(typed);
    if (mark !== undefined) {
      goTo(points.find(({ id }) => id === mark));
      return;
    }
    const answer = await desk.call("custody.find", { typed: typed.slice(0, 400) });
    const [only, ...others] = answer.found;
    if (only && others.length === 0) return take(only);
    clear();
    setFound(answer.found);
    setSaid(only ? words.choose : words.none(typed));
  };
  const goTo = (point: CustodyPointRecord | undefined) => {
    clear();
    if (!point) {
      setSaid(words.pointUnknown);
      return;
    }
    onPoint(point);
    if (!isInUse(point)) setSaid(words.odd["point-ended"]);
  };
  return {
    found,
    chosen,
    said,
    odd,
    ask: (typed: string) => guarded(ask(typed)),
    choose: (standing: Standing) => guarded(take(standing)),
    /** Looks at one of the list, recording nothing. */
    look: (paper: Standing["paper"]) => clear({ subject: paper.subject, id: paper.id }),
  };
}
