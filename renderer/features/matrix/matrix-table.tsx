import { Anchor, Table, Text } from "@mantine/core";
import { Link } from "wouter";
import { type MatrixMeasure, matrixStages } from "#shared/completeness/stages.ts";
import { sumFigures } from "#shared/completeness/sum-figures.ts";
import type { Matrix, MatrixFigures, MatrixPlace, MatrixRow } from "#shared/contract/completeness.ts";
import { toFile } from "#renderer/app/addresses.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";
import type { OpenList } from "./matrix-address.ts";
import { rowName } from "./row-name.ts";

/** The rows of the matrix and their sum: a name leads to what is below it, a figure to its list. */
export function MatrixTable(props: {
  matrix: Matrix;
  measure: MatrixMeasure;
  toPlace: (place: MatrixPlace) => string;
  toList: (list: OpenList) => string;
}) {
  const words = useWords().matrix;
  const { count } = useFormat();
  const { matrix, measure, toPlace, toList } = props;
  const { step } = matrix.place;
  const cells = (name: string, figures: MatrixFigures, place?: MatrixPlace) =>
    matrixStages.map((stage, at) => {
      const value = figures.stages[at]?.[measure] ?? 0;
      return (
        <Table.Td key={stage} ta="right" p="0.15rem">
          {place ? (
            <Anchor
              component={Link}
              href={toList({ kind: "figure", of: place, stage, state: "has", measure })}
              size="sm"
              px="xs"
              py="0.2rem"
              className="figures"
              {...(value < (figures.stages[0]?.[measure] ?? 0) && { c: "red" })}
              aria-label={words.figure(words.stages[stage], name, count(value))}
            >
              {count(value)}
            </Anchor>
          ) : (
            <Text span size="sm" className="figures" px="xs">
              {count(value)}
            </Text>
          )}
        </Table.Td>
      );
    });
  const nameCell = (row: MatrixRow) => {
    const name = rowName(words, step, row);
    return step === "items" ? (
      <Anchor component={Link} href={toFile(row.place.fileId)} size="sm">
        {name}
      </Anchor>
    ) : (
      <Anchor component={Link} href={toPlace(row.place)} size="sm" ta="left">
        {name}
      </Anchor>
    );
  };
  const levels = (["district", "commune"] as const).flatMap((level) => {
    const rows = matrix.rows.filter((row) => row.level === level);
    return rows.length > 0 && rows.length < matrix.rows.length ? [{ level, sum: sumFigures(rows) }] : [];
  });
  return (
    <Table.ScrollContainer type="native" minWidth={900} tabIndex={0} role="group" aria-label={words.table}>
      <Table verticalSpacing="0.25rem" striped aria-label={words.table}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.steps[step]}</Table.Th>
            {matrixStages.map((stage) => (
              <Table.Th key={stage} ta="right">
                {words.stages[stage]}
              </Table.Th>
            ))}
            <Table.Th ta="right">{words.odd}</Table.Th>
            <Table.Th ta="right">{words.corrections}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {matrix.rows.map((row, at) => (
            <Table.Tr key={`${at}/${row.label}`}>
              <Table.Th scope="row" fw={500}>
                {nameCell(row)}
              </Table.Th>
              {cells(rowName(words, step, row), row, step === "items" ? undefined : row.place)}
              <Table.Td ta="right" className="figures">
                {count(row.odd)}
              </Table.Td>
              <Corrections
                name={rowName(words, step, row)}
                number={row.corrections}
                {...(step === "items" ? {} : { href: toList({ kind: "corrections", of: row.place }) })}
              />
            </Table.Tr>
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          {levels.map(({ level, sum }) => (
            <Table.Tr key={level}>
              <Table.Th scope="row" fw={500}>
                {words.levels[level]}
              </Table.Th>
              {cells(words.levels[level], sum)}
              <Table.Td ta="right" className="figures">
                {count(sum.odd)}
              </Table.Td>
              <Corrections name={words.levels[level]} number={sum.corrections} />
            </Table.Tr>
          ))}
          <Table.Tr fw={600}>
            <Table.Th scope="row">{words.sum}</Table.Th>
            {cells(words.sum, matrix.total, matrix.place)}
            <Table.Td ta="right" className="figures">
              {count(matrix.total.odd)}
            </Table.Td>
            <Corrections
              name={words.sum}
              number={matrix.total.corrections}
              href={toList({ kind: "corrections", of: matrix.place })}
            />
          </Table.Tr>
        </Table.Tfoot>
      </Table>
    </Table.ScrollContainer>
  );
}

/** How many corrections are open, leading to them; nothing where none are. */
function Corrections({ name, number, href }: { name: string; number: number; href?: string }) {
  const words = useWords().matrix;
  const { count } = useFormat();
  return (
    <Table.Td ta="right" className="figures">
      {number > 0 && href !== undefined ? (
        <Anchor
          component={Link}
          href={href}
          size="sm"
          fw={600}
          c="red"
          aria-label={words.figure(words.corrections, name, count(number))}
        >
          {count(number)}
        </Anchor>
      ) : (
        count(number)
      )}
    </Table.Td>
  );
}
