const key = "mucluc.portal.wanted";

/** Keeps where in the portal somebody was about to go, in this tab, before the browser leaves it to sign in elsewhere. */
export function keepWanted({ search, hash }: Pick<Location, "search" | "hash"> = window.location): void {
  // Where a sign-in stands is no place to go back to.
  if (hash.startsWith("#/enter/")) return;
  window.sessionStorage.setItem(key, `${search}${hash}`);
}

/** Goes back there once somebody is in, unless the address names a place of its own; what was kept is used once. */
export function goToWanted(): void {
  const wanted = window.sessionStorage.getItem(key);
  window.sessionStorage.removeItem(key);
  const { search, hash, pathname } = window.location;
  if (wanted === null || search !== "" || !["", "#/", "#/enter/code"].includes(hash)) return;
  window.history.replaceState(null, "", `${pathname}${wanted}`);
}
