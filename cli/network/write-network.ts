import { randomUUID } from 'node:crypto';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { NetworkRefusal } from './network-refusal.ts';

interface NetworkToWrite {
  /** Folder of the network; it does not exist yet. */
  readonly folder: string;
  readonly files: ReadonlyMap<string, string>;
  /** Makes the text of the door from the code, once that is in its place. */
  readonly emit: () => Promise<string>;
  readonly schemaFile: string;
  readonly roverFile: string;
  /** The member list's new text. */
  readonly memberList: string;
}

/**
 * Writes a network's folder, its text and its row: all of it or nothing. The row comes last, so that no moment has a member without a text.
 * Errors  NETWORK_WRITE_FAILED with the disk's own reason
 */
export async function writeNetwork({ folder, files, emit, schemaFile, roverFile, memberList }: NetworkToWrite): Promise<void> {
  const written: string[] = [];
  try {
    // Not by mkdtemp: its folder may be read by its owner alone, and would stay so.
    const aside = join(dirname(folder), `.new-${randomUUID()}`);
    mkdirSync(aside);
    written.push(aside);
    for (const [name, text] of files) {
      mkdirSync(dirname(join(aside, name)), { recursive: true });
      writeFileSync(join(aside, name), text);
    }
    renameSync(aside, folder);
    written.push(folder);
    const text = await emit();
    written.push(schemaFile);
    mkdirSync(dirname(schemaFile), { recursive: true });
    writeFileSync(schemaFile, text);
    replaceFile(roverFile, memberList);
  } catch (error) {
    for (const path of written) rmSync(path, { recursive: true, force: true });
    throw writeFailed(error);
  }
}

/** Writes the member list anew. Errors: NETWORK_WRITE_FAILED */
export function writeMemberList(roverFile: string, text: string): void {
  try {
    replaceFile(roverFile, text);
  } catch (error) {
    throw writeFailed(error);
  }
}

/** Renamed into place: nobody ever reads half of it. */
function replaceFile(file: string, text: string): void {
  const aside = `${file}.${process.pid}.new`;
  try {
    writeFileSync(aside, text);
    renameSync(aside, file);
  } catch (error) {
    rmSync(aside, { force: true });
    throw error;
  }
}

const writeFailed = (error: unknown): NetworkRefusal =>
  new NetworkRefusal('NETWORK_WRITE_FAILED', `${error instanceof Error ? error.message : String(error)}; everything is as it was.`, {
    cause: error,
  });
