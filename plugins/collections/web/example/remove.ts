import type { Client, CollectionDefinition } from '@pergola/api';
import { isExample, names } from './names';

/** Deletes the collections of the example; what points at others goes first. */
export async function removeExample(api: Client): Promise<void> {
  const { data } = await api.get<CollectionDefinition[]>('collections:list', { params: { paginate: false } });
  const mine = data.filter(isExample).map((collection) => collection.name);
  const order: readonly string[] = [names.productTags, names.lines, names.orders, names.customers, names.addresses];
  const rank = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  for (const name of mine.toSorted((a, b) => rank(a) - rank(b))) {
    await api.post('collections:destroy', undefined, { params: { filterByTk: name } });
  }
}
