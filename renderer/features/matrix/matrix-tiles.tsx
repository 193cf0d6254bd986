import { Box, Paper, Progress, Text, UnstyledButton } from "@mantine/core";
import { type MatrixMeasure, type MatrixStage, matrixStages } from "#shared/completeness/stages.ts";
import { Link } from "wouter";
import type { Matrix } from "#shared/contract/completeness.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";
import type { OpenList } from "./matrix-address.ts";
import classes from "./matrix.module.css";

const tiles = ["listed", "received", "captured", "passed", "acknowledged"] as const;

/** Five figures, each with its share of what is listed; each opens its list. */
export function MatrixTiles(props: {
  matrix: Pick<Matrix, "total" | "place">;
  measure: MatrixMeasure;
  toList: (list: OpenList) => string;
}) {
  const words = useWords().matrix;
  const { count } = useFormat();
  const { matrix, measure, toList } = props;
  const { total, place } = matrix;
  const valueOf = (stage: MatrixStage) => total.stages[matrixStages.indexOf(stage)]?.[measure] ?? 0;
  const whole = valueOf("listed");
  return (
    <Box className={classes["tiles"]}>
      {tiles.map((stage) => {
        const value = valueOf(stage);
        const share = whole === 0 ? 0 : Math.floor((value / whole) * 100);
        return (
          <Paper key={stage} withBorder radius="md">
            <UnstyledButton
              component={Link}
              href={toList({ kind: "figure", of: place, stage, state: "has", measure })}
              className={classes["tile"]}
            >
              <Text c="dimmed" size="sm">
                {words.stages[stage]}
              </Text>
              <Text fw={600} fz="1.75rem" lh={1.2} className="figures">
                {count(value)}
              </Text>
              <Progress value={share} size="0.5rem" my="0.35rem" aria-hidden />
              <Text size="sm" c="dimmed" className="figures">
                {whole === 0 ? "–" : `${share} %`}
              </Text>
            </UnstyledButton>
          </Paper>
        );
      })}
    </Box>
  );
}
