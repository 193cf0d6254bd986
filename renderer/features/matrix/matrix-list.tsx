import { Anchor, SegmentedControl, Stack, Table, Text } from "@mantine/core";
import { useState } from "react";
import { Link } from "wouter";
import type { MatrixMeasure, MatrixStage } from "#shared/completeness/stages.ts";
import type { MatrixPlace, matrixStates } from "#shared/contract/completeness.ts";
import type { CallInput } from "#shared/contract/desk.ts";
import { toFile } from "#renderer/app/addresses.ts";
import { FaultView } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { useDesk } from "#renderer/app/session.tsx";
import { useAskedAgain } from "#renderer/app/use-asked-again.ts";
import { useWords } from "#renderer/app/words.tsx";
import { SideSheet } from "#renderer/ui/side-sheet.tsx";
import { ListSteps } from "#renderer/app/list-steps.tsx";

/** A figure whose list is open. */
export type OpenList = {
  name: string;
  place: MatrixPlace;
  stage: MatrixStage;
  state: (typeof matrixStates)[number];
  measure: MatrixMeasure;
};

const limit = 50;

/** The files or items behind a figure, some at a time; each leads to its file. */
export function MatrixList(props: {
  list: OpenList;
  group: CallInput<"matrix.list">["group"];
  onClose: () => void;
}) {
  const all = useWords();
  const words = all.matrix;
  const desk = useDesk();
  const { count } = useFormat();
  const { list, group, onClose } = props;
  const [state, setState] = useState(list.state);
  const [from, setFrom] = useState(0);
  // Leaves have no names: their items are listed.
  const measure = list.measure === "leaves" ? "items" : list.measure;
  const { place, stage } = list;
  const asked = { place, group, stage, state, measure, from, limit };
  const { value, error, ask } = useAskedAgain(
    `matrix list ${JSON.stringify(asked)}`,
    () => desk.call("matrix.list", asked),
    ["records.changed"],
  );
  const isChoice = list.state === "has" || list.state === "lacks";
  return (
    <SideSheet title={list.name} close={all.common.close} onClose={onClose}>
      <Stack>
        {isChoice && stage !== "listed" && (
          <SegmentedControl
            aria-label={words.which}
            value={state}
            onChange={(chosen) => {
              setState(chosen === "lacks" ? "lacks" : "has");
              setFrom(0);
            }}
            data={[
              { value: "has", label: words.has },
              { value: "lacks", label: words.lacks },
            ]}
          />
        )}
        {error !== undefined && <FaultView error={error} onRetry={ask} />}
        {!value && error === undefined && <Text c="dimmed">{all.common.loading}</Text>}
        {value && (
          <>
            <Text role="status">
              {value.total === 0 ? words.nothing : `${words.measures[measure]}: ${count(value.total)}`}
            </Text>
            <Table aria-label={list.name} verticalSpacing="xs">
              <Table.Tbody>
                {value.rows.map((row) => (
                  <Table.Tr key={row.id}>
                    <Table.Td>
                      <Anchor component={Link} href={toFile(row.fileId)} className="figures">
                        {row.label}
                      </Anchor>
                    </Table.Td>
                    <Table.Td>{row.title}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
            <ListSteps
              from={from}
              shown={value.rows.length}
              total={value.total}
              limit={limit}
              onStep={setFrom}
            />
          </>
        )}
      </Stack>
    </SideSheet>
  );
}
