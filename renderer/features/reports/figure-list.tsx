import { Alert, Anchor, Stack, Table, Text } from "@mantine/core";
import { Link, useLocation } from "wouter";
import type { ReportDraft } from "#shared/contract/reports.ts";
import { type Figure, figureIn, measureOf } from "#shared/report/report-figures.ts";
import { totalOf } from "#shared/report/sum-rows.ts";
import { toFile, toReports } from "#renderer/app/addresses.ts";
import { FaultView } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { ListSteps } from "#renderer/app/list-steps.tsx";
import { useDesk } from "#renderer/app/session.tsx";
import { useUnitNames } from "#renderer/app/unit-names.ts";
import { useAskedAgain } from "#renderer/app/use-asked-again.ts";
import { useWords } from "#renderer/app/words.tsx";
import { SideSheet } from "#renderer/ui/side-sheet.tsx";
import { toFigure } from "./figure-address.ts";
import { useFigureName } from "./use-figure-name.ts";

const limit = 50;

/** The files, items or pages behind a figure of the report, some at a time, each leading to its file. */
export function FigureList(props: { figure: Figure; from: number; draft: ReportDraft }) {
  const all = useWords();
  const words = all.reports.list;
  const desk = useDesk();
  const { count } = useFormat();
  const nameOf = useUnitNames();
  const figureName = useFigureName();
  const [, go] = useLocation();
  const { figure, from, draft } = props;
  const asked = { ...figure, from, limit };
  const { value, error, ask } = useAskedAgain(
    `report figure ${JSON.stringify(asked)}`,
    () => desk.call("reports.figure", asked),
    ["records.changed"],
  );
  const measure = measureOf(figure.name);
  const said = saidIn(draft, figure);
  const counted = value && (figure.name === "defect" ? value.total : value.sum);
  const title = `${figureName(figure)} · ${nameOf(figure.unit === "" ? draft.scope : figure.unit)}`;
  return (
    <SideSheet title={title} close={all.common.close} onClose={() => go(toReports(), { replace: true })}>
      <Stack>
        {error !== undefined && <FaultView error={error} onRetry={ask} />}
        {!value && error === undefined && <Text c="dimmed">{all.common.loading}</Text>}
        {value && (
          <>
            <Text role="status">
              {value.total === 0 ? all.matrix.nothing : words.total[measure](count(value.total))}
              {value.sum !== value.total && ` ${words.inA4(count(value.sum))}`}
            </Text>
            {said !== undefined && counted !== undefined && said !== counted && (
              <Alert color="yellow" title={words.changed(count(said), count(counted))}>
                {words.changedHint}
              </Alert>
            )}
            <Table aria-label={title} verticalSpacing="xs">
              <Table.Tbody>
                {value.rows.map((row) => (
                  <Table.Tr key={row.id}>
                    <Table.Td>
                      <Anchor component={Link} href={toFile(row.fileId)} className="figures">
                        {row.page === 0 ? row.label : words.page(row.label, count(row.page))}
                      </Anchor>
                    </Table.Td>
                    <Table.Td>{row.title}</Table.Td>
                    {measure === "pages" && (
                      <Table.Td ta="right" className="figures">
                        {row.weight > 1 && words.weighs(count(row.weight))}
                      </Table.Td>
                    )}
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
            <ListSteps
              from={from}
              shown={value.rows.length}
              total={value.total}
              limit={limit}
              onStep={(next) => go(toFigure(figure, next), { replace: true })}
            />
          </>
        )}
      </Stack>
    </SideSheet>
  );
}

/** What the report on the screen says of a figure; undefined where it says nothing. */
function saidIn(draft: ReportDraft, figure: Figure): number | undefined {
  const { name, of, unit, day } = figure;
  if (name === "defect") return draft.defects.find(({ defect }) => defect === of)?.pages ?? 0;
  if (day !== "" && day !== draft.day)
    return draft.history.find((one) => one.day === day && name === "today-pages")?.pages;
  const row = unit === "" ? totalOf(draft) : draft.rows.find((one) => one.unit === unit);
  return row && figureIn(row, { name, of });
}
