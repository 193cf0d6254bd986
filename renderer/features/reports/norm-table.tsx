import { Button, Group, NumberInput, Stack, Table, Text, Textarea } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { type CostedPages, estimateCost, type Norms, statedNorms } from "#shared/report/cost.ts";
import { notifyFault } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { useDesk } from "#renderer/app/session.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import { Section } from "#renderer/ui/section.tsx";

/** The norms of an estimate with their sources, to change and to keep on this machine. */
export function NormTable(props: {
  norms: Norms;
  pages: CostedPages;
  own: boolean;
  changed: boolean;
  onChange: (norms: Norms) => void;
  onSaved: () => void;
}) {
  const { norms, pages, own, changed, onChange, onSaved } = props;
  const all = useWords();
  const words = all.cost;
  const desk = useDesk();
  const { count } = useFormat();
  const { steps } = estimateCost(pages, norms);
  const keep = (kept: Norms | null) => {
    desk
      .call("cost.setNorms", { norms: kept })
      .then(() => {
        notifications.show({ color: "green", message: words.saved });
        onSaved();
      })
      .catch((error: unknown) => notifyFault(all, error));
  };
  const setStep = (at: number, fields: Partial<Norms["steps"][number]>) =>
    onChange({ ...norms, steps: norms.steps.map((step, of) => (of === at ? { ...step, ...fields } : step)) });
  return (
    <Section
      title={words.norms}
      hint={words.normsHint}
      actions={
        <>
          {own && (
            <Button variant="default" onClick={() => keep(null)}>
              {words.reset}
            </Button>
          )}
          <ExplainedButton reason={changed ? undefined : words.nothingChanged} onClick={() => keep(norms)}>
            {words.save}
          </ExplainedButton>
        </>
      }
    >
      <Stack gap="md">
        {own && <Text size="sm">{words.own}</Text>}
        <Table.ScrollContainer
          type="native"
          minWidth={720}
          tabIndex={0}
          role="group"
          aria-label={words.norms}
        >
          <Table aria-label={words.norms} verticalSpacing="xs">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{words.columns.step}</Table.Th>
                <Table.Th w="10rem">{words.columns.minutes}</Table.Th>
                <Table.Th>{words.columns.source}</Table.Th>
                <Table.Th w="8rem" ta="right">
                  {words.columns.hours}
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {norms.steps.map((step, at) => {
                const name = words.names[step.name] ?? step.name;
                const minutes = steps[at]?.minutes;
                return (
                  <Table.Tr key={step.name}>
                    <Table.Th scope="row" fw={500}>
                      {name}
                    </Table.Th>
                    <Table.Td>
                      <Measure
                        label={words.minutesOf(name)}
                        value={step.minutes}
                        onChange={(value) => setStep(at, { minutes: value })}
                      />
                    </Table.Td>
                    <Table.Td>
                      <Source
                        label={words.sourceOf(name)}
                        value={step.source}
                        onChange={(source) => setStep(at, { source })}
                      />
                    </Table.Td>
                    <Table.Td ta="right" className="figures">
                      {minutes === undefined ? "–" : count(Math.round(minutes / 6) / 10)}
                    </Table.Td>
                  </Table.Tr>
                );
              })}
              {statedNorms.map((name) => (
                <Table.Tr key={name}>
                  <Table.Th scope="row" fw={500}>
                    {words.names[name]} ({words.units[name]})
                  </Table.Th>
                  <Table.Td>
                    <Measure
                      label={`${words.value}: ${words.names[name] ?? name}`}
                      value={norms[name].value}
                      onChange={(value) => onChange({ ...norms, [name]: { ...norms[name], value } })}
                    />
                  </Table.Td>
                  <Table.Td>
                    <Source
                      label={words.sourceOf(words.names[name] ?? name)}
                      value={norms[name].source}
                      onChange={(source) => onChange({ ...norms, [name]: { ...norms[name], source } })}
                    />
                  </Table.Td>
                  <Table.Td />
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
        <Group maw="36rem" grow align="flex-end">
          <NumberInput
            label={words.hoursPerDay}
            min={1}
            max={24}
            value={norms.hoursPerDay}
            onChange={(value) => onChange({ ...norms, hoursPerDay: Number(value) || 8 })}
          />
          <NumberInput
            label={words.overhead}
            min={0}
            max={1000}
            value={norms.overhead}
            onChange={(value) => onChange({ ...norms, overhead: Number(value) || 0 })}
          />
        </Group>
      </Stack>
    </Section>
  );
}

function Measure(props: { label: string; value: number | null; onChange: (value: number | null) => void }) {
  const { label, value, onChange } = props;
  const { locale } = useWords().common;
  const [thousand, decimal] = locale.startsWith("vi") ? [".", ","] : [",", "."];
  return (
    <NumberInput
      aria-label={label}
      min={0}
      max={1e12}
      hideControls
      decimalScale={4}
      decimalSeparator={decimal}
      thousandSeparator={thousand}
      value={value ?? ""}
      onChange={(said) => onChange(said === "" ? null : Number(said))}
    />
  );
}

function Source(props: { label: string; value: string; onChange: (value: string) => void }) {
  const { label, value, onChange } = props;
  return (
    <Textarea
      aria-label={label}
      autosize
      minRows={1}
      maxLength={500}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
