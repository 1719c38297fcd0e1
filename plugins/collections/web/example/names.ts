import type { CollectionDefinition } from '@pergola/api';

/** Their prefix keeps them apart from what people name their own collections. */
export const names = {
  categories: 'shop_categories',
  tags: 'shop_tags',
  products: 'shop_products',
  productTags: 'shop_product_tags',
  addresses: 'shop_addresses',
  customers: 'shop_customers',
  orders: 'shop_orders',
  lines: 'shop_order_lines',
} as const;

export const examplePath = '/admin/example';
export const ordersPath = `/admin/data/${names.orders}?sort=-orderedAt`;

/** Option of every collection of the example, so that nothing else is ever taken for one of them. */
export const exampleMark = 'shop';

/** The pairs of products and tags are a collection that the server has made, so they carry no mark. */
export const isExample = (collection: CollectionDefinition): boolean =>
  collection['example'] === exampleMark || (collection.name === names.productTags && collection['isThrough'] === true);
