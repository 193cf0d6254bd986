import { Anchor } from "@mantine/core";
import { Link } from "wouter";
import type { CatalogueHit } from "#shared/contract/catalogue.ts";
import { useWords } from "#renderer/app/words.tsx";
import { type Sought, withSought } from "./asked.ts";

/** The name of a fonds, by which one comes to it; one that is not there yet leads nowhere. */
export function FondsLink({ fonds, sought }: { fonds: CatalogueHit["fonds"]; sought: Sought }) {
  const { notKnown } = useWords().portal.item;
  const name = fonds.name || fonds.code;
  if (name === "") return notKnown;
  return (
    <Anchor
      component={Link}
      href={withSought(`/fonds/${encodeURIComponent(fonds.id)}`, sought)}
      inherit
      underline="always"
    >
      {name}
    </Anchor>
  );
}
