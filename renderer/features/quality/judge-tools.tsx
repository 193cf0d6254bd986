import { Group, Stack } from "@mantine/core";
import {
  IconArrowsSplit2,
  IconCircleCheck,
  IconCircleX,
  IconCrop,
  IconRotate,
  IconRotateClockwise,
  IconRuler2,
  IconScan,
  IconSparkles,
} from "@tabler/icons-react";
import type { Page } from "#shared/archive/page.ts";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import { PageMenu } from "./page-menu.tsx";
import type { Bringing } from "./use-bringing.ts";
import { isStraight, type useVerdicts } from "./use-verdicts.ts";

/** What can be done to the page looked at, each with its key; corrections never touch the master. */
export function JudgeTools(props: {
  page: Page;
  mayKeep: boolean;
  hasErrors: boolean;
  acts: ReturnType<typeof useVerdicts>;
  onReject: () => void;
  onJustify: () => void;
  onCrop: () => void;
  onStation: () => void;
  onBring: (how: Bringing) => void;
  onMove: (by: 1 | -1) => void;
  onWithdraw: () => void;
}) {
  const words = useWords();
  const { quality } = words;
  const { page, acts } = props;
  const isCropped =
    page.correction.left > 0 ||
    page.correction.top > 0 ||
    page.correction.right < 1 ||
    page.correction.bottom < 1;
  const degrees = page.skew.toLocaleString(words.common.locale, { maximumFractionDigits: 2 });
  return (
    <Stack gap="sm">
      <Group gap="sm">
        <ExplainedButton leftSection={<IconCircleCheck size="1.1rem" />} onClick={() => void acts.accept()}>
          {quality.accept}
        </ExplainedButton>
        <ExplainedButton
          color="red"
          variant="light"
          leftSection={<IconCircleX size="1.1rem" />}
          onClick={props.onReject}
        >
          {quality.reject}
        </ExplainedButton>
        {props.hasErrors && (
          <ExplainedButton
            variant="default"
            reason={props.mayKeep ? undefined : quality.refusals["not-your-role"]}
            onClick={props.onJustify}
          >
            {quality.justify}
          </ExplainedButton>
        )}
      </Group>
      <Group gap="xs">
        <ExplainedButton
          variant="default"
          leftSection={<IconRotate size="1.1rem" />}
          onClick={() => acts.turn(270)}
        >
          {quality.turnLeft}
        </ExplainedButton>
        <ExplainedButton
          variant="default"
          leftSection={<IconRotateClockwise size="1.1rem" />}
          onClick={() => acts.turn(90)}
        >
          {quality.turnRight}
        </ExplainedButton>
        <ExplainedButton
          variant="default"
          leftSection={<IconRuler2 size="1.1rem" />}
          reason={isStraight(page) ? quality.nothingToStraighten : undefined}
          onClick={() => acts.straighten()}
        >
          {quality.straighten(degrees)}
        </ExplainedButton>
        <ExplainedButton
          variant="default"
          leftSection={<IconSparkles size="1.1rem" />}
          onClick={() => acts.despeckle()}
        >
          {page.correction.despeckle ? quality.keepSpecks : quality.despeckle}
        </ExplainedButton>
        <ExplainedButton variant="default" leftSection={<IconCrop size="1.1rem" />} onClick={props.onCrop}>
          {quality.crop}
        </ExplainedButton>
        {isCropped && (
          <ExplainedButton variant="default" onClick={() => acts.uncrop()}>
            {quality.uncrop}
          </ExplainedButton>
        )}
        <ExplainedButton
          variant="default"
          leftSection={<IconArrowsSplit2 size="1.1rem" />}
          onClick={() => acts.split()}
        >
          {quality.split}
        </ExplainedButton>
        <ExplainedButton variant="default" leftSection={<IconScan size="1.1rem" />} onClick={props.onStation}>
          {quality.toStation}
        </ExplainedButton>
        <PageMenu onBring={props.onBring} onMove={props.onMove} onWithdraw={props.onWithdraw} />
      </Group>
    </Stack>
  );
}
