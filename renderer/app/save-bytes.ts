/** Lets the person save bytes under a name. */
export function saveBytes(bytes: Blob, name: string): void {
  const address = URL.createObjectURL(bytes);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken the bytes up by then.
  window.setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
