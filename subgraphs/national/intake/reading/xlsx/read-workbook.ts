import { posix } from 'node:path';
import { SourceFault } from '../source-fault.ts';
import { sourceFormats } from '../source-table.ts';
import type { Archive } from './open-archive.ts';
import { hearXml, prefixedAttribute } from './read-xml.ts';

export interface WorkbookSheet {
  readonly name: string;
  readonly part: string;
  readonly isHidden: boolean;
}

export interface Workbook {
  readonly sheets: readonly WorkbookSheet[];
  /** Whether days are counted from 1904, as old Macs did, and not from 1900. */
  readonly isEpoch1904: boolean;
  readonly stylesPart: string | null;
  readonly sharedStringsPart: string | null;
}

const ROOT_RELATIONS = '_rels/.rels';

/**
 * What a workbook holds, and where.
 * Errors  FORMAT_UNKNOWN and FORMAT_BINARY_WORKBOOK for other kinds of archive, WORKBOOK_UNSAFE for links to other files, XML_DAMAGED
 */
export async function readWorkbook(archive: Archive): Promise<Workbook> {
  refuseOtherKinds(archive.names);
  const root = await readRelations(archive, ROOT_RELATIONS, '');
  const part = root.find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  if (!archive.names.has(part))
    throw new SourceFault('FORMAT_UNKNOWN', {}, { found: 'an archive without a workbook', accepted: sourceFormats });
  const relations = await readRelations(archive, `${posix.dirname(part)}/_rels/${posix.basename(part)}.rels`, posix.dirname(part));
  if (relations.some(({ isExternal }) => isExternal) || [...archive.names].some((name) => name.includes('/externalLinks/'))) {
    throw new SourceFault('WORKBOOK_UNSAFE', {}, { found: 'links to other files' });
  }
  const sheets: WorkbookSheet[] = [];
  let isEpoch1904 = false;
  await hearXml(archive.read(part), {
    open(name, attributes) {
      if (name === 'workbookPr') isEpoch1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
      if (name !== 'sheet') return;
      const relation = relations.find(({ id }) => id === prefixedAttribute(attributes, 'id'));
      if (relation?.type !== 'worksheet') return;
      const isHidden = (attributes['state'] ?? 'visible') !== 'visible';
      sheets.push({ name: attributes['name'] ?? '', part: relation.target, isHidden });
    },
  });
  const partOf = (type: string): string | null =>
    relations.find((relation) => relation.type === type && archive.names.has(relation.target))?.target ?? null;
  return { sheets, isEpoch1904, stylesPart: partOf('styles'), sharedStringsPart: partOf('sharedStrings') };
}

/** Other archives that people send: a part that gives each away. */
function refuseOtherKinds(names: ReadonlySet<string>): void {
  if (names.has('xl/workbook.bin')) throw new SourceFault('FORMAT_BINARY_WORKBOOK', {}, { found: '.xlsb' });
  if (names.has('content.xml') && names.has('mimetype')) throw new SourceFault('FORMAT_BINARY_WORKBOOK', {}, { found: 'OpenDocument' });
  if (names.has('word/document.xml')) throw new SourceFault('FORMAT_UNKNOWN', {}, { found: 'a text document', accepted: sourceFormats });
  if (!names.has(ROOT_RELATIONS) && !names.has('xl/workbook.xml')) {
    throw new SourceFault('FORMAT_UNKNOWN', {}, { found: 'a ZIP archive (unpack it first)', accepted: sourceFormats });
  }
}

interface Relation {
  readonly id: string;
  /** Last word of the type's address: the same in both editions of the standard. */
  readonly type: string;
  readonly target: string;
  readonly isExternal: boolean;
}

async function readRelations(archive: Archive, part: string, folder: string): Promise<Relation[]> {
  const relations: Relation[] = [];
  if (!archive.names.has(part)) return relations;
  await hearXml(archive.read(part), {
    open(name, attributes) {
      if (name !== 'Relationship') return;
      const { Id = '', Type = '', Target = '', TargetMode } = attributes;
      const isExternal = TargetMode === 'External';
      const target = Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target);
      relations.push({ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), target, isExternal });
    },
  });
  return relations;
}
