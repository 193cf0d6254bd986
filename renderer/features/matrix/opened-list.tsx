import { useLocation } from "wouter";
import type { Matrix, MatrixPlace } from "#shared/contract/completeness.ts";
import { useWords } from "#renderer/app/words.tsx";
import { CorrectionList } from "./correction-list.tsx";
import { GapList } from "./gap-list.tsx";
import { type MatrixView, toMatrixAt } from "./matrix-address.ts";
import { MatrixList } from "./matrix-list.tsx";
import { rowName } from "./row-name.ts";

/** The list that the address opens over the matrix, if it opens one. */
export function OpenedList({ view, matrix }: { view: MatrixView; matrix: Matrix }) {
  const words = useWords().matrix;
  const [, go] = useLocation();
  const { list, narrow, from } = view;
  const show = (change: Partial<MatrixView>) => go(toMatrixAt({ ...view, ...change }), { replace: true });
  const common = {
    ...{ narrow, from },
    onStep: (next: number) => show({ from: next }),
    onClose: () => show({ list: undefined, from: 0 }),
  };
  const same = (of: MatrixPlace) => {
    const key = JSON.stringify(of);
    const row = matrix.rows.find(({ place }) => JSON.stringify(place) === key);
    return row && rowName(words, matrix.place.step, row);
  };
  if (!list) return null;
  if (list.kind === "gaps")
    return <GapList key={list.gap} place={matrix.place} kind={list.gap} {...common} />;
  const where = same(list.of);
  const named = (what: string) => (where === undefined ? what : `${where} · ${what}`);
  if (list.kind === "corrections")
    return <CorrectionList name={named(words.corrections)} of={list.of} {...common} />;
  const { stage, state } = list;
  const what = words.listed[state](words.stages[stage]);
  return (
    <MatrixList
      name={named(what)}
      list={list}
      onState={(next) => show({ list: { ...list, state: next }, from: 0 })}
      {...common}
    />
  );
}
