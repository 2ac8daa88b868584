import { ActionKind } from '../../../contract/enums/action-kind.ts';
import { ActionStatus } from '../../../contract/enums/action-status.ts';
import { Direction } from '../../../contract/enums/direction.ts';
import { Level } from '../../../contract/enums/level.ts';
import { Action } from '../../../contract/values/action.ts';
import { selectedBelow } from '../../../serving/selection.ts';
import { PERIOD_COLUMNS } from '../period-columns.ts';
import { publishPeriod } from '../publish-period.ts';
import type { Publication } from '../publication.ts';
import { sourcePublication } from '../source/publication.ts';
import { flag, known, list, localizedText, unknownWord } from '../stored-values.ts';

/** Events and actions, as published. */
export const actionPublication: Publication<Action> = {
  table: 'action',
  columns: {
    countries: ['countries'],
    name: ['names'],
    properName: ['has_proper_name'],
    kind: ['kind'],
    rawKind: ['kind'],
    status: ['status'],
    rawStatus: ['status'],
    period: PERIOD_COLUMNS,
    place: ['place'],
    region: ['region_id'],
    organizers: ['organizer_ids'],
    program: ['program_id'],
    superAction: ['super_action_id'],
    directions: ['directions'],
    level: ['level'],
    edition: ['edition'],
    seekingPartners: ['is_seeking_partners'],
    partOf: ['part_of'],
    source: ['source_id'],
  },
  publish: (row, selection, { network, load }) =>
    Object.assign(new Action(), {
      id: row.id,
      country: network.country,
      countries: list(row['countries']),
      names: localizedText(row['names']),
      properName: flag(row['has_proper_name']),
      kind: known(ActionKind, row['kind']),
      rawKind: unknownWord(ActionKind, row['kind']),
      status: known(ActionStatus, row['status']),
      rawStatus: unknownWord(ActionStatus, row['status']),
      period: publishPeriod(row),
      place: row['place'],
      region: load.region(row['region_id']),
      organizers: list(row['organizer_ids']).map((id) => load.reference(id, selectedBelow(selection, 'organizers'))),
      program: load.reference(row['program_id'], selectedBelow(selection, 'program')),
      superAction: load.reference(row['super_action_id'], selectedBelow(selection, 'superAction')),
      directions: list(row['directions']).map((code) => known(Direction, code)),
      level: known(Level, row['level']),
      edition: row['edition'],
      seekingPartners: flag(row['is_seeking_partners']),
      partOf: list(row['part_of']),
      statements: selection.has('statements') ? load.statementsAbout(row.id, selectedBelow(selection, 'statements')) : null,
      source: load.publication(sourcePublication, row['source_id'], selectedBelow(selection, 'source')),
    }),
};
