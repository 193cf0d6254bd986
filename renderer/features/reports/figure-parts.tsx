import { SimpleGrid, Text } from "@mantine/core";
import { paperHoldReasons } from "#shared/archive/paper-hold.ts";
import { reportGroups } from "#shared/archive/report-row.ts";
import type { ReportDraft } from "#shared/contract/reports.ts";
import type { Figure } from "#shared/report/report-figures.ts";
import { totalOf } from "#shared/report/sum-rows.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";
import { FigureBars } from "#renderer/ui/figure-bars.tsx";
import { Section } from "#renderer/ui/section.tsx";
import { toFigure } from "./figure-address.ts";
import { useFigureName } from "./use-figure-name.ts";

/** What was digitised of each group, what is kept back and why, and what is to be scanned again. */
export function FigureParts({ draft }: { draft: ReportDraft }) {
  const all = useWords();
  const words = all.reports.parts;
  const { count } = useFormat();
  const nameOf = useFigureName();
  const total = totalOf(draft);
  const bar = (name: Figure["name"], of: string, value: number, label: string) => {
    const figure = { name, of, unit: "", day: "" };
    const said = all.reports.list.open(nameOf(figure), count(value));
    return { key: of, name: label, value, text: count(value), href: toFigure(figure), label: said };
  };
  const groups = reportGroups.map((group, at) =>
    bar("group", group, total.groups[at] ?? 0, all.matrix.groups[group]),
  );
  const kept = paperHoldReasons
    .map((reason, at) =>
      bar("held", reason, total.held?.[at] ?? 0, all.reports.make.names[`held-${reason}`] ?? reason),
    )
    .filter(({ value }) => value > 0);
  const defects = draft.defects.map(({ defect, pages }) =>
    bar("defect", defect, pages, all.quality.defects[defect]),
  );
  return (
    <SimpleGrid cols={{ base: 1, md: 3 }} spacing="lg">
      <Section title={words.groups} hint={words.groupsHint}>
        <FigureBars bars={groups} whole={total.captured.items} />
      </Section>
      <Section title={words.held} hint={words.heldHint}>
        {kept.length === 0 ? <Text c="dimmed">{words.heldNone}</Text> : <FigureBars bars={kept} />}
      </Section>
      <Section title={words.defects} hint={words.defectsHint}>
        {defects.length === 0 ? <Text c="dimmed">{words.defectsNone}</Text> : <FigureBars bars={defects} />}
      </Section>
    </SimpleGrid>
  );
}
