import { Stack, Text } from "@mantine/core";
import type { GapKind } from "#shared/completeness/gap.ts";
import type { MatrixPlace } from "#shared/contract/completeness.ts";
import { FaultView } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { GapRows } from "#renderer/app/gap-rows.tsx";
import { useDesk } from "#renderer/app/session.tsx";
import { useAskedAgain } from "#renderer/app/use-asked-again.ts";
import { useWords } from "#renderer/app/words.tsx";
import { SideSheet } from "#renderer/ui/side-sheet.tsx";
import { ListSteps } from "#renderer/app/list-steps.tsx";

const limit = 50;

/** The gaps of one kind below a place, some at a time, each with its reason or the way to give one. */
export function GapList(props: {
  place: MatrixPlace;
  kind: GapKind;
  from: number;
  onStep: (from: number) => void;
  onClose: () => void;
}) {
  const all = useWords();
  const words = all.gaps;
  const desk = useDesk();
  const { count } = useFormat();
  const { place, kind, from, onStep, onClose } = props;
  const asked = { place, kind, from, limit };
  const { value, error, ask } = useAskedAgain(
    `matrix gaps ${JSON.stringify(asked)}`,
    () => desk.call("matrix.gaps", asked),
    ["records.changed"],
  );
  const sizes = value?.totals[kind];
  return (
    <SideSheet
      title={words.red[kind](sizes ? count(sizes.open + sizes.explained) : "…")}
      close={all.common.close}
      onClose={onClose}
    >
      <Stack>
        <Text c="dimmed">{words.hint}</Text>
        {error !== undefined && <FaultView error={error} onRetry={ask} />}
        {value && (
          <>
            <Text role="status">
              {value.total === 0 ? all.matrix.nothing : words.explained(count(sizes?.explained ?? 0))}
            </Text>
            <GapRows rows={value.rows} onChanged={ask} />
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
