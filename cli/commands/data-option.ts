import { resolve } from 'node:path';
import { Option } from 'commander';

/** `--data DIR`: where the databases are. */
export const dataOption = (): Option =>
  new Option('--data <dir>', "folder of the networks' databases (default: BIRGE_DATA, or var)").argParser((folder) => resolve(folder));
