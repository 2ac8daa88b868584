import { type SaxesAttributePlain, SaxesParser, type SaxesTagPlain } from 'saxes';
import { SourceFault } from '../source-fault.ts';

/** What a reader of one part of a workbook wants to hear; names are without their prefix. */
export interface XmlListener {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string): void;
  text?(text: string): void;
}

/**
 * Reads a part of a workbook as XML, piece by piece; yields after each, so that what was heard can be handed on.
 * Errors  XML_DAMAGED, WORKBOOK_UNSAFE where it declares a document type, and those of the archive
 */
export async function* readXml(chunks: AsyncIterable<Buffer>, listener: XmlListener): AsyncGenerator<number> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('error', (error) => {
    throw new SourceFault('XML_DAMAGED', {}, { found: 'it is not well formed' }, error);
  });
  parser.on('doctype', () => {
    throw new SourceFault('WORKBOOK_UNSAFE', {}, { found: 'a document type declaration' });
  });
  parser.on('opentag', (tag: SaxesTagPlain) => listener.open(localName(tag.name), tag.attributes));
  parser.on('closetag', (tag: SaxesTagPlain) => listener.close?.(localName(tag.name)));
  parser.on('text', (text) => listener.text?.(text));
  parser.on('cdata', (text) => listener.text?.(text));
  for await (const chunk of chunks) {
    parser.write(decode(decoder, chunk));
    yield chunk.length;
  }
  parser.write(decode(decoder, undefined));
  parser.close();
  yield 0;
}

/** Reads a small part to its end. */
export async function hearXml(chunks: AsyncIterable<Buffer>, listener: XmlListener): Promise<void> {
  for await (const _ of readXml(chunks, listener)) continue;
}

/** An attribute by its local name: `r:id` in one workbook is `rel:id` in the next. */
export function prefixedAttribute(attributes: Readonly<Record<string, SaxesAttributePlain | string>>, local: string): string | undefined {
  const key = Object.keys(attributes).find((name) => name.endsWith(`:${local}`));
  const value = key === undefined ? undefined : attributes[key];
  return typeof value === 'string' ? value : undefined;
}

const localName = (name: string): string => {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
};

function decode(decoder: TextDecoder, chunk: Buffer | undefined): string {
  try {
    return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
  } catch (error) {
    throw new SourceFault('XML_DAMAGED', {}, { found: 'its text is not UTF-8' }, error);
  }
}
