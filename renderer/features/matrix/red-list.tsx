import { Anchor, Group, Stack, Text } from "@mantine/core";
import { IconAlertTriangle, IconArrowBackUp, IconCircleCheck } from "@tabler/icons-react";
import { Link } from "wouter";
import { gapKinds } from "#shared/completeness/gap.ts";
import { type MatrixMeasure, type MatrixStage, matrixStages } from "#shared/completeness/stages.ts";
import type { Matrix } from "#shared/contract/completeness.ts";
import type { CallOutput } from "#shared/contract/desk.ts";
import { toReview } from "#renderer/app/addresses.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";
import { GapLines } from "./gap-lines.tsx";
import type { OpenList } from "./matrix-address.ts";

/** What lacks at a place, each line with its number; in a fonds also the way to its gaps of numbers. */
export function RedList(props: {
  matrix: Matrix;
  /** Numbers that lack, where they are counted: not of a part of the files. */
  gaps: CallOutput<"matrix.gaps">["totals"] | undefined;
  toList: (list: OpenList) => string;
}) {
  const words = useWords().matrix;
  const { count } = useFormat();
  const { place, total } = props.matrix;
  const at = (stage: MatrixStage, measure: MatrixMeasure) =>
    total.stages[matrixStages.indexOf(stage)]?.[measure] ?? 0;
  const unreceived = at("listed", "files") - at("received", "files");
  const lacking = (stage: "passed" | "rendition") => at("captured", "items") - at(stage, "items");
  const uncaptured = at("listed", "items") - at("captured", "items");
  const lines = [
    // An item alone is not received: its file is.
    ...(place.step === "items"
      ? []
      : [{ name: "received", number: unreceived, measure: "files", state: "lacks" } as const]),
    { name: "captured", number: uncaptured, measure: "items", state: "lacks" } as const,
    { name: "odd", number: total.odd, measure: "items", state: "odd" } as const,
    { name: "passed", number: lacking("passed"), measure: "items", state: "next" } as const,
    { name: "rendition", number: lacking("rendition"), measure: "items", state: "next" } as const,
  ].filter(({ number }) => number > 0);
  const { gaps, toList } = props;
  const lackNumbers = gaps !== undefined && gapKinds.some((kind) => gaps[kind].open > 0);
  return (
    <Stack gap="xs" align="flex-start">
      {lines.length === 0 && !lackNumbers && total.corrections === 0 && (
        <Group gap="xs">
          <IconCircleCheck size="1.1rem" aria-hidden />
          <Text>{words.redNone}</Text>
        </Group>
      )}
      {lines.map(({ name, number, measure, state }) => (
        <Group key={name} gap="xs" wrap="nowrap" c="red">
          <IconAlertTriangle size="1.1rem" aria-hidden />
          <Anchor
            component={Link}
            href={toList({
              ...{ kind: "figure", of: place, stage: name === "odd" ? "captured" : name },
              ...{ state, measure },
            })}
            c="inherit"
            ta="left"
            fw={500}
            py="0.15rem"
          >
            {words.reds[name](count(number))}
          </Anchor>
        </Group>
      ))}
      {total.corrections > 0 && (
        <Group gap="xs" wrap="nowrap" c="red">
          <IconArrowBackUp size="1.1rem" aria-hidden />
          <Anchor
            component={Link}
            href={toList({ kind: "corrections", of: place })}
            c="inherit"
            fw={500}
            py="0.15rem"
          >
            {words.correctionCount(count(total.corrections))}
          </Anchor>
        </Group>
      )}
      {gaps && <GapLines totals={gaps} toList={(gap) => toList({ kind: "gaps", gap })} />}
      {place.fondsId !== "" && (
        <Anchor component={Link} href={toReview(place.fondsId, "numbers")}>
          {words.gaps}
        </Anchor>
      )}
    </Stack>
  );
}
