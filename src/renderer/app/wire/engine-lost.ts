/** The engine is gone in the middle of a request; what it had committed is safe. */
export class EngineLost extends Error {
  override readonly name = 'EngineLost';
}

/** A request that was given up: by the person, or because its port was closed under it. */
export function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}

/** Whether a stream or request ended because the engine did. */
export function endedWithEngine(error: unknown): boolean {
  return error instanceof EngineLost || isAbort(error);
}
