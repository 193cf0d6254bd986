import { Badge, Group, List, Stack, Text, ThemeIcon } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconInfoCircle } from "@tabler/icons-react";
import type { Page } from "#shared/archive/page.ts";
import type { JudgedPage } from "#shared/contract/quality.ts";
import { findingWords } from "#renderer/app/finding-words.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";

const marks = {
  error: [IconCircleX, "red"],
  warning: [IconAlertTriangle, "yellow"],
  note: [IconInfoCircle, "blue"],
} as const;

/** What is found against a page in words, each with its severity, and what people said of it. */
export function PageFindings({ page, judged }: { page: Page; judged: JudgedPage }) {
  const words = useWords();
  const { quality } = words;
  const { time } = useFormat();
  const rows = [
    ...judged.findings.map((finding) => ({
      key: finding.code,
      severity: finding.severity,
      text: findingWords(words, finding),
    })),
    ...judged.sequence.map(({ code, from, to }, at) => ({
      key: `${code}${at}`,
      severity: "warning" as const,
      text: quality.sequence[code](String(from), String(to)),
    })),
  ];
  const verdict =
    page.verdict === "rejected"
      ? `${quality.verdicts.rejected}: ${quality.defects[page.defect]}`
      : quality.verdicts[page.verdict];
  return (
    <Stack gap="sm">
      <Group gap="xs">
        <Badge
          size="lg"
          tt="none"
          variant="light"
          color={{ "": "gray", accepted: "lacquer", rejected: "red" }[page.verdict]}
          leftSection={page.verdict === "accepted" && <IconCircleCheck size="1rem" aria-hidden />}
        >
          {page.verdict === "" ? verdict : quality.verdictBy(verdict, page.verdictBy, time(page.verdictAt))}
        </Badge>
        {judged.must && (
          <Badge size="lg" tt="none" variant="outline" color="blue">
            {quality.must}
          </Badge>
        )}
      </Group>
      {page.hold !== "" && <Text c="red">{words.capture.pageHolds[page.hold]}</Text>}
      {rows.length === 0 ? (
        <Text>{quality.clean}</Text>
      ) : (
        <List spacing="xs" listStyleType="none" aria-label={words.capture.page.quality}>
          {rows.map(({ key, severity, text }) => {
            const [Icon, color] = marks[severity];
            return (
              <List.Item
                key={key}
                icon={
                  <ThemeIcon variant="light" color={color} size="1.6rem">
                    <Icon size="1rem" aria-hidden />
                  </ThemeIcon>
                }
              >
                <Text span fw={600}>
                  {quality.severities[severity]}
                </Text>
                {` · ${text}`}
              </List.Item>
            );
          })}
        </List>
      )}
      {page.keptBecause !== "" && <Text>{quality.kept(page.keptBecause)}</Text>}
    </Stack>
  );
}
