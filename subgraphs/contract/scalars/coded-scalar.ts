import { GraphQLScalarType, Kind } from 'graphql';
import { contractError, type ContractErrorCode, type ErrorDetails } from '../errors.ts';

interface CodedScalarOptions {
  readonly name: string;
  readonly description: string;
  readonly error: ContractErrorCode;
  readonly details?: ErrorDetails;
  readonly isValid: (text: string) => boolean;
}

/**
 * A scalar written as a string, whose bad input is refused with a code of the contract.
 * Errors  the given code, with the value the client sent
 */
export function codedScalar({ name, description, error, details, isValid }: CodedScalarOptions): GraphQLScalarType<string, string> {
  const accept = (value: unknown): string => {
    if (typeof value === 'string' && isValid(value)) return value;
    const sent = typeof value === 'string' || typeof value === 'number' ? { value } : {};
    throw contractError(error, { ...details, ...sent });
  };
  return new GraphQLScalarType<string, string>({
    name,
    description,
    serialize: String,
    parseValue: accept,
    parseLiteral: (node) => accept(node.kind === Kind.STRING || node.kind === Kind.INT ? node.value : undefined),
  });
}
