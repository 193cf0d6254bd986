import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useMemo, useState } from "react";
import { isSound, planScheme, type SchemePlan } from "#shared/inventory/plan-scheme.ts";
import type { SchemeLine } from "#shared/inventory/scheme-lines.ts";
import { type SchemeNode, walkScheme } from "#shared/archive/scheme.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import { FondsSource } from "./fonds-source.tsx";
import { PlanPreview } from "./plan-preview.tsx";
import { SheetSource } from "./sheet-source.tsx";
import { TemplateSource } from "./template-source.tsx";

/** Where many groups come from at once. */
export type GrowSource = "template" | "fonds" | "sheet";

/** Lines to plan, or none where the source does not say any yet. */
export type OnLines = (lines: readonly SchemeLine[] | undefined) => void;

/** Adds many groups to a scheme: choose where they come from, look at what it adds, write it. */
export function GrowDialog(props: {
  source: GrowSource;
  fondsId: string;
  scheme: readonly SchemeNode[];
  onWrite: (plan: SchemePlan) => void;
  onClose: () => void;
}) {
  const { source, scheme } = props;
  const all = useWords();
  const words = all.scheme;
  const { count } = useFormat();
  const [lines, setLines] = useState<readonly SchemeLine[]>();
  const [rename, setRename] = useState(false);
  const groups = useMemo(() => walkScheme(scheme).map(({ group }) => group), [scheme]);
  const planned = useMemo(() => {
    if (!lines) return undefined;
    const asListed = planScheme(groups, lines);
    const differing = asListed.problems.filter(({ code }) => code === "differs").length;
    return { plan: rename ? planScheme(groups, lines, true) : asListed, differing };
  }, [groups, lines, rename]);
  const written = planned ? planned.plan.adds.length + planned.plan.changes.length : 0;
  const reason = !planned
    ? words.noLines
    : !isSound(planned.plan)
      ? words.preview.unsound
      : written === 0
        ? words.preview.nothing
        : undefined;
  return (
    <Modal
      opened
      centered
      size="xl"
      onClose={props.onClose}
      title={words.from[source].replace("…", "")}
      closeButtonProps={{ "aria-label": all.common.close }}
    >
      <Stack>
        {source === "template" && <TemplateSource onLines={setLines} />}
        {source === "fonds" && <FondsSource fondsId={props.fondsId} onLines={setLines} />}
        {source === "sheet" && <SheetSource onLines={setLines} />}
        {planned && (
          <PlanPreview
            plan={planned.plan}
            differing={planned.differing}
            rename={rename}
            onRename={setRename}
          />
        )}
        {!planned && <Text c="dimmed">{words.noLines}</Text>}
        <Group justify="flex-end">
          <Button variant="default" onClick={props.onClose}>
            {all.common.cancel}
          </Button>
          <ExplainedButton reason={reason} onClick={() => planned && props.onWrite(planned.plan)}>
            {words.preview.confirm(count(written))}
          </ExplainedButton>
        </Group>
      </Stack>
    </Modal>
  );
}
