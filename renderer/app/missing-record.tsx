import { IconFileUnknown } from "@tabler/icons-react";
import { useWords } from "#renderer/app/words.tsx";
import { EmptyState } from "#renderer/ui/empty-state.tsx";
import { PageHeader } from "#renderer/ui/page-header.tsx";

/** The page of a record that this machine does not have. */
export function MissingRecord(props: { back: { to: string; label: string } }) {
  const words = useWords().inventory;
  return (
    <>
      <PageHeader title={words.notFound} back={props.back} />
      <EmptyState Icon={IconFileUnknown} title={words.notFound} hint={words.notFoundHint} />
    </>
  );
}
