import { Button, Group, Stack, Text } from "@mantine/core";
import { IconDownload, IconMessage } from "@tabler/icons-react";
import { useState } from "react";
import type { Report } from "#shared/archive/report.ts";
import { reportFormats } from "#shared/contract/reports.ts";
import { notifyFault } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { saveObject } from "#renderer/app/save-object.ts";
import { useDesk, useWork } from "#renderer/app/session.tsx";
import { useUnitNames } from "#renderer/app/unit-names.ts";
import { useWords } from "#renderer/app/words.tsx";
import { Section } from "#renderer/ui/section.tsx";
import { MessageDialog } from "./message-dialog.tsx";
import { wordsOfReport } from "./report-words.ts";

const shownFirst = 10;

/** The reports that were frozen, the latest first, each to save as a document or to take as a message. */
export function MadeReports({ reports }: { reports: readonly Report[] }) {
  const all = useWords();
  const words = all.reports;
  const format = useFormat();
  const desk = useDesk();
  const { profile } = useWork();
  const nameOf = useUnitNames();
  const [text, setText] = useState<string>();
  const save = (report: Report, kind: (typeof reportFormats)[number]) => {
    const said = wordsOfReport(nameOf(report.scope), report.day, profile.name);
    desk
      .call("reports.form", { id: report.id, format: kind, words: said })
      .then(({ digest, name }) => saveObject(desk, digest, name))
      .catch((error: unknown) => notifyFault(all, error));
  };
  const take = (report: Report) => {
    desk
      .call("reports.message", { id: report.id })
      .then((answer) => setText(answer.text))
      .catch((error: unknown) => notifyFault(all, error));
  };
  return (
    <Section title={words.made}>
      {reports.length === 0 && <Text c="dimmed">{words.none}</Text>}
      <Stack gap="md" component="ul" m={0} p={0} style={{ listStyle: "none" }}>
        {reports.slice(0, shownFirst).map((report) => {
          const name = words.one(report.number, format.date(report.day), report.version);
          return (
            <Group key={report.id} component="li" justify="space-between" gap="sm">
              <Stack gap={0}>
                <Text fw={600} className="figures">
                  {name}
                </Text>
                <Text size="sm" c="dimmed">
                  {words.by(format.time(report.madeAt), report.madeBy)}
                </Text>
                {report.reason !== "" && <Text size="sm">{words.because(report.reason)}</Text>}
              </Stack>
              <Group gap="xs">
                {reportFormats.map((kind) => (
                  <Button
                    key={kind}
                    size="sm"
                    variant="default"
                    aria-label={`${words.save(kind.toUpperCase())}: ${name}`}
                    leftSection={<IconDownload size="1rem" />}
                    onClick={() => save(report, kind)}
                  >
                    {kind.toUpperCase()}
                  </Button>
                ))}
                <Button
                  size="sm"
                  variant="default"
                  aria-label={`${words.message}: ${name}`}
                  leftSection={<IconMessage size="1rem" />}
                  onClick={() => take(report)}
                >
                  {words.message}
                </Button>
              </Group>
            </Group>
          );
        })}
      </Stack>
      <MessageDialog text={text} onClose={() => setText(undefined)} />
    </Section>
  );
}
