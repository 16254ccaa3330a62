import type { VirtualContent } from './virtual-source';

/** A file to be held against the promise on bad input, and what is bad in it. */
export interface LargeFile extends VirtualContent {
  readonly what: string;
}
