import { Anchor, SegmentedControl, Stack, Table, Text } from "@mantine/core";
import { Link } from "wouter";
import type { MatrixNarrow } from "#shared/contract/completeness.ts";
import { toFile } from "#renderer/app/addresses.ts";
import { FaultView } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { ListSteps } from "#renderer/app/list-steps.tsx";
import { useDesk } from "#renderer/app/session.tsx";
import { useAskedAgain } from "#renderer/app/use-asked-again.ts";
import { useWords } from "#renderer/app/words.tsx";
import { SideSheet } from "#renderer/ui/side-sheet.tsx";
import type { OpenList } from "./matrix-address.ts";

const limit = 50;

/** The files or items behind a figure, some at a time; each leads to its file. */
export function MatrixList(props: {
  name: string;
  list: OpenList & { kind: "figure" };
  narrow: MatrixNarrow;
  from: number;
  onState: (state: "has" | "lacks") => void;
  onStep: (from: number) => void;
  onClose: () => void;
}) {
  const all = useWords();
  const words = all.matrix;
  const desk = useDesk();
  const { count } = useFormat();
  const { name, list, narrow, from, onState, onStep, onClose } = props;
  // Leaves have no names: their items are listed.
  const measure = list.measure === "leaves" ? "items" : list.measure;
  const { of: place, stage, state } = list;
  const asked = { place, narrow, stage, state, measure, from, limit };
  const { value, error, ask } = useAskedAgain(
    `matrix list ${JSON.stringify(asked)}`,
    () => desk.call("matrix.list", asked),
    ["records.changed"],
  );
  const isChoice = state === "has" || state === "lacks";
  return (
    <SideSheet title={name} close={all.common.close} onClose={onClose}>
      <Stack>
        {isChoice && stage !== "listed" && (
          <SegmentedControl
            aria-label={words.which}
            value={state}
            onChange={(chosen) => onState(chosen === "lacks" ? "lacks" : "has")}
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
            <Table aria-label={name} verticalSpacing="xs">
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
              onStep={onStep}
            />
          </>
        )}
      </Stack>
    </SideSheet>
  );
}
