// Finding by name: entities and kinds of relation by any name, whatever the case and the accents. Pure.

import { byLabel } from "../base/order.js";

// Text as it is compared: without accents, case, and what takes no room.
export const fold = (text) => text.normalize("NFKD").replace(/[\p{M}\p{Cf}]/gu, "").toLocaleLowerCase("en").trim();

// Everything that can be found, each with its names as they are compared; made once.
export function indexOf(data) {
  const nodes = data.nodes.map((node) => ({ node, relation: null, label: node.label, names: [node.label, ...node.names, node.id].map(fold) }));
  const relations = data.relations.map((relation) => ({ node: null, relation, label: relation.label, names: [relation.label, relation.id].map(fold) }));
  return [...nodes, ...relations];
}

// What has the text in a name: first where the name begins with it, then where a word does, then the others; by label.
export function search(index, text) {
  const wanted = fold(text);
  if (!wanted) return [];
  const found = index.map((one) => ({ ...one, rank: Math.min(...one.names.map((name) => rankOf(name, wanted))) })).filter((one) => one.rank < Infinity);
  return found.sort((a, b) => a.rank - b.rank || a.label.length - b.label.length || byLabel(a, b));
}

function rankOf(name, wanted) {
  const at = name.indexOf(wanted);
  if (at < 0) return Infinity;
  if (at === 0) return name === wanted ? 0 : 1;
  return name.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(wanted)) ? 2 : 3;
}
