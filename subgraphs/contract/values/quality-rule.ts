import { Int } from 'type-graphql';
import { QualityFamily } from '../enums/quality-family.ts';
import { QualitySeverity } from '../enums/quality-severity.ts';
import { Answer, PublishedType } from './published-type.ts';

@PublishedType('QualityRule', 'A rule of data quality that a check has run, and how often it was broken.')
export class QualityRule {
  @Answer(() => String, 'Code of the rule; docs/quality.md describes each.') code?: string | null;
  @Answer(() => QualityFamily, 'What it asks of the data.') family?: QualityFamily | null;
  @Answer(() => QualitySeverity, 'What it does with a row that breaks it.') severity?: QualitySeverity | null;
  @Answer(() => String, 'What it finds, as a sentence.') finds?: string | null;
  @Answer(() => Int, 'Unit: findings. How often it was broken.') findings?: number | null;
}
