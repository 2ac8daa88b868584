import { actionsFile } from './actions.ts';
import { aidFile } from './aid.ts';
import { commitmentsFile } from './commitments.ts';
import { organizationsFile } from './organizations.ts';
import { practicesFile } from './practices.ts';
import { programsFile } from './programs.ts';
import type { PublicationFile } from './publication-file.ts';
import { regionsFile } from './regions.ts';
import { sourcesFile } from './sources.ts';
import { statementsFile } from './statements.ts';
import { unitsFile } from './units.ts';

/** The data files of every network; each network's `data/` folder holds exactly these and names.csv. */
export const publicationFiles: readonly PublicationFile[] = [
  sourcesFile,
  regionsFile,
  organizationsFile,
  unitsFile,
  programsFile,
  actionsFile,
  statementsFile,
  aidFile,
  commitmentsFile,
  practicesFile,
];
