/** Throws when a document is not well-formed XML as far as SVG of ours needs it: one root, tags nested, attributes quoted, text escaped. */
export function checkWellFormed(xml: string): void {
  const open: string[] = [];
  let roots = 0;
  let at = 0;
  const tag = /<(\/?)([a-zA-Z]+)((?: [a-zA-Z][a-zA-Z0-9:-]*="[^"<&]*(?:&(?:amp|lt|gt|quot|apos);[^"<&]*)*")*)(\/?)>/y;
  const text = /(?:[^<&>]|&(?:amp|lt|gt|quot|apos);)+/y;
  while (at < xml.length) {
    tag.lastIndex = at;
    text.lastIndex = at;
    const found = tag.exec(xml);
    if (found !== null) {
      const [whole, closing, name, attributes, empty] = found;
      if (closing) {
        if (open.pop() !== name) throw new Error(`</${name}> closes another element, at ${at}`);
      } else {
        const names = [...(attributes ?? '').matchAll(/ ([a-zA-Z0-9:-]+)=/g)].map(([, attribute]) => attribute);
        if (new Set(names).size !== names.length) throw new Error(`an attribute stands twice in ${whole}`);
        if (open.length === 0) roots++;
        if (!empty) open.push(name ?? '');
      }
      at += whole.length;
      continue;
    }
    const words = text.exec(xml);
    if (words === null || open.length === 0) throw new Error(`not well-formed at ${at}: ${xml.slice(at, at + 40)}`);
    at += words[0].length;
  }
  if (open.length > 0 || roots !== 1) throw new Error(`${roots} roots, ${open.length} elements left open`);
}
