import { SaxesParser } from "saxes";

/** An element as saxes reads it: names with their namespaces in braces. */
export type Node = { name: string; attributes: Record<string, string>; children: Node[]; text: string };

/** Reads XML by a library that the product does not use; throws where it is not well-formed. */
export function readBySaxes(xml: string): Node {
  const whole: Node = { name: "", attributes: {}, children: [], text: "" };
  const open = [whole];
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", (tag) => {
    const attributes = Object.fromEntries(
      Object.values(tag.attributes)
        .filter(({ prefix, local }) => prefix !== "xmlns" && local !== "xmlns")
        .map(({ uri, local, value }) => [uri === "" ? local : `{${uri}}${local}`, value]),
    );
    const node: Node = { name: `{${tag.uri}}${tag.local}`, attributes, children: [], text: "" };
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  parser.on("text", (text) => {
    const node = open.at(-1);
    if (node) node.text += text;
  });
  parser.on("closetag", () => void open.pop());
  parser.write(xml).close();
  const [root] = whole.children;
  if (!root) throw new Error("no root");
  return root;
}

/** All elements below one with a local name, in the order of the document. */
export function below(node: Node, name: string): Node[] {
  return node.children.flatMap((child) => [
    ...(child.name.endsWith(`}${name}`) ? [child] : []),
    ...below(child, name),
  ]);
}
