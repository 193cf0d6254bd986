import { PageHeader } from "#renderer/ui/page-header.tsx";
import { useWords } from "#renderer/app/words.tsx";

export function HomeScreen() {
  return <PageHeader title={useWords().shell.places.home} />;
}
