import type { QualityRule } from '../quality-rule.ts';
import { actionUnknown } from './rules/action-unknown.ts';
import { actionWithoutDate } from './rules/action-without-date.ts';
import { birthDateTooEarly } from './rules/birth-date-too-early.ts';
import { caseClosedBeforeOpened } from './rules/case-closed-before-opened.ts';
import { caseOpenTooLong } from './rules/case-open-too-long.ts';
import { closingWithoutOutcome } from './rules/closing-without-outcome.ts';
import { codeNotInList } from './rules/code-not-in-list.ts';
import { consentEndsBeforeStart } from './rules/consent-ends-before-start.ts';
import { controlCharacters } from './rules/control-characters.ts';
import { dateBeforeNetwork } from './rules/date-before-network.ts';
import { dateInFuture } from './rules/date-in-future.ts';
import { donationAmount } from './rules/donation-amount.ts';
import { glideForm } from './rules/glide-form.ts';
import { joinedTooYoung } from './rules/joined-too-young.ts';
import { membershipEndsBeforeStart } from './rules/membership-ends-before-start.ts';
import { minutesOutOfRange } from './rules/minutes-out-of-range.ts';
import { mixedAlphabets } from './rules/mixed-alphabets.ts';
import { organizationUnknown } from './rules/organization-unknown.ts';
import { organizationWithoutRegion } from './rules/organization-without-region.ts';
import { outcomeWithoutClosing } from './rules/outcome-without-closing.ts';
import { participationOutsideAction } from './rules/participation-outside-action.ts';
import { programUnknown } from './rules/program-unknown.ts';
import { regionNotInForce } from './rules/region-not-in-force.ts';
import { regionUnknown } from './rules/region-unknown.ts';
import { searchSize } from './rules/search-size.ts';
import { sourceWithoutDate } from './rules/source-without-date.ts';
import { statementBounds } from './rules/statement-bounds.ts';
import { statementDefinition } from './rules/statement-definition.ts';
import { statementInFuture } from './rules/statement-in-future.ts';
import { statementPeriodKind } from './rules/statement-period-kind.ts';
import { statementSource } from './rules/statement-source.ts';
import { statementUnit } from './rules/statement-unit.ts';
import { textTooLong } from './rules/text-too-long.ts';
import { trainingExpiresBeforeFinish } from './rules/training-expires-before-finish.ts';

/** Every rule of quality, by code. docs/quality.md lists the same. */
export const qualityRules: readonly QualityRule[] = [
  actionUnknown,
  actionWithoutDate,
  birthDateTooEarly,
  caseClosedBeforeOpened,
  caseOpenTooLong,
  closingWithoutOutcome,
  codeNotInList,
  consentEndsBeforeStart,
  controlCharacters,
  dateBeforeNetwork,
  dateInFuture,
  donationAmount,
  glideForm,
  joinedTooYoung,
  membershipEndsBeforeStart,
  minutesOutOfRange,
  mixedAlphabets,
  organizationUnknown,
  organizationWithoutRegion,
  outcomeWithoutClosing,
  participationOutsideAction,
  programUnknown,
  regionNotInForce,
  regionUnknown,
  searchSize,
  sourceWithoutDate,
  statementBounds,
  statementDefinition,
  statementInFuture,
  statementPeriodKind,
  statementSource,
  statementUnit,
  textTooLong,
  trainingExpiresBeforeFinish,
];
