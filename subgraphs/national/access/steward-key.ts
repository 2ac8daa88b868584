import { createHash, timingSafeEqual } from 'node:crypto';
import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { errorFacts } from '../../../http/error-facts.ts';

/** The file of the steward's key cannot be used; the message names it and says what to do, never what is in it. */
export class StewardKeyRefused extends Error {
  override readonly name = 'StewardKeyRefused';
}

const LEAST_CHARACTERS = 32;
const OTHERS_MAY = 0o077;
const BEARER = /^Bearer +(\S+) *$/i;

/** Tells whether the header `Authorization` of a request carries the network's own key. */
export type IsSteward = (authorization: string | undefined) => boolean;

/** A network without a key file: nobody is its steward. */
export const nobodyIsSteward: IsSteward = () => false;

/**
 * Reads the steward's key once, at start.
 * Shape   file -> a test of the header `Authorization`; the comparison takes equally long whatever was sent
 * Errors  StewardKeyRefused: no such file, others than its owner may read it, or a key of less than 32 characters
 */
export function readStewardKey(file: string): IsSteward {
  const key = digest(readOwnFile(file));
  return (authorization) => {
    const sent = BEARER.exec(authorization ?? '')?.[1];
    // Digests are of one length, which the comparison needs, and a key's own length stays unknown.
    return sent !== undefined && timingSafeEqual(digest(sent), key);
  };
}

function readOwnFile(file: string): string {
  const text = readText(file).trim();
  if (text.length < LEAST_CHARACTERS || /\s/.test(text)) {
    throw new StewardKeyRefused(
      `the steward's key in ${file} must be one word of at least ${LEAST_CHARACTERS} characters; make one: openssl rand -hex 32 > ${file}`,
    );
  }
  return text;
}

function readText(file: string): string {
  const opened = open(file);
  try {
    const facts = fstatSync(opened);
    if (!facts.isFile()) throw new StewardKeyRefused(`the steward's key ${file} is no file`);
    // Windows keeps no such bits: there, the folder's rights are the operator's care.
    if (process.platform !== 'win32' && (facts.mode & OTHERS_MAY) !== 0) {
      throw new StewardKeyRefused(`the steward's key ${file} can be read by others than its owner; run: chmod 600 ${file}`);
    }
    return readFileSync(opened, 'utf8');
  } finally {
    closeSync(opened);
  }
}

function open(file: string): number {
  try {
    return openSync(file, 'r');
  } catch (error) {
    throw new StewardKeyRefused(`the steward's key ${file} cannot be read: ${errorFacts(error).code}`, { cause: error });
  }
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
