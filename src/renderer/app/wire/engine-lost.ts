/** The engine is gone in the middle of a request; what it had committed is safe. */
export class EngineLost extends Error {
  override readonly name = 'EngineLost';
}
