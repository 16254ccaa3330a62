/** A kernel that `npm run kernels` assembled, from its bytes in hexadecimal. */
export function compileKernel(hexadecimal: string): WebAssembly.Module {
  return new WebAssembly.Module(Uint8Array.from(hexadecimal.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16)));
}
