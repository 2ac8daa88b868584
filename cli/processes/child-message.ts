/** What a child tells its supervisor over the IPC channel. */
export interface ReadyMessage {
  readonly type: 'ready';
  /** Where the child answers GraphQL. */
  readonly url: string;
}

export function isReadyMessage(message: unknown): message is ReadyMessage {
  return typeof message === 'object' && message !== null && 'type' in message && message.type === 'ready' && 'url' in message;
}
