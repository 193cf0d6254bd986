import { Group, NativeSelect, SegmentedControl, Stack, Text, TextInput } from "@mantine/core";
import { useEffect, useMemo, useState } from "react";
import {
  linesOfTemplate,
  mostYears,
  schemeTemplates,
  schemeTemplatesSource,
  type SchemeYears,
} from "#shared/rules/scheme-templates.ts";
import { useWords } from "#renderer/app/words.tsx";
import type { OnLines } from "./grow-dialog.tsx";

const ways = ["none", "within", "first"] as const;

/** A usual scheme to begin from, divided by years if wanted. */
export function TemplateSource({ onLines }: { onLines: OnLines }) {
  const words = useWords().scheme;
  const [key, setKey] = useState(schemeTemplates[0]?.key ?? "");
  const [way, setWay] = useState<(typeof ways)[number]>("none");
  const [from, setFrom] = useState("2015");
  const [to, setTo] = useState("2020");
  const years = useMemo(() => readYears(from, to, way === "first"), [from, to, way]);
  const wrong = way !== "none" && !years;
  useEffect(() => {
    const template = schemeTemplates.find((one) => one.key === key);
    onLines(template && !wrong ? linesOfTemplate(template, way === "none" ? undefined : years) : undefined);
  }, [key, way, years, wrong, onLines]);
  return (
    <Stack>
      <NativeSelect
        data-autofocus
        label={words.template}
        description={words.templateSource(schemeTemplatesSource)}
        data={schemeTemplates.map((one) => ({ value: one.key, label: one.name }))}
        value={key}
        onChange={(event) => setKey(event.currentTarget.value)}
      />
      <Stack gap="0.3rem">
        <Text size="sm" fw={500} id="scheme-years">
          {words.years}
        </Text>
        <SegmentedControl
          aria-labelledby="scheme-years"
          w="fit-content"
          maw="100%"
          data={ways.map((value) => ({ value, label: words.yearWays[value] }))}
          value={way}
          onChange={setWay}
        />
      </Stack>
      {way !== "none" && (
        <Group align="flex-start">
          {(
            [
              [words.fromYear, from, setFrom],
              [words.toYear, to, setTo],
            ] as const
          ).map(([label, value, set]) => (
            <TextInput
              key={label}
              label={label}
              w="8rem"
              inputMode="numeric"
              autoComplete="off"
              value={value}
              onChange={(event) => set(event.currentTarget.value)}
              error={wrong}
            />
          ))}
        </Group>
      )}
      {wrong && (
        <Text role="alert" c="var(--mantine-color-error)">
          {words.yearsWrong(mostYears)}
        </Text>
      )}
    </Stack>
  );
}

function readYears(from: string, to: string, first: boolean): SchemeYears | undefined {
  if (![from, to].every((year) => /^\s*(1[89]|20)\d{2}\s*$/.test(year))) return undefined;
  const years = { from: Number(from), to: Number(to), first };
  const many = years.to - years.from + 1;
  return many >= 1 && many <= mostYears ? years : undefined;
}
