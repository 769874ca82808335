// What is looked for, as the address of the page says it. Nothing here knows the page.

import { GROUPS, groupOf } from "./kinds.js";

/** Filters whose values are toggled, several at a time. */
export const MANY = ["kind", "format", "filter"];
const YES = ["solved", "problem"];
const SORTS = ["date", "name", "object"];
/** A kind of the groups that are no kinds themselves, to ask for something that is not there. */
const EXAMPLE = { master: "master_light", other: "unknown" };
const USUAL_ORDER = { date: "desc", name: "asc", object: "asc" };

/** Reads the part of an address behind the question mark; what makes no sense is left out. */
export function queryOf(text) {
  const given = new URLSearchParams(text);
  const sort = SORTS.includes(given.get("sort_by")) ? given.get("sort_by") : "date";
  const order = given.get("sort_order");
  const query = {
    q: given.get("q") ?? "",
    path: given.get("path") ?? "",
    sort,
    order: order === "asc" || order === "desc" ? order : USUAL_ORDER[sort],
  };
  MANY.forEach((name) => (query[name] = given.getAll(name)));
  query.kind = query.kind.filter((kind) => GROUPS.includes(kind));
  YES.forEach((name) => (query[name] = given.get(name) === "true"));
  return query;
}

/** The same as text for an address, without what is usual; starts with ? unless it is empty. */
export function addressOf(query) {
  const text = String(parametersOf(query, (group) => [group]));
  return text ? `?${text}` : "";
}

/** What to ask the server: groups of kinds become the kinds that are there. */
export function askedOf(query, kinds) {
  const kindsOf = (group) => {
    const found = kinds.filter((kind) => groupOf(kind) === group);
    return found.length ? found : [EXAMPLE[group] ?? group];
  };
  return parametersOf(query, kindsOf, "all");
}

function parametersOf(query, kindsOf, sorting) {
  const parameters = new URLSearchParams();
  for (const name of ["q", "path"]) {
    if (query[name]) {
      parameters.set(name, query[name]);
    }
  }
  for (const name of MANY) {
    const values = name === "kind" ? query.kind.flatMap(kindsOf) : query[name];
    values.forEach((value) => parameters.append(name, value));
  }
  YES.filter((name) => query[name]).forEach((name) => parameters.set(name, "true"));
  if (sorting || query.sort !== "date") {
    parameters.set("sort_by", query.sort);
  }
  if (sorting || query.order !== USUAL_ORDER[query.sort]) {
    parameters.set("sort_order", query.order);
  }
  return parameters;
}

/** How many filters are set, besides the search box. */
export function filterCount(query) {
  const many = MANY.reduce((sum, name) => sum + query[name].length, 0);
  return many + YES.filter((name) => query[name]).length + (query.path ? 1 : 0);
}

/** Whether anything is left out. */
export const isNarrowed = (query) => Boolean(query.q) || filterCount(query) > 0;

/** The same search without filters; the order stays. */
export const widened = (query) => ({ ...queryOf(""), sort: query.sort, order: query.order });

/** With a value put in or taken out. */
export function toggled(query, name, value) {
  if (YES.includes(name)) {
    return { ...query, [name]: !query[name] };
  }
  const has = query[name].includes(value);
  return {
    ...query,
    [name]: has ? query[name].filter((v) => v !== value) : [...query[name], value],
  };
}

/** By another field, in its usual order. */
export const sortedBy = (query, sort) => ({ ...query, sort, order: USUAL_ORDER[sort] });
