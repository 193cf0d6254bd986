import { Group, NativeSelect, SegmentedControl } from "@mantine/core";
import { reportGroups } from "#shared/archive/report-row.ts";
import { matrixMeasures, type MatrixMeasure } from "#shared/completeness/stages.ts";
import { matrixLevels, type MatrixNarrow, matrixOnly } from "#shared/contract/completeness.ts";
import { useWords } from "#renderer/app/words.tsx";

const groups = ["", ...reportGroups] as const;

/** What the matrix counts, and what it is narrowed by. */
export function NarrowBar(props: {
  measure: MatrixMeasure;
  narrow: MatrixNarrow;
  onChange: (change: { measure?: MatrixMeasure; narrow?: MatrixNarrow }) => void;
}) {
  const words = useWords().matrix;
  const { measure, narrow, onChange } = props;
  const set = (change: Partial<MatrixNarrow>) => onChange({ narrow: { ...narrow, ...change } });
  return (
    <Group align="flex-end" gap="lg">
      <SegmentedControl
        aria-label={words.measure}
        value={measure}
        onChange={(chosen) => onChange({ measure: matrixMeasures.find((one) => one === chosen) ?? measure })}
        data={matrixMeasures.map((one) => ({ value: one, label: words.measures[one] }))}
      />
      <NativeSelect
        label={words.group}
        value={narrow.group}
        onChange={(event) => set({ group: groups.find((one) => one === event.currentTarget.value) ?? "" })}
        data={groups.map((one) => ({ value: one, label: words.groups[one] }))}
      />
      <NativeSelect
        label={words.level}
        value={narrow.level}
        onChange={(event) =>
          set({ level: matrixLevels.find((one) => one === event.currentTarget.value) ?? "" })
        }
        data={matrixLevels.map((one) => ({ value: one, label: words.levelChoices[one] }))}
      />
      <NativeSelect
        label={words.only}
        value={narrow.only}
        onChange={(event) => set({ only: matrixOnly.find((one) => one === event.currentTarget.value) ?? "" })}
        data={matrixOnly.map((one) => ({ value: one, label: words.onlyChoices[one] }))}
      />
    </Group>
  );
}
