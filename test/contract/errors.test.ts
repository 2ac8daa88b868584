import { expect, test } from '@jest/globals';
import { gatewayErrors } from '../../gateway/errors.ts';
import { contractError, contractErrors } from '../../subgraphs/contract/errors.ts';

test('the gateway has every client error of the contract in the same words', () => {
  const client = Object.entries(gatewayErrors).filter(([, { family }]) => family === 'client');
  expect(client.length).toBeGreaterThan(5);
  expect(Object.fromEntries(client.map(([code, { message }]) => [code, message]))).toEqual(
    Object.fromEntries(Object.entries(contractErrors).map(([code, { message }]) => [code, message])),
  );
});

test('an error says the value and what is accepted, and carries both as data', () => {
  const error = contractError('COUNTRY_UNKNOWN', { value: 'KG', accepted: ['KZ', 'RU'] });
  expect(error.message).toBe('KG is not a member; accepted: KZ, RU.');
  expect(error.extensions).toEqual({ code: 'COUNTRY_UNKNOWN', details: { value: 'KG', accepted: ['KZ', 'RU'] } });
});
