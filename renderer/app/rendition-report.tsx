import { Button, Collapse, Group, List, Stack, Text } from "@mantine/core";
import { IconAlertTriangle, IconShieldCheck } from "@tabler/icons-react";
import { useState } from "react";
import { Check } from "typebox/value";
import type { Item } from "#shared/archive/item.ts";
import { hasPassed, type RenditionReport, renditionReportSchema } from "#shared/archive/rendition-report.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useDesk } from "#renderer/app/session.tsx";
import { useAsked } from "#renderer/app/use-asked.ts";
import { useWords } from "#renderer/app/words.tsx";
import type { Desk } from "#renderer/desk.ts";

/** What was found in an item's PDF/A, in a line, and every check under it; nothing where there is no PDF/A. */
export function RenditionChecks({ item }: { item: Pick<Item, "renditionKind" | "reportDigest"> }) {
  if (item.reportDigest === "" || item.renditionKind === "") return null;
  return <ReportOf digest={item.reportDigest} />;
}

function ReportOf({ digest }: { digest: string }) {
  const words = useWords().rendition;
  const desk = useDesk();
  const { count } = useFormat();
  const [open, setOpen] = useState(false);
  const { value: report, error } = useAsked(digest, () => readReport(desk, digest));
  if (error !== undefined) return <Text c="dimmed">{words.unreadable}</Text>;
  if (!report) return null;
  const { kind, checks, others } = report;
  const passed = count(checks.filter((check) => check.passed).length);
  const summary = kind === "untouched" ? words.untouchedSummary : words.summary;
  const line = [
    summary(passed, count(checks.length)),
    ...others.map(({ checker, version, outcome }) => words.others[outcome](checker, version)),
  ].join("; ");
  const sound = hasPassed(report) && kind === "two-layer";
  const Icon = sound ? IconShieldCheck : IconAlertTriangle;
  return (
    <Stack gap="xs" role="group" aria-label={words.title}>
      <Group gap="xs" wrap="nowrap" align="flex-start">
        <Icon
          size="1.2rem"
          aria-hidden
          style={{ flex: "none", marginTop: "0.15rem" }}
          color={sound ? "var(--mantine-color-lacquer-text)" : "var(--mantine-color-yellow-text)"}
        />
        <Text className="figures">{line}</Text>
      </Group>
      {kind !== "two-layer" && <Text size="sm">{words.kinds[kind]}</Text>}
      <Button
        variant="subtle"
        size="compact-md"
        w="fit-content"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {open ? words.less : words.more}
      </Button>
      <Collapse expanded={open}>
        <Faults report={report} />
      </Collapse>
    </Stack>
  );
}

/** Every check with a mark, and the places of those that do not hold. */
function Faults({ report }: { report: RenditionReport }) {
  const words = useWords().rendition;
  const { count } = useFormat();
  const place = ({ page, detail }: { page: number; detail: string }) =>
    page === 0 ? words.whole(detail) : words.page(count(page), detail);
  const rows = [
    ...report.checks.map(({ check, passed, faults }) => ({ name: words.checks[check], passed, faults })),
    ...report.others
      .filter(({ outcome }) => outcome === "failed")
      .map(({ checker, faults }) => ({ name: checker, passed: false, faults })),
  ];
  return (
    <List size="sm" listStyleType="none" spacing="0.2rem">
      {rows.map(({ name, passed, faults }) => (
        <List.Item key={name}>
          <Text size="sm" {...(passed ? {} : { c: "red", fw: 600 })}>
            {passed ? "✓" : "✗"} {name}
          </Text>
          {faults.map((fault) => (
            <Text key={`${fault.page} ${fault.detail}`} size="sm" pl="lg" className="figures">
              {place(fault)}
            </Text>
          ))}
        </List.Item>
      ))}
    </List>
  );
}

async function readReport(desk: Desk, digest: string): Promise<RenditionReport> {
  const response = await fetch(desk.objectUrl(digest));
  const report: unknown = response.ok ? await response.json() : undefined;
  if (!Check(renditionReportSchema, report)) throw new Error(`no report ${digest}`);
  return report;
}
