import { useState } from "react";
import type { CustodyPoint } from "#shared/custody/paper-way.ts";
import type { Standing } from "#shared/contract/custody.ts";
import { notifyFault } from "#renderer/app/fault-view.tsx";
import { useDesk } from "#renderer/app/session.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { paperName } from "./paper-name.ts";

/** What a scan does at this desk: asks only, or records that the paper passed a point. */
export type Station = { point: CustodyPoint | ""; place: string; by: string };

export type Chosen = Pick<Standing["paper"], "subject" | "id">;

/** What was asked last, and what came of it. */
export function useAsking(station: Station) {
  const desk = useDesk();
  const all = useWords();
  const words = all.custody;
  const [found, setFound] = useState<readonly Standing[]>([]);
  const [chosen, setChosen] = useState<Chosen>();
  const [said, setSaid] = useState("");
  const take = async ({ paper }: Standing) => {
    const one = { subject: paper.subject, id: paper.id };
    setChosen(one);
    setFound([]);
    setSaid("");
    if (station.point === "") return;
    const { point, place, by } = station;
    await desk.call("custody.mark", { papers: [one], point, place: place.trim(), by: by.trim(), note: "" });
    setSaid(words.recorded(paperName(words, paper), words.points[point]));
  };
  const guarded = (work: Promise<void>) => work.catch((fault: unknown) => notifyFault(all, fault));
  const ask = async (typed: string) => {
    const answer = await desk.call("custody.find", { typed: typed.slice(0, 400) });
    const [only, ...others] = answer.found;
    if (only && others.length === 0) return take(only);
    setChosen(undefined);
    setFound(answer.found);
    setSaid(only ? words.choose : words.none(typed));
  };
  return {
    found,
    chosen,
    said,
    ask: (typed: string) => guarded(ask(typed)),
    choose: (standing: Standing) => guarded(take(standing)),
    /** Looks at one of the list, recording nothing. */
    look: (paper: Standing["paper"]) => {
      setChosen({ subject: paper.subject, id: paper.id });
      setFound([]);
      setSaid("");
    },
  };
}
