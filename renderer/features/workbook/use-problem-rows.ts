import { useCallback, useRef, useState } from "react";
import type { RowProblem, WorkbookReport } from "#shared/contract/workbook.ts";
import { notifyFault } from "#renderer/app/fault-view.tsx";
import { useDesk } from "#renderer/app/session.tsx";
import { useWords } from "#renderer/app/words.tsx";

export type Severity = RowProblem["severity"] | "all";

/** So many are asked for at once: some screens of them. */
const pageSize = 200;

/**
 * The problems of a dry run by their place among those of a severity, however many there are: a report brings its first
 * ones, further ones are asked for a page at a time when `ask` is told of a place that is looked at.
 */
export function useProblemRows({ token, problems, more, errors, warnings }: WorkbookReport) {
  const desk = useDesk();
  const words = useWords();
  const [pages, setPages] = useState<ReadonlyMap<string, readonly RowProblem[]>>(new Map());
  const asked = useRef(new Set<string>());
  const countOf = (severity: Severity) =>
    severity === "all" ? errors + warnings : severity === "error" ? errors : warnings;
  const rowAt = (severity: Severity, index: number): RowProblem | undefined =>
    pages.get(`${severity} ${Math.floor(index / pageSize)}`)?.[index % pageSize];
  const ask = useCallback(
    (severity: Severity, index: number) => {
      const page = Math.floor(index / pageSize);
      const key = `${severity} ${page}`;
      if (asked.current.has(key)) return;
      asked.current.add(key);
      const keep = (rows: readonly RowProblem[]) => setPages((before) => new Map(before).set(key, rows));
      const of = severity === "all" ? {} : { severity };
      desk.call("workbook.problemRows", { token, ...of, from: page * pageSize, count: pageSize }).then(
        (answer) => keep(answer.problems),
        (error: unknown) => {
          asked.current.delete(key);
          notifyFault(words, error);
        },
      );
    },
    [desk, token, words],
  );
  // A report that brought all of them needs no more.
  const whole = (severity: Severity) =>
    severity === "all" ? problems : problems.filter((problem) => problem.severity === severity);
  return more ? { countOf, rowAt, ask } : { countOf, rowAt: wholeAt(whole), ask };
}

function wholeAt(whole: (severity: Severity) => readonly RowProblem[]) {
  const lists = new Map<Severity, readonly RowProblem[]>();
  return (severity: Severity, index: number): RowProblem | undefined => {
    const list = lists.get(severity) ?? whole(severity);
    lists.set(severity, list);
    return list[index];
  };
}
