import { List, SimpleGrid, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { type CostedPages, estimateCost, type Norms } from "#shared/report/cost.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";
import { Section } from "#renderer/ui/section.tsx";

/** Days and money of an estimate, and all that is not in it. */
export function CostFigures(props: { pages: CostedPages; unknownFiles: number; norms: Norms }) {
  const { pages, unknownFiles, norms } = props;
  const words = useWords().cost;
  const { count } = useFormat();
  const cost = estimateCost(pages, norms);
  const money = (amount: number | undefined) =>
    amount === undefined ? (
      <Text c="dimmed">{words.noMoney}</Text>
    ) : (
      <Large>{words.money(count(amount))}</Large>
    );
  return (
    <Section title={words.pages(count(pages.all), count(pages.poor))}>
      <Stack gap="md">
        <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="lg" role="status">
          <Labelled label={words.work}>
            <Large>{words.days(count(Math.round(cost.personDays * 10) / 10))}</Large>
          </Labelled>
          <Labelled label={words.byDays}>{money(cost.amount)}</Labelled>
          <Labelled label={words.byPages}>{money(cost.priced)}</Labelled>
        </SimpleGrid>
        {(cost.missing.length > 0 || unknownFiles > 0) && (
          <Stack gap="0.25rem">
            <Text fw={600}>{words.missing}</Text>
            <List size="sm">
              {cost.missing.map((name) => (
                <List.Item key={name}>{words.names[name]}</List.Item>
              ))}
              {unknownFiles > 0 && <List.Item>{words.unknown(count(unknownFiles))}</List.Item>}
            </List>
          </Stack>
        )}
      </Stack>
    </Section>
  );
}

function Labelled({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Stack gap={0}>
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      {children}
    </Stack>
  );
}

function Large({ children }: { children: ReactNode }) {
  return (
    <Text fz="1.375rem" fw={700} className="figures">
      {children}
    </Text>
  );
}
