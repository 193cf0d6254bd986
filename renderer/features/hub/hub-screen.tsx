import { Stack } from "@mantine/core";
import { FaultView } from "#renderer/app/fault-view.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { PageHeader } from "#renderer/ui/page-header.tsx";
import { JoinPart } from "./join-part.tsx";
import { JoinedPart } from "./joined-part.tsx";
import { ServingPart } from "./serving-part.tsx";
import { useHub } from "./use-hub.ts";

/** The hub of the centre's own network: to be it, or to send through it. */
export function HubScreen() {
  const all = useWords();
  const asked = useHub();
  const state = asked.value;
  return (
    <Stack maw="62rem">
      <PageHeader
        title={all.hub.title}
        subtitle={all.hub.subtitle}
        back={{ to: "/settings", label: all.settings.title }}
      />
      {asked.error !== undefined && <FaultView error={asked.error} />}
      {state?.joined && <JoinedPart joined={state.joined} onDone={asked.ask} />}
      {state && !(state.joined && state.serving.obstacle === "joined") && (
        <ServingPart serving={state.serving} onDone={asked.ask} />
      )}
      {state && !state.serving.on && (!state.joined || state.joined.otherUnit) && (
        <JoinPart onDone={asked.ask} />
      )}
    </Stack>
  );
}
