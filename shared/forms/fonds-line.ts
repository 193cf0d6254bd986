/** How a form names a fonds: "Phông: …", or the name alone where that begins with the word. */
export function fondsLine(name: string, code = ""): string {
  const named = /^phông\s/i.test(name.normalize("NFC")) ? name : `Phông: ${name}`;
  return code === "" ? named : `${named} (${code})`;
}
