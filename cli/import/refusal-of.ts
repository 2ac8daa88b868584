import { DatabaseOfAnother } from '../../subgraphs/national/database-of-another.ts';
import { ImportRefused } from '../../subgraphs/national/intake/import/import-refused.ts';
import { MappingInvalid } from '../../subgraphs/national/intake/mapping/mapping-fault.ts';
import { SourceFault } from '../../subgraphs/national/intake/reading/source-fault.ts';
import { NetworkRefused } from '../../subgraphs/national/network-refused.ts';
import { anotherOwner } from '../database-fault.ts';
import { placeOfDatabase } from '../database-place.ts';
import { readEnvironment } from '../environment.ts';
import { exitCode } from '../exit-code.ts';
import { machineFault } from '../machine-fault.ts';
import { namedMember } from '../named-member.ts';
import { UserError } from '../user-error.ts';
import type { PlaceFlags } from './intake-place.ts';

/** A fault of an import as a program and a person read it. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
  /** Row and column, or line of the mapping; null for the whole. */
  readonly where: string | null;
  readonly exit: number;
}

const WRONG_USE = new Set(['KIND_UNKNOWN', 'MAPPING_OTHER_KIND', 'IMPORT_UNKNOWN', 'IMPORT_TOO_OLD', 'OPTION_INVALID', 'FILE_UNREADABLE']);
const OF_MACHINE = new Set(['IMPORT_LOCKED', 'LOCK_LOST']);

/**
 * What a fault means for who called; undefined for a fault of the program itself.
 * Shape   fault, flags that name the database if there is one -> refusal
 */
export function refusalOf(error: unknown, flags?: PlaceFlags): Refusal | undefined {
  const machine = machineFault(error);
  const isMissingFile = error instanceof SourceFault && error.code === 'FILE_UNREADABLE';
  if (machine !== undefined && !isMissingFile) return { code: 'MACHINE', message: machine.message, where: null, exit: machine.code };
  if (error instanceof ImportRefused) {
    const exit = OF_MACHINE.has(error.code) ? exitCode.machine : WRONG_USE.has(error.code) ? exitCode.wrongUse : exitCode.findings;
    return { code: error.code, message: error.message, where: null, exit };
  }
  if (error instanceof DatabaseOfAnother && flags !== undefined) {
    const place = placeOfDatabase(namedMember(flags.network, flags.config), readEnvironment(), flags.data);
    return { code: error.code, message: anotherOwner(error, place), where: null, exit: exitCode.wrongUse };
  }
  if (error instanceof SourceFault) {
    const where =
      error.row === null ? null : `row ${error.row}${error.column === null ? '' : `, ${error.column.letter} "${error.column.name ?? ''}"`}`;
    return { code: error.code, message: error.rule, where, exit: WRONG_USE.has(error.code) ? exitCode.wrongUse : exitCode.findings };
  }
  if (error instanceof MappingInvalid) {
    const where = error.faults.map(({ line }) => `line ${line}`).join(', ');
    return { code: error.code, message: error.message, where, exit: exitCode.wrongUse };
  }
  if (error instanceof NetworkRefused) return { code: 'WRONG_USE', message: error.message, where: null, exit: exitCode.wrongUse };
  if (error instanceof UserError) return { code: 'WRONG_USE', message: error.message, where: null, exit: error.code };
  return undefined;
}
