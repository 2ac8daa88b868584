import type { EntitySchema } from '@mikro-orm/core';
import type { HistoryWriter } from '../../history/history-writer.ts';
import { type Correction, supersedeStatement } from '../../history/supersede-statement.ts';
import { publishRows } from '../../history/publish-rows.ts';
import { withdrawPublication } from '../../history/withdraw-publication.ts';
import type { PublicationRows } from '../../publications/publication-rows.ts';
import { ImportPublicationRow } from './journal.ts';
import type { PublicationPlan } from './plan-publications.ts';
import { attachedEntity, type Properties, type WholePublication } from './publication-table.ts';

/** Does what was planned through the history, inside its transaction; what stood before is kept, so that undoing finds it. */
export async function applyPublications(writer: HistoryWriter, plan: PublicationPlan, importId: number): Promise<void> {
  const stood = [...plan.changed, ...plan.superseded].map(({ from }) => from).concat(plan.removed);
  const came = [...plan.added, ...plan.superseded.map(({ by }) => by)].map(({ whole }) => whole.id);
  const images = [
    ...stood.map((whole) => ({ importId, publicationId: whole.id, stood: textOfWhole(whole) })),
    ...came.map((publicationId) => ({ importId, publicationId, stood: null })),
  ];
  if (images.length > 0) await writer.entityManager.insertMany(ImportPublicationRow, images);
  await publishRows(writer, rowsOf([...plan.added.map(({ whole }) => whole), ...plan.changed.map(({ to }) => to)]));
  for (const { from, by } of plan.superseded) await supersedeStatement(writer, from.id, by.whole.values as unknown as Correction);
  for (const { id } of plan.removed) await withdrawPublication(writer, id);
}

/** Publications as publishRows takes them. */
export function rowsOf(wholes: readonly WholePublication[]): PublicationRows {
  const rows = new Map<EntitySchema, Properties[]>();
  const add = (entity: EntitySchema, values: readonly Properties[]): void => {
    rows.set(entity, [...(rows.get(entity) ?? []), ...values]);
  };
  for (const [entity, some] of Map.groupBy(wholes, ({ published }) => published.entity)) {
    add(
      entity,
      some.map(({ values }) => values),
    );
  }
  const attached = wholes.flatMap((whole) => Object.entries(whole.attached));
  for (const [table, some] of Map.groupBy(attached, ([name]) => name)) {
    add(
      attachedEntity(table),
      some.flatMap(([, values]) => values),
    );
  }
  return rows;
}

function textOfWhole({ values, attached }: WholePublication): string {
  return JSON.stringify({ values, attached });
}
