import { Chip, Group, NumberInput, Stack, Text, Textarea } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import {
  difficultyCodes,
  type DifficultyCode,
  heldDifficulties,
  type Report,
} from "#shared/archive/report.ts";
import type { ReportDraft } from "#shared/contract/reports.ts";
import { totalOf } from "#shared/report/sum-rows.ts";
import { notifyFault } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { useDesk } from "#renderer/app/session.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import { Section } from "#renderer/ui/section.tsx";

/** What a person adds to the figures, and the button that freezes them as they are seen. */
export function MakeReport(props: { draft: ReportDraft; last: Report | undefined; onMade: () => void }) {
  const { draft, last, onMade } = props;
  const all = useWords();
  const words = all.reports.make;
  const desk = useDesk();
  const { count } = useFormat();
  const before = draft.made.at(-1) ?? last;
  const [said, setSaid] = useState<Pick<Report, "scanners" | "people" | "difficulties" | "remark">>();
  const [reason, setReason] = useState("");
  const [busy, setBusy] = useState(false);
  const again = draft.made.length > 0;
  const held = totalOf(draft).held ?? [];
  const countOf = (code: DifficultyCode) => held[heldDifficulties.findIndex((one) => one === code)] ?? 0;
  const kept = difficultyCodes.filter((code) => countOf(code) > 0);
  const now = said ?? {
    scanners: before?.scanners ?? 1,
    people: before?.people ?? 1,
    difficulties: again ? (before?.difficulties ?? []) : kept,
    remark: again ? (before?.remark ?? "") : "",
  };
  // Of what is kept back only what there is, and what was said before.
  const offered = difficultyCodes.filter(
    (code) =>
      !heldDifficulties.some((one) => one === code) || countOf(code) > 0 || now.difficulties.includes(code),
  );
  const make = async () => {
    setBusy(true);
    try {
      const answer = await desk.call("reports.make", { atSeq: draft.atSeq, reason, ...now });
      if ("refused" in answer) {
        notifications.show({ color: "red", message: words.refused[answer.refused] ?? answer.refused });
        if (answer.refused === "figures-gone") onMade();
        return;
      }
      notifications.show({
        color: "green",
        message: words.done(answer.report.number, answer.report.version),
      });
      onMade();
    } catch (error) {
      notifyFault(all, error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Section title={again ? words.again : words.title} {...(again ? { hint: words.againHint } : {})}>
      <Stack gap="md">
        <Group grow maw="28rem">
          <NumberInput
            label={words.scanners}
            min={0}
            max={9999}
            value={now.scanners}
            onChange={(value) => setSaid({ ...now, scanners: Number(value) || 0 })}
          />
          <NumberInput
            label={words.people}
            min={0}
            max={9999}
            value={now.people}
            onChange={(value) => setSaid({ ...now, people: Number(value) || 0 })}
          />
        </Group>
        <Stack gap="xs" role="group" aria-label={words.difficulties}>
          <Text size="sm" fw={500}>
            {words.difficulties}
          </Text>
          <Chip.Group
            multiple
            value={[...now.difficulties]}
            onChange={(codes) =>
              setSaid({ ...now, difficulties: difficultyCodes.filter((code) => codes.includes(code)) })
            }
          >
            <Group gap="xs">
              {offered.map((code) => (
                <Chip key={code} value={code}>
                  {countOf(code) > 0
                    ? words.counted(words.names[code] ?? code, count(countOf(code)))
                    : words.names[code]}
                </Chip>
              ))}
            </Group>
          </Chip.Group>
        </Stack>
        <Textarea
          label={words.remark}
          autosize
          minRows={2}
          maxLength={4000}
          value={now.remark}
          onChange={(event) => setSaid({ ...now, remark: event.currentTarget.value })}
        />
        {again && (
          <Textarea
            label={words.reason}
            required
            autosize
            minRows={1}
            maxLength={1000}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
        <Group>
          <ExplainedButton
            size="md"
            loading={busy}
            reason={again && reason.trim() === "" ? words.reasonMissing : undefined}
            onClick={() => void make()}
          >
            {again ? words.againButton : words.button}
          </ExplainedButton>
        </Group>
      </Stack>
    </Section>
  );
}
