import type { QualityRule } from '../quality-rule.ts';
import { actionUnknown } from './rules/action-unknown.ts';
import { actionWithoutDate } from './rules/action-without-date.ts';
import { aidSentAboveCollected } from './rules/aid-sent-above-collected.ts';
import { birthDateTooEarly } from './rules/birth-date-too-early.ts';
import { birthdaysOnFirstOfJanuary } from './rules/birthdays-on-first-of-january.ts';
import { caseClosedBeforeOpened } from './rules/case-closed-before-opened.ts';
import { caseOpenTooLong } from './rules/case-open-too-long.ts';
import { closingWithoutOutcome } from './rules/closing-without-outcome.ts';
import { codeNotInList } from './rules/code-not-in-list.ts';
import { consentEndsBeforeStart } from './rules/consent-ends-before-start.ts';
import { controlCharacters } from './rules/control-characters.ts';
import { dateBeforeNetwork } from './rules/date-before-network.ts';
import { dateInFuture } from './rules/date-in-future.ts';
import { donationAmount } from './rules/donation-amount.ts';
import { donationInterval } from './rules/donation-interval.ts';
import { donorUnderAge } from './rules/donor-under-age.ts';
import { glideForm } from './rules/glide-form.ts';
import { identicalRows } from './rules/identical-rows.ts';
import { joinedTooYoung } from './rules/joined-too-young.ts';
import { membershipEndsBeforeStart } from './rules/membership-ends-before-start.ts';
import { membershipOverlap } from './rules/membership-overlap.ts';
import { minorWithoutConsent } from './rules/minor-without-consent.ts';
import { minutesOutOfRange } from './rules/minutes-out-of-range.ts';
import { minutesPerDay } from './rules/minutes-per-day.ts';
import { missingShare } from './rules/missing-share.ts';
import { mixedAlphabets } from './rules/mixed-alphabets.ts';
import { monthlyJump } from './rules/monthly-jump.ts';
import { organizationUnknown } from './rules/organization-unknown.ts';
import { organizationWithoutRegion } from './rules/organization-without-region.ts';
import { outcomeWithoutClosing } from './rules/outcome-without-closing.ts';
import { participationAfterWithdrawal } from './rules/participation-after-withdrawal.ts';
import { participationAge } from './rules/participation-age.ts';
import { participationBeforeJoining } from './rules/participation-before-joining.ts';
import { participationDuplicate } from './rules/participation-duplicate.ts';
import { participationOfRestricted } from './rules/participation-of-restricted.ts';
import { participationOutsideAction } from './rules/participation-outside-action.ts';
import { personUnknown } from './rules/person-unknown.ts';
import { programUnknown } from './rules/program-unknown.ts';
import { regionNotInForce } from './rules/region-not-in-force.ts';
import { regionUnknown } from './rules/region-unknown.ts';
import { roundHours } from './rules/round-hours.ts';
import { searchSize } from './rules/search-size.ts';
import { selfConsentOfMinor } from './rules/self-consent-of-minor.ts';
import { sourceWithoutDate } from './rules/source-without-date.ts';
import { statementBounds } from './rules/statement-bounds.ts';
import { statementDefinition } from './rules/statement-definition.ts';
import { statementInFuture } from './rules/statement-in-future.ts';
import { statementJump } from './rules/statement-jump.ts';
import { statementPeriodKind } from './rules/statement-period-kind.ts';
import { statementRepeated } from './rules/statement-repeated.ts';
import { statementSource } from './rules/statement-source.ts';
import { statementUnit } from './rules/statement-unit.ts';
import { textTooLong } from './rules/text-too-long.ts';
import { trainingExpiresBeforeFinish } from './rules/training-expires-before-finish.ts';
import { unknownRegionShare } from './rules/unknown-region-share.ts';
import { unknownSexShare } from './rules/unknown-sex-share.ts';

/** Every rule of quality, by code. docs/quality.md lists the same. */
export const qualityRules: readonly QualityRule[] = [
  actionUnknown,
  actionWithoutDate,
  aidSentAboveCollected,
  birthDateTooEarly,
  birthdaysOnFirstOfJanuary,
  caseClosedBeforeOpened,
  caseOpenTooLong,
  closingWithoutOutcome,
  codeNotInList,
  consentEndsBeforeStart,
  controlCharacters,
  dateBeforeNetwork,
  dateInFuture,
  donationAmount,
  donationInterval,
  donorUnderAge,
  glideForm,
  identicalRows,
  joinedTooYoung,
  membershipEndsBeforeStart,
  membershipOverlap,
  minorWithoutConsent,
  minutesOutOfRange,
  minutesPerDay,
  missingShare,
  mixedAlphabets,
  monthlyJump,
  organizationUnknown,
  organizationWithoutRegion,
  outcomeWithoutClosing,
  participationAfterWithdrawal,
  participationAge,
  participationBeforeJoining,
  participationDuplicate,
  participationOfRestricted,
  participationOutsideAction,
  personUnknown,
  programUnknown,
  regionNotInForce,
  regionUnknown,
  roundHours,
  searchSize,
  selfConsentOfMinor,
  sourceWithoutDate,
  statementBounds,
  statementDefinition,
  statementInFuture,
  statementJump,
  statementPeriodKind,
  statementRepeated,
  statementSource,
  statementUnit,
  textTooLong,
  trainingExpiresBeforeFinish,
  unknownRegionShare,
  unknownSexShare,
];
