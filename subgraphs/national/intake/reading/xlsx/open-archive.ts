import { crc32 } from 'node:zlib';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { SourceFault } from '../source-fault.ts';
import type { SourceLimits } from '../source-options.ts';

/** Ratios below this size are no threat: small repetitive parts pack very well. */
const RATIO_COUNTS_FROM = 1_000_000;

/** The parts of a workbook, inflated under limits. */
export interface Archive {
  readonly names: ReadonlySet<string>;
  /** Inflated size as the archive states it; the limits hold whatever it says. */
  sizeOf(name: string): number;
  /** A part's bytes. Errors: ARCHIVE_TOO_LARGE while it is inflated, ARCHIVE_DAMAGED */
  read(name: string): AsyncGenerator<Buffer>;
  close(): Promise<void>;
}

/**
 * Opens a ZIP archive by its table of contents.
 * Errors  ARCHIVE_DAMAGED, ARCHIVE_TOO_LARGE, FILE_ENCRYPTED
 */
export async function openArchive(file: string, limits: SourceLimits): Promise<Archive> {
  const zip = await orDamaged(() => openPromise(file, { autoClose: false, lazyEntries: true }));
  try {
    const entries = await readEntries(zip, limits.archiveEntries);
    const meter = new InflationMeter(limits);
    return {
      names: new Set(entries.keys()),
      sizeOf: (name) => entries.get(name)?.uncompressedSize ?? 0,
      read: (name) => readEntry(zip, entries.get(name), meter),
      close: () => closeZip(zip),
    };
  } catch (error) {
    await closeZip(zip);
    throw error;
  }
}

async function readEntries(zip: ZipFile, maxEntries: number): Promise<Map<string, Entry>> {
  if (zip.entryCount > maxEntries) throw new SourceFault('ARCHIVE_TOO_LARGE', {}, { found: 'its number of parts', limit: maxEntries });
  const entries = new Map<string, Entry>();
  await orDamaged(async () => {
    for await (const entry of zip.eachEntry()) {
      if (entry.isEncrypted()) throw new SourceFault('FILE_ENCRYPTED');
      if (entries.has(entry.fileName)) throw new SourceFault('ARCHIVE_DAMAGED', {}, { found: 'a part is there twice' });
      entries.set(entry.fileName, entry);
    }
  });
  return entries;
}

async function* readEntry(zip: ZipFile, entry: Entry | undefined, meter: InflationMeter): AsyncGenerator<Buffer> {
  if (!entry) throw new SourceFault('ARCHIVE_DAMAGED', {}, { found: 'a part is missing' });
  const stream = await orDamaged(() => zip.openReadStreamPromise(entry));
  let checksum = 0;
  let inflated = 0;
  try {
    const chunks = (stream as AsyncIterable<Buffer>)[Symbol.asyncIterator]();
    for (;;) {
      const { done, value } = await orDamaged(() => chunks.next());
      if (done) break;
      inflated += value.length;
      meter.count(entry, inflated);
      checksum = crc32(value, checksum);
      yield value;
    }
  } finally {
    stream.destroy();
  }
  if (checksum !== entry.crc32) throw new SourceFault('ARCHIVE_DAMAGED', {}, { found: 'a checksum does not fit' });
}

/** Counts what was really inflated: what an archive says of itself may lie. A part that is read twice counts once. */
class InflationMeter {
  readonly #limits: SourceLimits;
  readonly #sizes = new Map<Entry, number>();
  #total = 0;

  constructor(limits: SourceLimits) {
    this.#limits = limits;
  }

  count(entry: Entry, inflated: number): void {
    const before = this.#sizes.get(entry) ?? 0;
    if (inflated > before) {
      this.#total += inflated - before;
      this.#sizes.set(entry, inflated);
    }
    const { archiveBytes, archiveRatio } = this.#limits;
    if (this.#total > archiveBytes) throw new SourceFault('ARCHIVE_TOO_LARGE', {}, { found: 'inflated bytes', limit: archiveBytes });
    if (inflated > RATIO_COUNTS_FROM && inflated > archiveRatio * entry.compressedSize) {
      throw new SourceFault('ARCHIVE_TOO_LARGE', {}, { found: 'inflated bytes per packed byte', limit: archiveRatio });
    }
  }
}

/** Whatever the ZIP library or zlib stumbles over is damage of the file. */
async function orDamaged<Result>(act: () => Promise<Result>): Promise<Result> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof SourceFault) throw error;
    throw new SourceFault('ARCHIVE_DAMAGED', {}, { found: 'its packing is not sound' }, error);
  }
}

function closeZip(zip: ZipFile): Promise<void> {
  if (!zip.isOpen) return Promise.resolve();
  return new Promise((resolve) => {
    zip.once('close', resolve);
    zip.close();
  });
}
