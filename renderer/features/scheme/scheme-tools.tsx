import { Button, Group } from "@mantine/core";
import {
  IconArrowDown,
  IconArrowLeft,
  IconArrowRight,
  IconArrowUp,
  IconCornerDownRight,
  IconEdit,
  IconFiles,
  IconListNumbers,
  IconPlus,
  IconTrashX,
} from "@tabler/icons-react";
import { Link } from "wouter";
import { type GroupStep, groupSteps, planStep } from "#shared/archive/move-group.ts";
import type { FileCount, SchemeNode } from "#shared/archive/scheme.ts";
import { useFormat } from "#renderer/app/format.ts";
import { UndoTools } from "#renderer/app/undo-tools.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { ActionMenu } from "#renderer/ui/action-menu.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import { ExplainedIcon } from "#renderer/ui/explained-icon.tsx";
import type { TreeAsk } from "./scheme-tree.tsx";

const icons = { up: IconArrowUp, down: IconArrowDown, in: IconArrowRight, out: IconArrowLeft } as const;

/** What can be done with the chosen group; what cannot be done now says why. */
export function SchemeTools(props: {
  scheme: readonly SchemeNode[];
  chosen: SchemeNode | undefined;
  count: FileCount | undefined;
  /** Where the files of the chosen group are listed. */
  filesAt: string | undefined;
  /** Why nothing can be changed, where it cannot. */
  locked: string | undefined;
  onAsk: (ask: TreeAsk | "renumber") => void;
  onStep: (step: GroupStep) => void;
}) {
  const { scheme, chosen, locked, onAsk } = props;
  const all = useWords();
  const words = all.scheme;
  const { count } = useFormat();
  const none = locked ?? (chosen ? undefined : words.choose);
  const reasonOf = (step: GroupStep) => {
    if (none !== undefined || !chosen) return none;
    const plan = planStep(scheme, chosen.group.id, step);
    return plan.ok ? undefined : words.refusals[plan.fault];
  };
  return (
    <Group role="toolbar" aria-label={words.title} gap="xs">
      <ExplainedButton
        leftSection={<IconPlus size="1.1rem" aria-hidden />}
        reason={locked}
        {...(locked === undefined ? { title: words.addBesideKey } : {})}
        onClick={() => onAsk("add-beside")}
      >
        {words.addBeside}
      </ExplainedButton>
      <ExplainedButton
        variant="default"
        leftSection={<IconCornerDownRight size="1.1rem" aria-hidden />}
        reason={none}
        onClick={() => onAsk("add-below")}
      >
        {words.addBelow}
      </ExplainedButton>
      <Group role="group" aria-label={words.moveTools} gap="0.25rem">
        {groupSteps.map((step) => {
          const Icon = icons[step];
          return (
            <ExplainedIcon
              key={step}
              label={`${words.steps[step]} (${words.stepKeys[step]})`}
              reason={reasonOf(step)}
              onClick={() => props.onStep(step)}
            >
              <Icon size="1.2rem" aria-hidden />
            </ExplainedIcon>
          );
        })}
      </Group>
      <UndoTools locked={locked} />
      <ActionMenu
        label={words.more}
        actions={[
          { label: words.edit, Icon: IconEdit, keys: "Enter", reason: none, onChoose: () => onAsk("edit") },
          {
            label: words.renumber.action,
            Icon: IconListNumbers,
            reason: none,
            onChoose: () => onAsk("renumber"),
          },
          {
            label: words.withdraw,
            Icon: IconTrashX,
            keys: "Ctrl+Delete",
            reason: none,
            danger: true,
            apart: true,
            onChoose: () => onAsk("withdraw"),
          },
        ]}
      />
      {props.filesAt !== undefined && (props.count?.all ?? 0) > 0 && (
        <Button
          component={Link}
          href={props.filesAt}
          variant="subtle"
          leftSection={<IconFiles size="1.1rem" aria-hidden />}
        >
          {words.filesOf(count(props.count?.all ?? 0))}
        </Button>
      )}
    </Group>
  );
}
