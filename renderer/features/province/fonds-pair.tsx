import { Box, Group, SegmentedControl, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { type FondsVerdict, fondsVerdicts } from "#shared/archive/same-fonds.ts";
import type { FondsPair } from "#shared/contract/province-same-fonds.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import classes from "./terms.module.css";

/** What an officer is about to decide on a pair. */
export type PairChoice = { pair: FondsPair; subject: string; into: string; verdict: FondsVerdict };

/** Two entries that may be of one fonds: what each is, why they are shown, and the three decisions. */
export function FondsPairLine(props: {
  pair: FondsPair;
  busy: boolean;
  onChoose: (choice: PairChoice) => void;
}) {
  const { pair, busy, onChoose } = props;
  const { one, other, decided } = pair;
  const words = useWords().sameFonds;
  const format = useFormat();
  const larger = other.files >= one.files ? other.id : one.id;
  const [main, setMain] = useState(decided?.into ?? larger);
  const subject = main === one.id ? other.id : one.id;
  const nameOf = (id: string) => (id === one.id ? one.name : other.name);
  const reasons = pair.reasons.map((reason) => words.reasons[reason]).join("; ");
  return (
    <li className={classes["term"]}>
      <Stack gap={4} className={classes["name"]}>
        {[one, other].map((fonds) => (
          <Box key={fonds.id}>
            <Text fw={600}>{fonds.name}</Text>
            <Text size="sm" c="dimmed">
              {[fonds.code || words.noCode, fonds.archiveCode, fonds.unitName, fonds.dateSpan]
                .filter(Boolean)
                .join(" · ")}{" "}
              · {words.files(format.count(fonds.files))}
            </Text>
          </Box>
        ))}
        <Text size="sm">{reasons === "" ? words.byHand : reasons}</Text>
        {decided && (
          <Text size="sm">
            {words.meaning[decided.verdict](nameOf(decided.subject), nameOf(decided.into))} {decided.why} (
            {words.by(decided.by, format.time(decided.at))})
          </Text>
        )}
      </Stack>
      <Stack gap={4}>
        <Text size="sm">{words.main}</Text>
        <SegmentedControl
          aria-label={words.mainOf(one.name, other.name)}
          value={main}
          onChange={setMain}
          data={[one, other].map(({ id, code, unitName }) => ({
            value: id,
            label: `${code || words.noCode} – ${unitName}`,
          }))}
        />
      </Stack>
      <Group gap="xs">
        {fondsVerdicts.map((verdict) => (
          <ExplainedButton
            key={verdict}
            size="compact-md"
            variant="light"
            aria-label={words.decideOn(words.verdicts[verdict], nameOf(subject), nameOf(main))}
            reason={busy ? words.deciding : undefined}
            onClick={() => onChoose({ pair, subject, into: main, verdict })}
          >
            {words.verdicts[verdict]}
          </ExplainedButton>
        ))}
      </Group>
    </li>
  );
}
