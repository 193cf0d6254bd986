import { Alert, Button, Group, Loader, Stack, Text, Title } from "@mantine/core";
import { Dropzone } from "@mantine/dropzone";
import { IconCircleCheck, IconPackageImport } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import type { FoundPackage } from "#shared/contract/packages.ts";
import { FaultView } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { useDesk, useUnits, useWork } from "#renderer/app/session.tsx";
import { fondsUnits } from "#renderer/app/unit-choice.ts";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import { PageHeader } from "#renderer/ui/page-header.tsx";
import { FondsUnitField } from "#renderer/features/inventory/fonds-unit-field.tsx";
import { PackageCard } from "./package-card.tsx";

type State =
  | { step: "choose"; error?: unknown }
  | { step: "reading"; name: string }
  | { step: "read" | "taking"; digest: string; packages: FoundPackage[]; error?: unknown }
  | { step: "took"; packages: FoundPackage[] };

/** Reads archival packages back: choose a ZIP, see what is in it and what of it is new, take that in. */
export function TakePackagesScreen() {
  const all = useWords();
  const words = all.packageTaking;
  const desk = useDesk();
  const { count } = useFormat();
  const [state, setState] = useState<State>({ step: "choose" });
  const [scope, setScope] = useState(useWork().profile.scope);
  const read = async (zip: File) => {
    setState({ step: "reading", name: zip.name });
    try {
      const { digest } = await desk.store(zip);
      setState({ step: "read", digest, ...(await desk.call("packages.look", { digest })) });
    } catch (error) {
      setState({ step: "choose", error });
    }
  };
  const take = async (reading: Extract<State, { step: "read" | "taking" }>) => {
    setState({ ...reading, step: "taking" });
    try {
      const { digest } = reading;
      setState({ step: "took", ...(await desk.call("packages.take", { digest, scope })) });
    } catch (error) {
      setState({ ...reading, step: "read", error });
    }
  };
  return (
    <Stack maw="60rem">
      <PageHeader
        title={words.title}
        subtitle={words.subtitle}
        back={{ to: "/inventory", label: all.inventory.title }}
      />
      {"error" in state && state.error !== undefined && <FaultView error={state.error} />}
      {state.step === "choose" && (
        <Dropzone
          onDrop={(files) => files[0] && void read(files[0])}
          multiple={false}
          aria-label={words.drop}
          p="xl"
        >
          <Group justify="center" gap="sm" wrap="nowrap" style={{ pointerEvents: "none" }}>
            <IconPackageImport aria-hidden style={{ flexShrink: 0 }} />
            <Text miw={0}>{words.drop}</Text>
          </Group>
        </Dropzone>
      )}
      {state.step === "reading" && (
        <Stack align="center" py="2rem">
          <Loader />
          <Text role="status">{words.reading(state.name)}</Text>
        </Stack>
      )}
      {state.step === "took" && <Taken packages={state.packages} />}
      {"packages" in state && (
        <>
          <Title order={2} fz="1.2rem">
            {words.found(count(state.packages.length))}
          </Title>
          {state.step !== "took" && state.packages.some(isOfNewFonds) && (
            <NewFondsUnit scope={scope} onChoose={setScope} />
          )}
          {state.packages.map((one) => (
            <PackageCard key={`${one.name} ${one.objectId}`} found={one} />
          ))}
          <Group>
            {state.step !== "took" && (
              <ExplainedButton
                loading={state.step === "taking"}
                reason={toTake(state.packages) + freshFiles(state.packages) === 0 ? words.nothing : undefined}
                onClick={() => void take(state)}
              >
                {words.take(count(toTake(state.packages)))}
              </ExplainedButton>
            )}
            <Button
              variant="default"
              disabled={state.step === "taking"}
              onClick={() => setState({ step: "choose" })}
            >
              {words.another}
            </Button>
            {state.step === "taking" && <Progress />}
          </Group>
        </>
      )}
    </Stack>
  );
}

function NewFondsUnit(props: { scope: string; onChoose: (scope: string) => void }) {
  const work = useWork();
  return <FondsUnitField choices={fondsUnits(useUnits(), work.profile.scope)} {...props} />;
}

function Progress() {
  const desk = useDesk();
  const words = useWords().packageTaking;
  const { count } = useFormat();
  const [done, setDone] = useState(0);
  useEffect(() => desk.on("packages.progress", (value) => setDone(value.done)), [desk]);
  return (
    <Text role="status" className="figures">
      {words.taking(count(done))}
    </Text>
  );
}

function Taken({ packages }: { packages: readonly FoundPackage[] }) {
  const words = useWords().packageTaking;
  const { count } = useFormat();
  const taken = toTake(packages);
  return (
    <Alert role="status" variant="light" icon={<IconCircleCheck aria-hidden />}>
      {taken === 0 ? words.tookNone : words.took(count(taken))}
    </Alert>
  );
}

function isTaken({ stands }: FoundPackage): boolean {
  return stands === "new" || stands === "known";
}

function isOfNewFonds(found: FoundPackage): boolean {
  return found.stands === "new" && !found.fonds.known;
}

/** How many documents of the packages are new and taken. */
function toTake(packages: readonly FoundPackage[]): number {
  return packages.filter(isTaken).reduce((sum, { fresh }) => sum + fresh, 0);
}

function freshFiles(packages: readonly FoundPackage[]): number {
  return packages.filter(({ stands }) => stands === "new").length;
}
