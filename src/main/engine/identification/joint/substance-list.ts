import { foldedKey } from '../../../../core/names/folded-key';
import type { SubstanceNames } from '../evidence/held-entries';

interface Named {
  readonly name: string;
  readonly inchikey: string | null;
  readonly cas: string | null;
}

/** A substance that something speaks of, with all the identifiers that any source gave it. */
export interface ListedSubstance extends Named {
  readonly key: string;
}

/** Substances of several sources, each once: a whole InChIKey decides, then a CAS number, then the name. */
export class SubstanceList {
  readonly #all: ListedSubstance[] = [];

  /** @returns the key of the substance, which it keeps */
  add(named: Named): string {
    const at = this.#all.findIndex((each) => isSame(each, named));
    const known = this.#all[at];
    if (known === undefined) {
      const key = `substance ${this.#all.length}`;
      this.#all.push({ ...named, key });
      return key;
    }
    this.#all[at] = { ...known, inchikey: known.inchikey ?? named.inchikey, cas: known.cas ?? named.cas };
    return known.key;
  }

  keyOf(named: Named): string | undefined {
    return this.#all.find((each) => isSame(each, named))?.key;
  }

  get all(): readonly ListedSubstance[] {
    return this.#all;
  }
}

export function namesOf({ name, inchikey, cas }: Named): SubstanceNames {
  return { inchikey, cas, folded: foldedKey(name) };
}

function isSame(a: Named, b: Named): boolean {
  if (a.inchikey !== null && b.inchikey !== null) return a.inchikey === b.inchikey;
  if (a.cas !== null && b.cas !== null) return a.cas === b.cas;
  return foldedKey(a.name) === foldedKey(b.name);
}
