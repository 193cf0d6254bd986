import { Anchor, Stack, Table, Text } from "@mantine/core";
import { Link } from "wouter";
import type { MatrixNarrow, MatrixPlace } from "#shared/contract/completeness.ts";
import { toRework } from "#renderer/app/addresses.ts";
import { FaultView } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { ListSteps } from "#renderer/app/list-steps.tsx";
import { useDesk } from "#renderer/app/session.tsx";
import { useAskedAgain } from "#renderer/app/use-asked-again.ts";
import { useWords } from "#renderer/app/words.tsx";
import { SideSheet } from "#renderer/ui/side-sheet.tsx";

const limit = 50;

/** What was sent back below a place and is not closed, the longest first; each leads to its batch's corrections. */
export function CorrectionList(props: {
  name: string;
  of: MatrixPlace;
  narrow: MatrixNarrow;
  from: number;
  onStep: (from: number) => void;
  onClose: () => void;
}) {
  const all = useWords();
  const words = all.matrix;
  const desk = useDesk();
  const { count, time } = useFormat();
  const { name, of, narrow, from, onStep, onClose } = props;
  const asked = { place: of, narrow, from, limit };
  const { value, error, ask } = useAskedAgain(
    `matrix corrections ${JSON.stringify(asked)}`,
    () => desk.call("matrix.corrections", asked),
    ["records.changed"],
  );
  return (
    <SideSheet title={name} close={all.common.close} onClose={onClose}>
      <Stack>
        {error !== undefined && <FaultView error={error} onRetry={ask} />}
        {!value && error === undefined && <Text c="dimmed">{all.common.loading}</Text>}
        {value && (
          <>
            <Text role="status">
              {value.total === 0 ? words.nothing : words.correctionCount(count(value.total))}
            </Text>
            <Table aria-label={name} verticalSpacing="xs">
              <Table.Tbody>
                {value.rows.map((row) => (
                  <Table.Tr key={row.id}>
                    <Table.Td>
                      <Anchor component={Link} href={toRework(row.batchId)} className="figures">
                        {row.label === "" ? all.rework.whole : row.label}
                      </Anchor>
                      <Text size="sm" c="dimmed" className="figures">
                        {[all.rework.stations[row.station], all.rework.batch(row.batch)].join(" · ")}
                      </Text>
                    </Table.Td>
                    <Table.Td>
                      {row.text}
                      <Text size="sm" c="dimmed">{`${row.by} · ${time(row.at)}`}</Text>
                    </Table.Td>
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
