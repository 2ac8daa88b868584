import { open } from 'node:fs/promises';

/** Waits until a file's bytes, or a folder's names, are on the disk and not only promised. */
export async function flushToDisk(path: string, kind: 'file' | 'folder'): Promise<void> {
  // Windows opens no folder as a file, and writes names at once.
  if (kind === 'folder' && process.platform === 'win32') return;
  const handle = await open(path, kind === 'file' ? 'r+' : 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
