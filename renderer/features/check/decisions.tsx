import { Alert, Badge, Group, List, Stack, Table, Text } from "@mantine/core";
import { type Batch, type BatchState, isAccepted } from "#shared/archive/batch.ts";
import { type Decision, isWhole } from "#shared/archive/decision.ts";
import { matrixStages } from "#shared/completeness/stages.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";
import { Disclosure } from "#renderer/ui/disclosure.tsx";
import { Section } from "#renderer/ui/section.tsx";
import { VerifyContent } from "./verify-content.tsx";

/**
 * Who decided on the batch, when and why, on which figures; the decisions before, and who opened it again after them; the
 * letters made of what lacked.
 */
export function Decisions({ batch }: { batch: Batch }) {
  const words = useWords();
  const { decisions } = words;
  const { time, count, date } = useFormat();
  const decided = isAccepted(batch.state) || batch.state === "returned";
  const taken = (batch.steps ?? []).filter(({ undoes }) => undoes === undefined);
  const steps = taken
    .filter((step, at) => step.decision ?? (step.to === "returned" || isReopening(step, taken[at - 1])))
    .reverse();
  const latest = steps.find(({ decision }) => decision);
  const letters = batch.letters ?? [];
  if (!decided && steps.length === 0 && letters.length === 0) return null;
  const shown = isAccepted(batch.state) ? "accepted" : "returned";
  const { decided: say, reason } = words.check;
  const nameOf = (to: BatchState) =>
    to === "returned" ? decisions.returned : to === "checking" ? decisions.reopen : decisions.accepted;
  return (
    <>
      {decided && (
        <Alert
          color={shown === "accepted" ? "lacquer" : "red"}
          variant="light"
          title={say(words.common.batchStates[shown], batch.decidedBy, time(batch.decidedAt))}
        >
          {batch.reason !== "" && <Text>{reason(batch.reason)}</Text>}
        </Alert>
      )}
      <Section
        title={decisions.title}
        hint={decisions.hint}
        actions={isAccepted(batch.state) && <VerifyContent batch={batch} />}
      >
        <Stack gap="md">
          {steps.map(({ to, at, by, role, reason: why, decision }, place) => (
            <Stack key={at} gap="xs">
              <Group gap="sm">
                {decision && (
                  <Badge size="lg" variant="light" tt="none" color={isWhole(decision) ? "lacquer" : "red"}>
                    {isWhole(decision) ? decisions.whole : decisions.lacking}
                  </Badge>
                )}
                <Text fw={600}>{nameOf(to)}</Text>
                <Text>{decisions.by(`${by} (${words.common.roles[role]})`, time(at))}</Text>
              </Group>
              {why !== "" && !(decided && place === 0) && <Text size="sm">{reason(why)}</Text>}
              {decision && (
                <Disclosure label={decisions.figures} opened={at === latest?.at}>
                  <Figures decision={decision} />
                </Disclosure>
              )}
            </Stack>
          ))}
          {letters.length > 0 && (
            <Stack gap="xs">
              <Text fw={600}>{decisions.letters}</Text>
              <List>
                {letters.map((letter) => (
                  <List.Item key={`${letter.at} ${letter.digest}`}>
                    {decisions.letter(time(letter.at), letter.by, count(letter.count))}
                    {letter.before !== "" && `, ${decisions.before(date(letter.before))}`}
                  </List.Item>
                ))}
              </List>
            </Stack>
          )}
        </Stack>
      </Section>
    </>
  );
}

/** Opened again: back in its check from where it had been accepted. */
function isReopening({ to }: { to: BatchState }, before: { to: BatchState } | undefined): boolean {
  return to === "checking" && before !== undefined && isAccepted(before.to);
}

function Figures({ decision }: { decision: Decision }) {
  const figures = matrixStages.flatMap((stage) => {
    const found = decision.figures.find((one) => one.stage === stage);
    return found ? [{ ...found, stage }] : [];
  });
  const words = useWords();
  const { decisions, check, matrix } = words;
  const { count } = useFormat();
  return (
    <Stack gap="sm">
      <Table.ScrollContainer
        type="native"
        minWidth={420}
        tabIndex={0}
        role="group"
        aria-label={decisions.figures}
      >
        <Table verticalSpacing="0.2rem" w="auto" aria-label={decisions.figures}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{check.stage}</Table.Th>
              {(["files", "items", "pages"] as const).map((unit) => (
                <Table.Th key={unit} ta="right">
                  {check.units[unit]}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {figures.map(({ stage, files, items, pages }) => (
              <Table.Tr key={stage}>
                <Table.Th scope="row" fw={500}>
                  {matrix.stages[stage]}
                </Table.Th>
                {[files, items, pages].map((value, at) => (
                  <Table.Td key={at} ta="right" className="figures">
                    {count(value)}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {decision.lacks.length === 0 ? (
        <Text>{decisions.none}</Text>
      ) : (
        <List aria-label={decisions.lacks}>
          {decision.lacks.map(({ code, count: number, why }) => (
            <List.Item key={code}>
              {`${check.lackNames[code]} (${count(number)})`}
              {why !== "" && `: ${why}`}
            </List.Item>
          ))}
        </List>
      )}
      {decision.digest !== "" && (
        <Text size="sm" c="dimmed" title={decisions.digestHint} style={{ overflowWrap: "anywhere" }}>
          {decisions.digest(decision.digest.slice(0, 16), count(decision.records))}
        </Text>
      )}
    </Stack>
  );
}
