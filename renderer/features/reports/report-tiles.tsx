import { Box, Paper, Progress, Stack, Text } from "@mantine/core";
import type { ReportRow } from "#shared/archive/report-row.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";
import { FigureLink } from "./figure-link.tsx";
import classes from "./reports.module.css";

/** Five figures in a row, each with its part of what is listed and its list: a chief reads them in ten seconds. */
export function ReportTiles({ total, day }: { total: ReportRow; day: string }) {
  const words = useWords().reports;
  const { count } = useFormat();
  const whole = total.listed.files;
  const tiles = [
    { name: "listed", figure: "listed", files: whole, line: words.pages(count(total.listed.pages)) },
    {
      ...({ name: "handedOver", figure: "handed-over", files: total.handedOver.files } as const),
      line: words.pages(count(total.handedOver.pages)),
    },
    {
      ...({ name: "captured", figure: "captured", files: total.captured.files } as const),
      line: (
        <FigureLink
          figure={{ name: "today-pages", of: "", unit: "", day }}
          value={total.today.pages}
          text={words.today(count(total.today.pages))}
        />
      ),
    },
    { name: "checked", figure: "checked", files: total.checked, line: percent(total.checked, whole) },
    { name: "sent", figure: "sent", files: total.sent, line: percent(total.sent, whole) },
  ] as const;
  return (
    <Box component="dl" m={0} className={classes["tiles"]}>
      {tiles.map(({ name, figure, files, line }) => (
        <Paper key={name} withBorder p="md" radius="md">
          <Text component="dt" c="dimmed" size="sm">
            {words.tiles[name]}
          </Text>
          <Stack component="dd" m={0} gap="0.35rem">
            <Text fw={600} fz="1.75rem" lh={1.2} className="figures">
              <FigureLink
                figure={{ name: figure, of: "", unit: "", day: "" }}
                value={files}
                text={words.files(count(files))}
              />
            </Text>
            <Progress
              value={whole === 0 ? 0 : (files / whole) * 100}
              size="0.5rem"
              aria-label={`${words.tiles[name]}: ${percent(files, whole)}`}
            />
            <Text size="sm" c="dimmed" className="figures">
              {line}
            </Text>
          </Stack>
        </Paper>
      ))}
    </Box>
  );
}

function percent(part: number, whole: number): string {
  return whole === 0 ? "–" : `${Math.round((part / whole) * 100)} %`;
}
