import { readFile } from 'node:fs/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import schema from './synth-profile.schema.json' with { type: 'json' };

/** How the files of one kind are written. */
interface FileShape {
  readonly encoding: string;
  readonly byteOrderMark?: boolean;
  readonly separator: string;
}

/** Shape of a network's own exports; synth-profile.schema.json describes its text. */
export interface SynthProfile extends FileShape {
  readonly language: 'ru' | 'kk' | 'uz' | 'en';
  readonly newline: 'lf' | 'crlf';
  readonly title: string;
  readonly titleRow?: boolean;
  readonly total?: string;
  readonly hours: 'decimal' | 'clock';
  readonly apostrophes?: readonly string[];
  readonly currency: string;
  readonly remark?: { readonly header: string; readonly text: string };
  readonly population: Readonly<Record<string, number>>;
  readonly kinds?: Readonly<Record<string, Partial<FileShape>>>;
}

const validate = new Ajv2020({ allErrors: true }).compile<SynthProfile>(schema);

/** A network's synth.yaml that is missing or wrong: whoever keeps it can put it right. */
export class SynthProfileInvalid extends Error {
  override readonly name = 'SynthProfileInvalid';
}

/**
 * Reads the shape of a network's exports.
 * Errors  SynthProfileInvalid with all that is wrong
 */
export async function readSynthProfile(file: URL): Promise<SynthProfile> {
  let profile: unknown;
  try {
    profile = parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new SynthProfileInvalid(`${file.pathname} cannot be read: ${(error as Error).message}`, { cause: error });
  }
  if (validate(profile)) return profile;
  const faults = (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath || 'the file'} ${message}`);
  throw new SynthProfileInvalid(`${file.pathname} is wrong: ${faults.join('; ')}`);
}
