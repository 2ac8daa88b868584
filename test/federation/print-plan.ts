import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { type FetchNode, type PlanNode, QueryPlanner, type SubscriptionNode } from '@apollo/query-planner';
import { parse, print, stripIgnoredCharacters } from 'graphql';

/** Makes a printer of query plans for a supergraph: one line for each fetch, with what is asked of whom. */
export function planPrinter(supergraphSdl: string): (query: string) => string {
  const supergraph = Supergraph.build(supergraphSdl);
  const planner = new QueryPlanner(supergraph);
  return (query) => {
    const { node } = planner.buildQueryPlan(operationFromDocument(supergraph.apiSchema(), parse(query)));
    return node === undefined ? '' : printNode(node, '').join('\n');
  };
}

function printNode(node: PlanNode | SubscriptionNode, indent: string): string[] {
  switch (node.kind) {
    case 'Sequence':
      return node.nodes.flatMap((child) => printNode(child, indent));
    case 'Parallel':
      return [`${indent}in parallel:`, ...node.nodes.flatMap((child) => printNode(child, `${indent}  `))];
    case 'Flatten':
      return printNode(node.node, indent);
    case 'Fetch':
      return [`${indent}${node.serviceName}: ${printFetch(node)}`];
    default:
      throw new Error(`a plan of these queries has no ${node.kind}`);
  }
}

function printFetch({ operation }: FetchNode): string {
  const text = stripIgnoredCharacters(print(parse(operation)));
  return text
    .replace(/^query[^{]*/, '')
    .replace('_entities(representations:$representations)', '')
    .replace(/[{}]/g, ' $& ')
    .replace(/ +/g, ' ')
    .trim();
}
