import type { FileHead } from '../file-head';

/** AMDIS ELU: a component's name that is a row of coded values, `NAME: |SC17|CN1|…`. */
export function recognisesElu(head: FileHead): boolean {
  return /^NAME:[ \t]*\|SC\d/im.test(head.text);
}
