import { Direction } from '../../../contract/enums/direction.ts';
import { Level } from '../../../contract/enums/level.ts';
import { UnitKind } from '../../../contract/enums/unit-kind.ts';
import { Unit } from '../../../contract/values/unit.ts';
import { selectedBelow } from '../../../serving/selection.ts';
import { PERIOD_COLUMNS } from '../period-columns.ts';
import { publishPeriod } from '../publish-period.ts';
import type { Publication } from '../publication.ts';
import { statementPublication } from '../statement/publication.ts';
import { flag, known, list, localizedText, unknownWord } from '../stored-values.ts';

/** Branches, offices and centers, as published. */
export const unitPublication: Publication<Unit> = {
  table: 'unit',
  columns: {
    name: ['names'],
    aliases: ['aliases'],
    kind: ['kind'],
    rawKind: ['kind'],
    level: ['level'],
    parent: ['parent_id'],
    host: ['host_id'],
    region: ['region_id'],
    place: ['place'],
    opened: PERIOD_COLUMNS,
    directions: ['directions'],
    collective: ['is_collective'],
    count: ['count_statement_id'],
    contactPage: ['contact_page'],
  },
  publish: (row, selection, { network, load }) =>
    Object.assign(new Unit(), {
      id: row.id,
      country: network.country,
      names: localizedText(row['names']),
      aliases: list(row['aliases']),
      kind: known(UnitKind, row['kind']),
      rawKind: unknownWord(UnitKind, row['kind']),
      level: known(Level, row['level']),
      parent: load.reference(row['parent_id'], selectedBelow(selection, 'parent')),
      host: load.reference(row['host_id'], selectedBelow(selection, 'host')),
      region: load.region(row['region_id']),
      place: row['place'],
      opened: publishPeriod(row),
      directions: list(row['directions']).map((code) => known(Direction, code)),
      collective: flag(row['is_collective']),
      count: load.publication(statementPublication, row['count_statement_id'], selectedBelow(selection, 'count')),
      contactPage: row['contact_page'],
    }),
};
