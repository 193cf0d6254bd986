import { Alert, SegmentedControl, Stack, Text } from "@mantine/core";
import { IconAlertTriangle, IconDownload } from "@tabler/icons-react";
import { useState } from "react";
import { type CostBasis, costParts } from "#shared/contract/cost.ts";
import { formFormats } from "#shared/contract/forms.ts";
import { dayInVietnam } from "#shared/base/vietnam-time.ts";
import type { Norms } from "#shared/report/cost.ts";
import { toReports } from "#renderer/app/addresses.ts";
import { FaultView, notifyFault } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { saveObject } from "#renderer/app/save-object.ts";
import { useDesk, useWork } from "#renderer/app/session.tsx";
import { useUnitNames } from "#renderer/app/unit-names.ts";
import { useAsked } from "#renderer/app/use-asked.ts";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import { PageHeader } from "#renderer/ui/page-header.tsx";
import { CostFigures } from "./cost-figures.tsx";
import { NormTable } from "./norm-table.tsx";
import { wordsOfReport } from "./report-words.ts";

const wallClock = () => Date.now();

/** What the work costs by the norms that are known (dự toán): an estimate that says what it lacks. */
export function CostScreen() {
  const desk = useDesk();
  const words = useWords().cost;
  const asked = useAsked("cost", () => desk.call("cost.read", {}));
  const { value } = asked;
  return (
    <Stack gap="lg" maw="80rem">
      {asked.error !== undefined && <FaultView error={asked.error} onRetry={asked.ask} />}
      {value ? (
        <Estimate basis={value} onSaved={asked.ask} />
      ) : (
        <PageHeader title={words.title} back={{ to: toReports(), label: words.back }} />
      )}
    </Stack>
  );
}

function Estimate({ basis, onSaved }: { basis: CostBasis; onSaved: () => void }) {
  const all = useWords();
  const words = all.cost;
  const desk = useDesk();
  const { count } = useFormat();
  const nameOf = useUnitNames();
  const { profile } = useWork();
  const [part, setPart] = useState<(typeof costParts)[number]>("all");
  const [changed, setChanged] = useState<Norms>();
  const norms = changed ?? basis.norms;
  const print = (format: (typeof formFormats)[number]) => {
    const said = wordsOfReport(nameOf(basis.scope), dayInVietnam(wallClock()), profile.name);
    desk
      .call("cost.form", { part, format, words: said })
      .then(({ digest, name }) => saveObject(desk, digest, name))
      .catch((error: unknown) => notifyFault(all, error));
  };
  return (
    <>
      <PageHeader
        title={words.title}
        subtitle={words.subtitle(nameOf(basis.scope), count(basis.files))}
        back={{ to: toReports(), label: words.back }}
        actions={formFormats.map((format) => (
          <ExplainedButton
            key={format}
            variant="default"
            leftSection={<IconDownload size="1.1rem" />}
            aria-label={words.print(format.toUpperCase())}
            reason={changed ? words.asShown : undefined}
            onClick={() => print(format)}
          >
            {format.toUpperCase()}
          </ExplainedButton>
        ))}
      />
      <Alert color="yellow" variant="light" icon={<IconAlertTriangle />} title={words.notFinal}>
        <Text size="sm">{words.notFinalHint}</Text>
      </Alert>
      <SegmentedControl
        aria-label={words.part}
        value={part}
        onChange={(value) => setPart(costParts.find((one) => one === value) ?? part)}
        data={costParts.map((value) => ({ value, label: words.parts[value] }))}
        w="fit-content"
      />
      <CostFigures pages={basis.pages[part]} unknownFiles={basis.unknownFiles} norms={norms} />
      <NormTable
        norms={norms}
        pages={basis.pages[part]}
        own={basis.own}
        changed={changed !== undefined}
        onChange={setChanged}
        onSaved={() => {
          setChanged(undefined);
          onSaved();
        }}
      />
    </>
  );
}
