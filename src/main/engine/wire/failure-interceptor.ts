import { mapEventIterator, ORPCError } from '@orpc/client';
import type { Failure } from '../failures';

interface Call {
  readonly next: () => Promise<unknown>;
}

const isStream = (answer: unknown): answer is AsyncIterable<unknown> =>
  typeof answer === 'object' && answer !== null && Symbol.asyncIterator in answer;

/** Where every error of every route becomes one of the contract's: thrown by a call, or in the middle of a stream. */
export function mapFailures(expected: (error: unknown) => Failure) {
  const asWireError = (error: unknown): unknown => {
    // What oRPC says about a malformed input is for developers; an answer that breaks the contract is ours to find in the log.
    if (error instanceof ORPCError && error.code !== 'INTERNAL_SERVER_ERROR') return error;
    const { code, data } = expected(error instanceof ORPCError ? (error.cause ?? error) : error);
    return new ORPCError(code, { data });
  };
  return async ({ next }: Call): Promise<unknown> => {
    try {
      const answer = await next();
      if (!isStream(answer)) return answer;
      return mapEventIterator(answer[Symbol.asyncIterator](), {
        value: async (value) => value,
        error: async (error) => asWireError(error),
      });
    } catch (error) {
      throw asWireError(error);
    }
  };
}
