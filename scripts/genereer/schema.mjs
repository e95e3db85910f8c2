/** Reads the XSDs into a plain model: the part of XML Schema that the standard uses, and an error for anything else. */
import { SaxesParser } from 'saxes';

const XS = 'http://www.w3.org/2001/XMLSchema';

/** A minimal element tree with resolved namespaces; QNames in attribute values resolve through `ns`. */
function parse(text) {
  const root = { local: '', uri: '', attrs: {}, kids: [], text: '', ns: {} };
  const stack = [root];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('opentag', (tag) => {
    const parent = stack.at(-1);
    const attrs = Object.fromEntries(Object.values(tag.attributes).filter((a) => a.prefix !== 'xmlns').map((a) => [a.local, a.value]));
    const node = { local: tag.local, uri: tag.uri, attrs, kids: [], text: '', ns: { ...parent.ns, ...tag.ns } };
    parent.kids.push(node);
    stack.push(node);
  });
  parser.on('text', (t) => { stack.at(-1).text += t; });
  parser.on('closetag', () => { stack.pop(); });
  parser.on('error', (e) => { throw e; });
  parser.write(text).close();
  return root.kids[0];
}

const xs = (node, local) => node.kids.filter((k) => k.uri === XS && k.local === local);

function qname(node, value) {
  const [a, b] = value.split(':');
  return b === undefined ? { uri: node.ns[''] ?? '', local: a } : { uri: node.ns[a], local: b };
}

/** Facets of a restriction: its base (an XSD primitive or a named type) and what it adds. */
function restriction(schema, simpleType) {
  const [r] = xs(simpleType, 'restriction');
  if (!r) throw new Error(`${schema.ns}: simpleType zonder restriction`);
  const base = qname(r, r.attrs.base);
  const facets = {};
  for (const f of r.kids) {
    if (f.local === 'annotation') continue;
    if (f.local === 'enumeration') (facets.waarden ??= []).push(f.attrs.value);
    else if (f.local === 'pattern') (facets.patronen ??= []).push(f.attrs.value);
    else if (['minLength', 'maxLength', 'minInclusive', 'maxInclusive'].includes(f.local)) facets[f.local] = Number(f.attrs.value);
    else throw new Error(`${schema.ns}: onbekend facet ${f.local}`);
  }
  return base.uri === XS ? { basis: base.local, ...facets } : { afgeleidVan: base.local, ...facets };
}

function element(schema, node) {
  const e = {
    naam: node.attrs.name,
    verplicht: (node.attrs.minOccurs ?? '1') !== '0',
    meervoudig: (node.attrs.maxOccurs ?? '1') !== '1',
    ruimte: schema.isBasis ? 'basis' : 'bericht',
  };
  if (node.attrs.type) {
    const t = qname(node, node.attrs.type);
    return { ...e, type: t.local, typeInBasis: t.uri !== schema.ns || schema.isBasis };
  }
  return { ...e, inline: restriction(schema, xs(node, 'simpleType')[0]) };
}

function readSchema(text, isBasis) {
  const root = parse(text);
  const schema = { ns: root.attrs.targetNamespace, isBasis, klassen: new Map(), typen: new Map(), versie: {} };
  for (const c of xs(root, 'complexType')) {
    const [sequence] = xs(c, 'sequence');
    schema.klassen.set(c.attrs.name, xs(sequence, 'element').map((e) => element(schema, e)));
  }
  for (const s of xs(root, 'simpleType')) schema.typen.set(s.attrs.name, restriction(schema, s));
  for (const a of xs(root, 'annotation')) for (const info of xs(a, 'appinfo')) for (const k of info.kids) schema.versie[k.local] = k.text.trim();
  const [bericht] = xs(root, 'element');
  schema.wortel = bericht ? qname(bericht, bericht.attrs.type).local : undefined;
  return schema;
}

/** Reads basisschema.xsd and every wmoNNN.xsd; names are matched without regard to case. */
export function leesSchemas(dir, read, names) {
  const vind = (naam) => {
    const hit = names.find((n) => n.toLowerCase() === naam);
    if (!hit) throw new Error(`${dir}/${naam} ontbreekt`);
    return hit;
  };
  const basis = readSchema(read(vind('basisschema.xsd')), true);
  const berichten = names.map((n) => n.toLowerCase()).filter((n) => /^wmo\d{3}\.xsd$/.test(n)).sort()
    .map((n) => ({ naam: n.slice(0, 6).toUpperCase(), ...readSchema(read(vind(n)), false) }));
  return { basis, berichten };
}
