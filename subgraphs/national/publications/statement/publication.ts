import { Basis } from '../../../contract/enums/basis.ts';
import { Level } from '../../../contract/enums/level.ts';
import { Method } from '../../../contract/enums/method.ts';
import { MissingReason } from '../../../contract/enums/missing-reason.ts';
import { ObsStatus } from '../../../contract/enums/obs-status.ts';
import { Qualifier } from '../../../contract/enums/qualifier.ts';
import type { SubjectKind } from '../../../contract/enums/subject-kind.ts';
import { VolunteerMode } from '../../../contract/enums/volunteer-mode.ts';
import { Statement } from '../../../contract/values/statement.ts';
import { selectedBelow } from '../../../serving/selection.ts';
import { PERIOD_COLUMNS } from '../period-columns.ts';
import { publishPeriod } from '../publish-period.ts';
import type { Publication } from '../publication.ts';
import { sourcePublication } from '../source/publication.ts';
import { flag, known, list, localizedText, unknownWord } from '../stored-values.ts';
import { CITATION_COLUMNS, citedFigure } from './cited-figure.ts';

/** Statements, as published. */
export const statementPublication: Publication<Statement> = {
  table: 'statement',
  columns: {
    subject: ['subject_kind', 'subject_id'],
    indicator: ['indicator'],
    definition: ['definition'],
    value: ['value'],
    lower: ['lower'],
    lowerOpen: ['lower_open'],
    upper: ['upper'],
    upperOpen: ['upper_open'],
    qualifier: ['qualifier'],
    rawQualifier: ['qualifier'],
    unit: ['unit'],
    period: PERIOD_COLUMNS,
    region: ['region_id'],
    levels: ['levels'],
    population: ['population'],
    mode: ['mode'],
    minAge: ['min_age'],
    referencePeriod: ['reference_period'],
    method: ['method'],
    obsStatus: ['obs_status'],
    missingReason: ['missing_reason'],
    source: ['source_id'],
    assertedBy: ['asserted_by'],
    rawText: ['raw_text'],
    readings: ['readings'],
    note: ['note'],
    partOf: ['part_of'],
    overlaps: ['overlaps'],
    knownFrom: ['known_from'],
    recordedAt: ['recorded_at'],
    supersedes: ['supersedes'],
    supersededBy: ['superseded_by'],
    citation: [...CITATION_COLUMNS, ...PERIOD_COLUMNS],
  },
  publish: (row, selection, context) => {
    const { network, load } = context;
    const statement: Statement = Object.assign(new Statement(), {
      id: row.id,
      country: network.country,
      subject: selection.has('subject')
        ? load.subject(row['subject_kind'] as SubjectKind, String(row['subject_id']), selectedBelow(selection, 'subject'))
        : null,
      indicator: row['indicator'],
      definition: row['definition'],
      basis: Basis.REPORTED,
      value: row['value'],
      lower: row['lower'],
      lowerOpen: flag(row['lower_open']),
      upper: row['upper'],
      upperOpen: flag(row['upper_open']),
      qualifier: known(Qualifier, row['qualifier']),
      rawQualifier: unknownWord(Qualifier, row['qualifier']),
      unit: row['unit'],
      period: publishPeriod(row),
      region: load.region(row['region_id']),
      levels: list(row['levels']).map((code) => known(Level, code)),
      population: row['population'],
      mode: known(VolunteerMode, row['mode']),
      minAge: row['min_age'],
      referencePeriod: row['reference_period'],
      method: known(Method, row['method']),
      obsStatus: known(ObsStatus, row['obs_status']),
      missingReason: known(MissingReason, row['missing_reason']),
      source: selection.has('source') ? load.publication(sourcePublication, row['source_id'], selectedBelow(selection, 'source')) : null,
      assertedBy: row['asserted_by'],
      rawText: row['raw_text'],
      readings: list(row['readings']),
      note: localizedText(row['note']),
      partOf: list(row['part_of']),
      overlaps: list(row['overlaps']),
      knownFrom: row['known_from'],
      recordedAt: row['recorded_at'],
      supersedes: row['supersedes'],
      supersededBy: row['superseded_by'],
      figure: (asOf: () => string) => citedFigure(statement, row, asOf, context),
    });
    return statement;
  },
};
