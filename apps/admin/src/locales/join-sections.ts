export type Texts = { [name: string]: string | Texts };

/** The files of one language as one. Each brings top-level names of its own: the same name in two would hide texts. */
export function joinSections(sections: Record<string, Texts>): Texts {
  const joined: Texts = {};
  for (const [file, texts] of Object.entries(sections))
    for (const [name, text] of Object.entries(texts)) {
      if (name in joined) throw new Error(`${file} names its texts "${name}", as another file does.`);
      joined[name] = text;
    }
  return joined;
}
