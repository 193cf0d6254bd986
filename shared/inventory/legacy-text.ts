/** The one-byte encodings of Vietnamese from before Unicode that still stand in sheets. */
export type LegacyEncoding = "tcvn3" | "vni";

/* TCVN 5712:1993, as the `.VnTime` fonts draw it: each letter under the Latin-1 character of its code. */
const tcvn3Codes =
  "¡Ă¢Â£Ê¤Ô¥Ơ¦Ư§Đ¨ă©âªê«ô¬ơ\u00adư®đµà¶ả·ã¸á¹ạ»ằ¼ẳ½ẵ¾ắÆặÇầÈẩÉẫÊấËậÌèÎẻÏẽÐéÑẹÒềÓểÔễÕếÖệ×ìØỉÜĩÝíÞịßòáỏâõãóäọåồæổçỗèốéộêờëởìỡíớîợïùñủòũóúôụõừöử÷ữøứùựúỳûỷüỹýýþỵ";
const tcvn3 = new Map<string, string>();
for (let at = 0; at < tcvn3Codes.length; at += 2) tcvn3.set(tcvn3Codes.charAt(at), tcvn3Codes.charAt(at + 1));

/* VNI-Windows: a plain letter and after it a mark, each in its own case; some letters stand alone. */
const vniAlone = new Map(
  Object.entries({ ñ: "đ", ô: "ơ", ö: "ư", æ: "ỉ", ó: "ĩ", ò: "ị", î: "ỵ", ì: "ì", í: "í" }),
);
const vniTones = new Map(Object.entries({ ø: "\u0300", ù: "\u0301", û: "\u0309", õ: "\u0303", ï: "\u0323" }));
const circumflex = { â: "", à: "\u0300", á: "\u0301", å: "\u0309", ã: "\u0303", ä: "\u0323" };
const breve = { ê: "", è: "\u0300", é: "\u0301", ú: "\u0309", ü: "\u0303", ë: "\u0323" };
const vniPairs = new Map<string, string>();
for (const letter of "aeouyôö") {
  const base = vniAlone.get(letter) ?? letter;
  for (const [mark, tone] of vniTones) vniPairs.set(letter + mark, (base + tone).normalize("NFC"));
}
for (const letter of "aeo") {
  for (const [mark, tone] of Object.entries(circumflex)) {
    vniPairs.set(letter + mark, `${letter}\u0302${tone}`.normalize("NFC"));
  }
}
for (const [mark, tone] of Object.entries(breve)) vniPairs.set(`a${mark}`, `a\u0306${tone}`.normalize("NFC"));

/** Letters that only Unicode text has, whatever the language on either side. */
const modern = /[\u0100-\u01ff\u1ea0-\u1ef9]|\p{M}/u;

/** Signs and foreign letters within a word, which no Vietnamese word has: TCVN3 seen through Latin-1. */
const tcvn3Giveaway = /[\p{L}][¡-¾×÷]|[¡-¬®-¾×÷]\p{L}|\p{Ll}[À-ÖØ-Þ]|[åæçëîïñöøûüþßðäœ]/u;

/** Marks that follow a letter they never follow in Vietnamese, or letters Vietnamese has not. */
const vniGiveaway =
  /[ñöÑÖ]|a[àáâãäåèéêëïõøùúûü]|e[âáàãäåïõøùû]|[oyuô][ûøï]|[oyuô]õ|uù|yù|où|ôù|o[âäå]|A[ÀÁÂÃÄÅÈÉÊËÏÕØÙÚÛÜ]|E[ÂÁÀÃÄÅÏÕØÙÛ]|[OUYÔ][ÛØÏÕÙ]|O[ÂÄÅ]/;

/** The encoding a text seems to stand in; nothing for Unicode and plain text, and where it cannot be told. */
export function guessLegacy(text: string): LegacyEncoding | undefined {
  if (!/[\u00a1-\u00ff]/.test(text) || modern.test(text)) return undefined;
  const signs = /[¡-¾×÷]/.test(text) || /\p{Ll}[À-ÖØ-Þ]/u.test(text);
  if (!signs && vniGiveaway.test(text) && readsAsVni(text)) return "vni";
  if (tcvn3Giveaway.test(text) && readsAsTcvn3(text)) return "tcvn3";
  return undefined;
}

/** The encoding a font stands for. A `.Vn…H` font draws capitals. */
export function legacyOfFont(font: string): { encoding: LegacyEncoding; capitals: boolean } | undefined {
  if (/^\.vn/i.test(font)) return { encoding: "tcvn3", capitals: /H(\s|$)/.test(font) };
  return /^vni[-\s]/i.test(font) ? { encoding: "vni", capitals: false } : undefined;
}

/** Reads texts of one sheet: the font and the other cells help where a short text alone would not tell. */
export function legacyReader(sample: readonly string[]): (text: string, font?: string) => string {
  const guesses = sample.map(guessLegacy);
  const marked = sample.filter((text) => /[\u0080-\uffff]/.test(text)).length;
  const count = (encoding: LegacyEncoding) => guesses.filter((guess) => guess === encoding).length;
  const house: LegacyEncoding = count("vni") > count("tcvn3") ? "vni" : "tcvn3";
  const isHouse = marked > 0 && count(house) * 2 > marked;
  return (text, font) => {
    if (!/[\u00a1-\u00ff]/.test(text)) return text;
    const drawn = font === undefined ? undefined : legacyOfFont(font);
    const encoding = drawn?.encoding ?? (isHouse ? house : guessLegacy(text));
    if (encoding === undefined) return text;
    const read = fromLegacy(text, encoding);
    return drawn?.capitals && read !== text ? read.toUpperCase() : read;
  };
}

/** The text in Unicode (NFC); text that cannot stand in the encoding comes back as it is. */
export function fromLegacy(text: string, encoding: LegacyEncoding): string {
  if (!/[\u00a1-\u00ff]/.test(text) || modern.test(text)) return text;
  if (encoding === "tcvn3") {
    return readsAsTcvn3(text) ? text.replace(/[\u00a1-\u00ff]/g, (code) => tcvn3.get(code) ?? code) : text;
  }
  return readsAsVni(text) ? convertVni(text) : text;
}

/** True where every character above plain text is a letter of the encoding. */
function readsAsTcvn3(text: string): boolean {
  for (const code of text.match(/[\u00a1-\u00ff]/g) ?? []) if (!tcvn3.has(code)) return false;
  return true;
}

function readsAsVni(text: string): boolean {
  return !/[\u00a1-\u00ff]/.test(convertVni(text).replace(/[àáâãèéêìíòóôõùúýÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝ«»°²³§·]/g, ""));
}

function convertVni(text: string): string {
  let result = "";
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charAt(at);
    const pair = vniPairs.get((letter + text.charAt(at + 1)).toLowerCase());
    const alone = vniAlone.get(letter.toLowerCase());
    const upper = letter !== letter.toLowerCase();
    const read = pair ?? alone ?? letter;
    result += upper ? read.toUpperCase() : read;
    if (pair !== undefined) at += 1;
  }
  return result;
}
