/** Ends the branches of a closed union: a value that gets here is not of the type the program was checked against. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value ${JSON.stringify(value)}`);
}
