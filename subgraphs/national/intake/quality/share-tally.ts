import type { MappedRow, QualityRule, ShareQuestion } from '../quality-rule.ts';

interface Counted {
  readonly question: ShareQuestion;
  readonly field: string;
  whole: number;
  met: number;
}

/** Counts what shares are made of while rows go by, for rows that no table will be asked about. */
export class ShareTally {
  readonly #counted: readonly Counted[];

  constructor(rules: readonly QualityRule[], kind: string) {
    this.#counted = rules.flatMap(({ share: question }) =>
      question === undefined ? [] : question.fields(kind).map((field) => ({ question, field, whole: 0, met: 0 })),
    );
  }

  /** Counts a row in, or one that was counted out again. */
  add(values: MappedRow['values'], by: 1 | -1 = 1): void {
    for (const counted of this.#counted) {
      const { question, field } = counted;
      const value = values[field] ?? null;
      if (question.counted !== undefined && !question.counted.holds(value)) continue;
      counted.whole += by;
      if (question.met.holds(value)) counted.met += by;
    }
  }

  of(question: ShareQuestion, field: string): { readonly whole: number; readonly met: number } | undefined {
    return this.#counted.find((counted) => counted.question === question && counted.field === field);
  }
}
