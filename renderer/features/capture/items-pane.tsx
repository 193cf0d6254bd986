import { Text } from "@mantine/core";
import { IconFileOff } from "@tabler/icons-react";
import { useMemo } from "react";
import type { ShownDocument } from "#renderer/app/document-window.tsx";
import { useNarrow } from "#renderer/app/use-narrow.ts";
import { useWords } from "#renderer/app/words.tsx";
import { EmptyState } from "#renderer/ui/empty-state.tsx";
import { Section } from "#renderer/ui/section.tsx";
import type { Document } from "#renderer/work/batch-documents.ts";
import classes from "./capture.module.css";
import { ItemList } from "./item-list.tsx";
import { ItemPages } from "./item-pages.tsx";
import type { StationState } from "./use-station.ts";

/** The items of the batch at the left, the pages of the chosen one at the right. */
export function ItemsPane(props: {
  batchId: string;
  documents: readonly Document[];
  state: StationState;
  chosenId: string | undefined;
  onChoose: (itemId: string) => void;
  open: boolean;
  onShow: (shown: ShownDocument) => void;
}) {
  const { items } = useWords().capture;
  const narrow = useNarrow();
  const { documents, state, chosenId } = props;
  const { matching } = state;
  const jobs = state.jobs.value?.items ?? [];
  const files = useMemo(() => new Map(matching?.files.map((one) => [one.fileId, one])), [matching]);
  const chosen =
    documents.find(({ item }) => item.id === chosenId) ??
    documents.find(({ item }) => item.id === matching?.latestItemId) ??
    documents[0];
  if (documents.length === 0)
    return <EmptyState Icon={IconFileOff} title={items.none} hint={items.noneHint} />;
  return (
    <Section title={items.title}>
      <div className={classes["panes"]} data-narrow={narrow || undefined}>
        <ItemList
          documents={documents}
          jobs={jobs}
          matching={matching}
          open={props.open}
          chosenId={chosen?.item.id}
          height="40rem"
          onChoose={props.onChoose}
        />
        {chosen ? (
          <ItemPages
            counted={files.get(chosen.file.id)}
            key={chosen.item.id}
            batchId={props.batchId}
            document={chosen}
            working={jobs.some(({ itemId }) => itemId === chosen.item.id)}
            open={props.open}
            onShow={props.onShow}
            onImported={state.imported}
          />
        ) : (
          <Text c="dimmed">{items.choose}</Text>
        )}
      </div>
    </Section>
  );
}
