import { Button, Select, Stack } from "@mantine/core";
import { IconMessages } from "@tabler/icons-react";
import { useState } from "react";
import type { CallOutput } from "#shared/contract/desk.ts";
import { NotesPanel } from "#renderer/app/notes-panel.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { useDesk } from "#renderer/app/session.tsx";
import { useAskedAgain } from "#renderer/app/use-asked-again.ts";
import { useWords } from "#renderer/app/words.tsx";
import { SideSheet } from "#renderer/ui/side-sheet.tsx";

type About = {
  itemId: string;
  /** The page that is looked at, if one is. */
  pageId?: string | undefined;
  /** The item or page whose threads were asked for. */
  shownId?: string;
};

type Count = CallOutput<"notes.onItem">["counts"][number];

/** A button that tells how many threads are open on an item and its pages, and opens them beside. */
export function ItemNotes(
  props: About & { title: string; opened: boolean; onOpened: (opened: boolean) => void },
) {
  const { opened, onOpened, ...sheet } = props;
  const words = useWords().notes;
  const { count } = useFormat();
  const open = useCounts(props.itemId).reduce((sum, one) => sum + one.open, 0);
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconMessages size="1.1rem" aria-hidden />}
        onClick={() => onOpened(true)}
      >
        {open > 0 ? words.openOnItem(count(open)) : words.onItem}
      </Button>
      {opened && <ThreadsSheet {...sheet} onClose={() => onOpened(false)} />}
    </>
  );
}

/** What people noted on an item and on each of its pages, as a sheet beside them. */
export function ThreadsSheet({ title, onClose, ...about }: About & { title: string; onClose: () => void }) {
  const all = useWords();
  return (
    <SideSheet title={`${all.notes.title}: ${title}`} close={all.common.close} onClose={onClose}>
      <ItemThreads {...about} />
    </SideSheet>
  );
}

/** What people noted on an item, or on the page of it that is chosen. */
export function ItemThreads(props: About) {
  const counts = useCounts(props.itemId);
  return counts.length === 0 ? null : <ChosenThreads {...props} counts={counts} />;
}

function ChosenThreads({ itemId, pageId, shownId, counts }: About & { counts: readonly Count[] }) {
  const words = useWords().notes;
  const { count } = useFormat();
  const [chosen, setChosen] = useState(() => shownId ?? firstShown(counts, pageId)?.id);
  const nameOf = ({ id, page, all }: Count) => {
    const name = id === itemId ? words.wholeItem : words.page(count(page));
    return all > 0 ? `${name} (${count(all)})` : name;
  };
  const known = counts.find(({ id }) => id === chosen)?.id ?? itemId;
  return (
    <Stack gap="md">
      {counts.length > 1 && (
        <Select
          label={words.about}
          data={counts.map((one) => ({ value: one.id, label: nameOf(one) }))}
          value={known}
          allowDeselect={false}
          onChange={(value) => setChosen(value ?? itemId)}
          w="16rem"
        />
      )}
      <NotesPanel key={known} subject={known === itemId ? "items" : "pages"} subjectId={known} />
    </Stack>
  );
}

/** What is open on the page that is looked at, else what is open at all; where nothing is, the page, for what is to be written. */
function firstShown(counts: readonly Count[], pageId: string | undefined): Count | undefined {
  const page = counts.find(({ id }) => id === pageId);
  const open = counts.find((one) => one.open > 0);
  return page && (page.open > 0 || !open) ? page : open;
}

function useCounts(itemId: string): readonly Count[] {
  const desk = useDesk();
  const asked = useAskedAgain(`threads ${itemId}`, () => desk.call("notes.onItem", { itemId }), [
    "records.changed",
  ]);
  return asked.value?.counts ?? [];
}
