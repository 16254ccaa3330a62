import type { ByteSource } from '../../../../core/spectrum/byte-source';

/** Opens a file of the disk under the name that people know it by. */
export type OpenSource = (file: string, name: string) => ByteSource & { readonly close: () => void };
