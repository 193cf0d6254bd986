import { XmlElement, type XmlNode, XmlText } from "libxml2-wasm";
import type { ReadElement } from "#shared/package/read-element.ts";

/** An element with all that is in it, to be looked at when its document is gone. */
export function treeOf(element: XmlElement): ReadElement {
  const nodes: XmlNode[] = [];
  for (let node = element.firstChild; node; node = node.next) nodes.push(node);
  return {
    name: element.name,
    namespace: element.namespaceUri,
    attributes: Object.fromEntries(element.attrs.map(({ name, value }) => [name, value])),
    children: nodes.filter((node) => node instanceof XmlElement).map(treeOf),
    text: nodes
      .filter((node) => node instanceof XmlText)
      .map(({ content }) => content)
      .join("")
      .trim(),
  };
}
