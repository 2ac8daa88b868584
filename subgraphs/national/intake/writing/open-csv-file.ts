import { randomUUID } from 'node:crypto';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import iconv from 'iconv-lite';
import { neutralizedText } from '../reading/neutralized-text.ts';
import type { SourceTable } from '../reading/source-table.ts';
import { OutputFault } from './output-fault.ts';

/** How a CSV file is written: as a source was read, so that it can be opened, mended and read like it. */
export type CsvForm = Pick<SourceTable, 'encoding' | 'hasByteOrderMark' | 'separator'>;

/** A CSV file that appears under its name when it is closed, whole, or not at all. */
export interface CsvFile {
  /** Adds one line. Errors: OutputFault, and the file is discarded */
  write(cells: readonly (string | null)[]): Promise<void>;
  /** Gives the file its name. Errors: OutputFault */
  close(): Promise<void>;
  /** Leaves nothing behind; also after a fault. */
  discard(): Promise<void>;
}

const BUFFERED = 65_536;
/** The file holds rows of a registry: its owner reads it, nobody else. */
const OWNER_ONLY = 0o600;

/**
 * Opens a CSV file for writing. A source without encoding or separator gives UTF-8 with a mark and `;`, as spreadsheets of the region expect.
 * Text that a spreadsheet could take for a formula gets a leading `'`.
 * Errors  OutputFault
 */
export async function openCsvFile(path: string, form: CsvForm): Promise<CsvFile> {
  // Named by itself: beside a name as long as a folder takes, a longer one has no room.
  const partial = join(dirname(path), `${randomUUID()}.part`);
  const encoding = form.encoding ?? 'utf-8';
  const handle = await orFault(path, () => open(partial, 'wx', OWNER_ONLY));
  let text = form.hasByteOrderMark || form.encoding === null ? '\uFEFF' : '';
  let isOpen = true;

  const discard = async (): Promise<void> => {
    if (isOpen) await handle.close();
    isOpen = false;
    await rm(partial, { force: true });
  };
  const orDiscard = async (act: () => Promise<void>): Promise<void> => {
    try {
      await orFault(path, act);
    } catch (fault) {
      await discard();
      throw fault;
    }
  };
  const flush = async (): Promise<void> => {
    const bytes = iconv.encode(text, encoding);
    text = '';
    await writeAll(handle, bytes);
  };
  return {
    write: async (cells) => {
      text += lineOf(cells, form.separator ?? ';');
      if (text.length > BUFFERED) await orDiscard(flush);
    },
    close: () =>
      orDiscard(async () => {
        await flush();
        await handle.sync();
        await handle.close();
        isOpen = false;
        await rename(partial, path);
        await syncFolder(path);
      }),
    discard,
  };
}

function lineOf(cells: readonly (string | null)[], separator: string): string {
  const safe = cells.map((cell) => (cell === null ? null : neutralizedText(cell)));
  return stringify([safe], { delimiter: separator, record_delimiter: '\r\n', quoted_match: /[\r\n]|^\s|\s$/ });
}

async function writeAll(handle: FileHandle, bytes: Buffer): Promise<void> {
  for (let at = 0; at < bytes.length;) at += (await handle.write(bytes, at)).bytesWritten;
}

/** A new name is only kept through a power cut when its folder is. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(dirname(path), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

async function orFault<Result>(path: string, act: () => Promise<Result>): Promise<Result> {
  try {
    return await act();
  } catch (error) {
    throw new OutputFault(path, error);
  }
}
