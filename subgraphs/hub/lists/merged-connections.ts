import { Action } from '../../contract/values/action.ts';
import { Change } from '../../contract/values/change.ts';
import { Organization } from '../../contract/values/organization.ts';
import { Practice } from '../../contract/values/practice.ts';
import { SearchHit } from '../../contract/values/search-hit.ts';
import { Statement } from '../../contract/values/statement.ts';
import { Unit } from '../../contract/values/unit.ts';
import { mergedConnectionOf } from './merged-connection-of.ts';

export const MergedStatements = mergedConnectionOf('Statement', Statement);
export const MergedActions = mergedConnectionOf('Action', Action);
export const MergedOrganizations = mergedConnectionOf('Organization', Organization);
export const MergedUnits = mergedConnectionOf('Unit', Unit);
export const MergedChanges = mergedConnectionOf('Change', Change);
export const MergedPractices = mergedConnectionOf('Practice', Practice);
export const MergedSearchHits = mergedConnectionOf('SearchHit', SearchHit);
