import { Badge, Button, Group, Paper, Stack, Text, TextInput, Title } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useId, useState } from "react";
import { useLocation } from "wouter";
import { documentTypeName } from "#shared/archive/codes.ts";
import type { Fonds } from "#shared/archive/fonds.ts";
import type { NumberSeries } from "#shared/contract/listing.ts";
import { wholeNumber } from "#shared/rules/number-series.ts";
import { toFile } from "#renderer/app/addresses.ts";
import { notifyFault } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { useDesk, useWork } from "#renderer/app/session.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import { NumberStrip } from "#renderer/ui/number-strip.tsx";
import { findNumbered } from "./find-numbered.ts";
import { countOfRanges, writeRanges } from "./write-ranges.ts";

/** Places named in one sentence before the rest is only counted. */
const mostNamed = 12;

/** One series: its strip 1…N, what is wrong with it in sentences, and the way to the file of each number. */
export function SeriesRow({ fonds, series }: { fonds: Fonds; series: NumberSeries }) {
  const all = useWords();
  const words = all.review.numbers;
  const { count } = useFormat();
  const work = useWork();
  const desk = useDesk();
  const [, go] = useLocation();
  const id = useId();
  const { gaps, repeats, outOfOrder, unnumbered, last } = series;
  const open = (number: number) => {
    findNumbered(work, desk, fonds.id, series, number).then(
      (item) => {
        if (item) go(toFile(item.fileId));
        else notifications.show({ message: words.notFound(String(number)) });
      },
      (error: unknown) => notifyFault(all, error),
    );
  };
  const named = (ranges: readonly (readonly [number, number])[]) => {
    const { text, left } = writeRanges(ranges, mostNamed);
    return left > 0 ? `${text}, ${words.andMore(count(left))}` : text;
  };
  const missing = gaps.length > 0 ? words.missing(count(countOfRanges(gaps)), named(gaps)) : "";
  const type = documentTypeName(series.type) || words.noType;
  const year = series.year === 0 ? words.noYear : String(series.year);
  const heading = words.heading(type, year);
  const odd = outOfOrder.map(({ number }) => number);
  return (
    <Paper component="article" aria-labelledby={id} withBorder p="md" mb="md" mr="xs">
      <Group justify="space-between" align="flex-start" mb="sm" gap="sm">
        <Stack gap={0}>
          <Group gap="xs">
            <Title order={2} fz="1.0625rem" id={id}>
              {heading}
            </Title>
            {series.normative && (
              <Badge variant="default" tt="none" fw={500} size="lg">
                {words.normative}
              </Badge>
            )}
          </Group>
          <Text c="dimmed" size="sm">
            {[
              series.issuer || words.noIssuer,
              series.count === 0
                ? words.onlyUnnumbered
                : words.counted(count(series.count), String(series.first), String(last)),
            ].join(" · ")}
          </Text>
        </Stack>
        {series.count > 0 && <GoTo series={series} onGo={open} />}
      </Group>
      {series.count > 0 && series.year !== 0 && (
        <NumberStrip
          label={words.strip(heading, missing || words.whole)}
          last={last}
          gaps={gaps}
          repeats={repeats.map(({ number }) => number)}
          onChoose={open}
        />
      )}
      <Stack gap="0.25rem" mt="sm">
        {missing !== "" && <Text>{missing}</Text>}
        {repeats.length > 0 && (
          <Numbers say={words.repeated} numbers={repeats.map(({ number }) => number)} onOpen={open} />
        )}
        {odd.length > 0 && <Numbers say={words.outOfOrder} numbers={odd} onOpen={open} />}
        {unnumbered > 0 && <Text>{words.unnumbered(count(unnumbered))}</Text>}
        {gaps.length + repeats.length + odd.length + unnumbered === 0 && (
          <Text c="dimmed">{words.whole}</Text>
        )}
      </Stack>
    </Paper>
  );
}

/** A sentence and its numbers, each a button that opens the file it is in. */
function Numbers(props: {
  say: (ranges: string) => string;
  numbers: readonly number[];
  onOpen: (number: number) => void;
}) {
  const words = useWords().review.numbers;
  const { count } = useFormat();
  const { say, numbers, onOpen } = props;
  return (
    <Group gap="0.35rem">
      <Text>{say("").trim()}</Text>
      {numbers.slice(0, mostNamed).map((number) => (
        <Button
          key={number}
          size="compact-sm"
          variant="light"
          aria-label={words.openNumber(String(number))}
          onClick={() => onOpen(number)}
        >
          {number}
        </Button>
      ))}
      {numbers.length > mostNamed && <Text>{words.andMore(count(numbers.length - mostNamed))}</Text>}
    </Group>
  );
}

function GoTo({ series, onGo }: { series: NumberSeries; onGo: (number: number) => void }) {
  const words = useWords().review.numbers;
  const [text, setText] = useState("");
  const number = wholeNumber(text);
  const within = number !== undefined && number <= series.last;
  return (
    <Group gap="xs" align="center" wrap="nowrap">
      <TextInput
        aria-label={words.goTo}
        placeholder={words.goTo}
        value={text}
        maxLength={9}
        inputMode="numeric"
        w="7rem"
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && !event.nativeEvent.isComposing && within) onGo(number);
        }}
      />
      <ExplainedButton
        variant="default"
        reason={within ? undefined : words.noNumber}
        onClick={() => {
          if (number !== undefined) onGo(number);
        }}
      >
        {words.open}
      </ExplainedButton>
    </Group>
  );
}
