import { Direction } from '../../../contract/enums/direction.ts';
import { Level } from '../../../contract/enums/level.ts';
import { ProgramKind } from '../../../contract/enums/program-kind.ts';
import { ProgramStatus } from '../../../contract/enums/program-status.ts';
import { Program } from '../../../contract/values/program.ts';
import { selectedBelow } from '../../../serving/selection.ts';
import { PERIOD_COLUMNS } from '../period-columns.ts';
import { publishPeriod } from '../publish-period.ts';
import type { Publication } from '../publication.ts';
import { sourcePublication } from '../source/publication.ts';
import { known, list, localizedText, unknownWord } from '../stored-values.ts';

/** Programs, as published. */
export const programPublication: Publication<Program> = {
  table: 'program',
  columns: {
    name: ['names'],
    aliases: ['aliases'],
    kind: ['kind'],
    rawKind: ['kind'],
    status: ['status'],
    rawStatus: ['status'],
    organizers: ['organizer_ids'],
    directions: ['directions'],
    level: ['level'],
    period: PERIOD_COLUMNS,
    rhythm: ['rhythm'],
    region: ['region_id'],
    source: ['source_id'],
  },
  publish: (row, selection, { network, load }) =>
    Object.assign(new Program(), {
      id: row.id,
      country: network.country,
      names: localizedText(row['names']),
      aliases: list(row['aliases']),
      kind: known(ProgramKind, row['kind']),
      rawKind: unknownWord(ProgramKind, row['kind']),
      status: known(ProgramStatus, row['status']),
      rawStatus: unknownWord(ProgramStatus, row['status']),
      organizers: list(row['organizer_ids']).map((id) => load.reference(id, selectedBelow(selection, 'organizers'))),
      directions: list(row['directions']).map((code) => known(Direction, code)),
      level: known(Level, row['level']),
      period: publishPeriod(row),
      rhythm: row['rhythm'],
      region: load.region(row['region_id']),
      source: load.publication(sourcePublication, row['source_id'], selectedBelow(selection, 'source')),
    }),
};
