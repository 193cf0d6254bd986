/** Words that keep their capital within a name: kinds of units do not, names of places do. */
const kinds = /^(xã|phường|thị|trấn|huyện|quận|thành|phố|tỉnh)$/;
const shorts: readonly (readonly [RegExp, string])[] = [
  [/^ubnd\b/, "Ủy ban nhân dân"],
  [/^hđnd\b/, "Hội đồng nhân dân"],
];
/** After these the words of a field of work begin with a capital: "Sở Tài nguyên và Môi trường". */
const offices = /^(sở|phòng|bộ|cục|chi cục|ban|trường|trung tâm)\s/;

/** "PHÒNG NỘI VỤ" → "Phòng Nội vụ", "UBND XÃ MỸ HIỆP" → "Ủy ban nhân dân xã Mỹ Hiệp": as inventories name bodies. */
export function writeBody(capitals: string): string {
  let text = capitals.normalize("NFC").toLowerCase();
  for (const [short, whole] of shorts) text = text.replace(short, whole.toLowerCase());
  const words = text.split(" ");
  const placeAt = words.findIndex((word, at) => at > 0 && kinds.test(word));
  const isOffice = offices.test(text);
  return words
    .map((word, at) => {
      const before = words[at - 1] ?? "";
      const inPlace = placeAt > 0 && at > placeAt && !kinds.test(word);
      const opensField = isOffice && (at === 1 || before === "-" || (before === "và" && at > 2));
      return at === 0 || inPlace || opensField ? word.charAt(0).toUpperCase() + word.slice(1) : word;
    })
    .join(" ");
}
