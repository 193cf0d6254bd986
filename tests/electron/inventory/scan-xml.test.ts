import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { attributeOf, decodeXml, scanXml } from "#electron/inventory/scan-xml.ts";

function eventsOf(pieces: readonly string[]): string[] {
  const events: string[] = [];
  let text = "";
  const flush = () => {
    if (text !== "") events.push(`text ${decodeXml(text)}`);
    text = "";
  };
  const scanner = scanXml({
    open(name, attributes) {
      flush();
      events.push(`open ${name}${attributes.trim()}`);
    },
    close(name) {
      flush();
      events.push(`close ${name}`);
    },
    text(raw) {
      text += raw;
    },
  });
  for (const piece of pieces) scanner.write(piece);
  scanner.end();
  return events;
}

const sample = `<?xml version="1.0"?><!-- a > b --><x:sst xmlns:x="u"><si a="1 > 0" b='"'><t>Điều &lt;5&gt; &#7847;&#x1EA7;</t><empty/><![CDATA[a & <b>]]></si\n></x:sst>`;

describe("a scan of XML", () => {
  test("gives names without prefixes, text and sections as they stand", () => {
    expect(eventsOf([sample])).toEqual([
      'open sstxmlns:x="u"',
      `open sia="1 > 0" b='"'`,
      "open t",
      "text Điều <5> ầầ",
      "close t",
      "open empty",
      "close empty",
      "text a & <b>",
      "close si",
      "close sst",
    ]);
  });

  test("does not depend on where the text is cut", () => {
    const whole = eventsOf([sample]);
    fc.assert(
      fc.property(fc.array(fc.nat(sample.length), { maxLength: 30 }), (cuts) => {
        const at = [0, ...cuts.sort((a, b) => a - b), sample.length];
        const pieces = at.slice(1).map((end, index) => sample.slice(at[index], end));
        expect(eventsOf(pieces)).toEqual(whole);
      }),
    );
  });

  test.each([
    ["a part that ends too early", "<a><b>"],
    ["a tag cut short", "<a></a"],
    ["a tag closed that was not opened", "<a></a></b>"],
    ["a document type", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'],
  ])("refuses %s", (_, text) => {
    expect(() => eventsOf([text])).toThrow(expect.objectContaining({ code: "workbook-unreadable" }));
  });
});

test.each([
  [' r="A1" s="3" t="s"', "s", "3"],
  [" r = 'A1'", "r", "A1"],
  [' spans="1:3" r="A1"', "r", "A1"],
  [' ht="1" customHeight="2"', "t", undefined],
  [' name="a &amp; b"', "name", "a & b"],
  ['\n\tval="x"', "val", "x"],
])("of %j the attribute %s is %j", (attributes, name, value) =>
  expect(attributeOf(attributes, name)).toBe(value),
);
