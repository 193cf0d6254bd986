import { Anchor } from "@mantine/core";
import { Link } from "wouter";
import type { Figure } from "#shared/report/report-figures.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";
import { toFigure } from "./figure-address.ts";
import { useFigureName } from "./use-figure-name.ts";

/** A figure that leads to the list behind it; `row` is whose it is, for those who do not see the table. */
export function FigureLink(props: { figure: Figure; value: number; row?: string; text?: string }) {
  const { list } = useWords().reports;
  const { count } = useFormat();
  const nameOf = useFigureName();
  const { figure, value, row, text = count(value) } = props;
  const name = [...(row === undefined ? [] : [row]), nameOf(figure)].join(", ");
  return (
    <Anchor
      component={Link}
      href={toFigure(figure)}
      inherit
      className="figures"
      aria-label={list.open(name, text)}
    >
      {text}
    </Anchor>
  );
}
