import { Alert, Checkbox, Stack, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { isSound, type SchemePlan } from "#shared/inventory/plan-scheme.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";
import classes from "./scheme.module.css";

const shown = 200;

/** What a list of groups would add and change, and every line that is wrong: the dry run of writing it. */
export function PlanPreview(props: {
  plan: SchemePlan;
  /** How many groups here are called otherwise in the list; 0 hides the choice. */
  differing: number;
  rename: boolean;
  onRename: (rename: boolean) => void;
}) {
  const { plan, differing, rename } = props;
  const all = useWords().scheme;
  const words = all.preview;
  const { count } = useFormat();
  const { adds, changes, same, problems } = plan;
  return (
    <Stack gap="sm" aria-label={words.title} role="region">
      <Text role="status">
        {adds.length === 0 && changes.length === 0 ? `${words.nothing} ` : ""}
        {words.counts(count(adds.length), count(same))}
        {changes.length > 0 ? ` ${words.changes(count(changes.length))}` : ""}
      </Text>
      {differing > 0 && (
        <Checkbox
          label={words.rename(count(differing))}
          checked={rename}
          onChange={(event) => props.onRename(event.currentTarget.checked)}
        />
      )}
      {problems.length > 0 && (
        <Alert
          color={isSound(plan) ? "yellow" : "red"}
          icon={<IconAlertTriangle aria-hidden />}
          title={words.problems(count(problems.length))}
        >
          {!isSound(plan) && <Text size="sm">{words.unsound}</Text>}
          <ul className={classes["preview"]} tabIndex={0} aria-label={words.problems(count(problems.length))}>
            {problems.slice(0, shown).map((problem, at) => (
              <li key={at}>
                {words.row(problem.row)}, {all.group[problem.column]}:{" "}
                {all.problems[problem.code](problem.found)}
              </li>
            ))}
          </ul>
        </Alert>
      )}
      {adds.length > 0 && (
        <ul className={classes["preview"]} tabIndex={0} aria-label={words.title}>
          {adds.slice(0, shown).map(({ level, path, fields }, at) => (
            <li key={at} style={{ paddingInlineStart: `${1.4 * (level - 1)}rem` }}>
              {path === "" ? fields.title : `${path}. ${fields.title}`}
            </li>
          ))}
          {adds.length > shown && <li>{words.more(count(adds.length - shown))}</li>}
        </ul>
      )}
    </Stack>
  );
}
