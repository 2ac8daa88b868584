/** Values of an operation's variables, coerced: with their defaults. */
export type Variables = Readonly<Record<string, unknown>>;

/** A number that is known from the document, or one that variables decide. An operation is read into amounts once, and then only evaluated. */
export type Amount = number | ((variables: Variables) => number);

/** Numbers end here, so that no product of them is infinite. */
const MOST = Number.MAX_SAFE_INTEGER;
const capped = (value: number): number => Math.min(value, MOST);

export const valueOf = (amount: Amount, variables: Variables): number => (typeof amount === 'number' ? amount : amount(variables));

export function plus(one: Amount, other: Amount): Amount {
  if (typeof one === 'number' && typeof other === 'number') return capped(one + other);
  if (one === 0) return other;
  if (other === 0) return one;
  return (variables) => capped(valueOf(one, variables) + valueOf(other, variables));
}

export function times(one: Amount, other: Amount): Amount {
  if (typeof one === 'number' && typeof other === 'number') return capped(one * other);
  if (one === 0 || other === 0) return 0;
  if (one === 1) return other;
  if (other === 1) return one;
  return (variables) => capped(valueOf(one, variables) * valueOf(other, variables));
}

export function atLeastZero(amount: Amount): Amount {
  return typeof amount === 'number' ? Math.max(0, amount) : (variables) => Math.max(0, amount(variables));
}

/** Evaluates only once for the same variables: what many places share is otherwise evaluated once for each way that leads to it. */
export function shared(amount: Amount): Amount {
  if (typeof amount === 'number') return amount;
  let lastVariables: Variables | null = null;
  let lastValue = 0;
  return (variables) => {
    if (variables !== lastVariables) {
      lastValue = amount(variables);
      lastVariables = variables;
    }
    return lastValue;
  };
}
