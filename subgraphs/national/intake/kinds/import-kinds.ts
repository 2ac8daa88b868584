import { publicationFiles } from '../files/files.ts';
import { aliasFile } from '../read-aliases.ts';
import type { AliasKind, ImportKind, PublicationKind } from './import-kind.ts';
import { recordKinds } from './record-kinds.ts';

/** Columns that a reader takes where they are, beside those it needs. */
const OPTIONAL_COLUMNS: Readonly<Record<string, readonly string[]>> = {
  sources: ['label_ru', 'label_kk', 'label_uz'],
  regions: ['name_kk', 'name_uz'],
  statements: ['supersedes'],
  commitments: ['text_kk', 'text_uz'],
};

const publicationKinds: readonly PublicationKind[] = publicationFiles.map(({ name, columns }) => {
  const kind = name.replace(/\.csv$/, '');
  return { family: 'publication', name: kind, columns: [...columns, ...(OPTIONAL_COLUMNS[kind] ?? [])], needed: columns };
});

const aliasKind: AliasKind = { family: 'alias', name: 'names', columns: aliasFile.columns, needed: aliasFile.columns };

/** Everything that `--as` takes: private records first. */
export const importKinds: readonly ImportKind[] = [...recordKinds, ...publicationKinds, aliasKind];

/** The kind of a name, or undefined. */
export function findImportKind(name: string): ImportKind | undefined {
  return importKinds.find((kind) => kind.name === name);
}

/** The fields that a mapping of the kind may fill, in their order. */
export function fieldNames(kind: ImportKind): readonly string[] {
  return kind.family === 'record' ? kind.fields.map(({ name }) => name) : kind.columns;
}

/** The fields that every row of the kind must fill. */
export function requiredFields(kind: ImportKind): readonly string[] {
  switch (kind.family) {
    case 'record':
      return kind.fields.filter(({ isRequired }) => isRequired).map(({ name }) => name);
    case 'publication':
      return ['id'];
    case 'alias':
      return ['subject', 'alias'];
  }
}
