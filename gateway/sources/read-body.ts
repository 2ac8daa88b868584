import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { errorFacts } from '../../http/error-facts.ts';
import type { Failure } from './outcome.ts';

/**
 * Reads a body to its end, counting bytes after inflating: a header's length and a compressed length both lie.
 * Shape   body, content-encoding -> its text
 * Errors  a Failure when it is too large, badly packed or not UTF-8; throws only what the connection throws
 */
export async function readBody(body: Readable, encoding: string, maxBytes: number): Promise<{ readonly text: string } | Failure> {
  // A body that is dropped half way reports its own end as an error, and nobody else may be listening by then.
  body.on('error', () => {});
  const bad = (reason: string): Failure => {
    body.destroy();
    return { failed: 'COUNTRY_BAD_ANSWER', reason };
  };
  if (encoding !== '' && encoding !== 'identity' && encoding !== 'gzip') return bad('an encoding that was not asked for');
  // The callback is there because an error must be somebody's; the loop below meets the same one.
  const plain = encoding === 'gzip' ? pipeline(body, createGunzip(), () => {}) : body;
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of plain as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > maxBytes) return bad(`more than ${maxBytes} bytes`);
      chunks.push(chunk);
    }
  } catch (error) {
    if (errorFacts(error).code.startsWith('Z_')) return bad('broken gzip');
    throw error;
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks)) };
  } catch {
    return bad('not UTF-8');
  }
}
