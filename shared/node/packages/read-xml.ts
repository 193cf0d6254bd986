import {
  ParseOption,
  XmlBufferInputProvider,
  XmlDocument,
  type XmlElement,
  XmlLibError,
  XmlParseError,
  XmlValidateError,
  XsdValidator,
  xmlRegisterInputProvider,
} from "libxml2-wasm";
import { fail, ok, type Result } from "#shared/base/result.ts";

/** What is wrong with a text as XML, or by its schema, at a line of it. */
export type XmlFault = { line: number; message: string };

/** A fault as one line says it. */
export function sayFault({ line, message }: XmlFault): string {
  return line > 0 ? `${line}: ${message}` : message;
}

/** Nothing is fetched, no entity is read from elsewhere, and none grows beyond libxml2's limits. */
const option: ParseOption = ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_NO_XXE;

const known = new XmlBufferInputProvider({});
let registered = false;

/** Lets schemas refer to one by this address, which is otherwise not to be had: nothing is fetched. */
export function knowSchema(address: string, bytes: Uint8Array): void {
  known.addBuffer(address, bytes);
  if (!registered) registered = xmlRegisterInputProvider(known);
}

/** Reads XML and lets `take` have its root; what it returns must hold no part of the document. */
export function readXml<Value>(
  bytes: Uint8Array,
  take: (root: XmlElement) => Value,
): Result<Value, XmlFault> {
  let document: XmlDocument | undefined;
  try {
    document = XmlDocument.fromBuffer(bytes, { option });
    return ok(take(document.root));
  } catch (error) {
    if (error instanceof XmlParseError)
      return fail(faultsOf(error)[0] ?? { line: 0, message: error.message });
    throw error;
  } finally {
    document?.dispose();
  }
}

/** A schema that documents are held against, to be let go when done. */
export type XmlSchema = { check(bytes: Uint8Array): XmlFault[]; dispose(): void };

/** Reads an XSD; what it imports must be known (`knowSchema`) or be no part of what is checked. */
export function openSchema(bytes: Uint8Array): Result<XmlSchema, XmlFault> {
  let document: XmlDocument | undefined;
  try {
    document = XmlDocument.fromBuffer(bytes, { option });
    const validator = XsdValidator.fromDoc(document);
    return ok({
      check(checked) {
        let read: XmlDocument | undefined;
        try {
          read = XmlDocument.fromBuffer(checked, { option });
          validator.validate(read);
          return [];
        } catch (error) {
          if (error instanceof XmlParseError || error instanceof XmlValidateError) return faultsOf(error);
          throw error;
        } finally {
          read?.dispose();
        }
      },
      dispose: () => validator.dispose(),
    });
  } catch (error) {
    if (error instanceof XmlLibError) return fail(faultsOf(error)[0] ?? { line: 0, message: error.message });
    throw error;
  } finally {
    document?.dispose();
  }
}

function faultsOf(error: XmlLibError): XmlFault[] {
  const details = error.details.map(({ line, message }) => ({ line, message: message.trim() }));
  return details.length > 0 ? details : [{ line: 0, message: error.message }];
}
