import { Button } from "@mantine/core";
import { IconMapOff } from "@tabler/icons-react";
import { Link } from "wouter";
import { useWords } from "#renderer/app/words.tsx";
import { EmptyState } from "#renderer/ui/empty-state.tsx";
import { PageHeader } from "#renderer/ui/page-header.tsx";

export function NotFoundScreen() {
  const words = useWords().shell.notFound;
  return (
    <>
      <PageHeader title={words.title} />
      <EmptyState Icon={IconMapOff} title={words.title} hint={words.hint}>
        <Button component={Link} href="/">
          {words.home}
        </Button>
      </EmptyState>
    </>
  );
}
