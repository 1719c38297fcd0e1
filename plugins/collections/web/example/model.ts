import type { CollectionDefinition } from '@pergola/api';
import { msg } from '@pergola/plugin';
import { collection, field, keyField, option, relation } from './define';
import { names } from './names';

/** A small shop for the home, in the order in which its parts can be made: what is pointed at comes first. */
export const exampleCollections = (): CollectionDefinition[] => [
  collection({
    name: names.categories,
    title: msg('Categories'),
    description: msg('What the shop sells, from the general to the particular.'),
    titleField: 'name',
    isTree: true,
    fields: [
      keyField('name', msg('Name')),
      field('color', 'color', msg('Color')),
      field('description', 'textarea', msg('Description')),
    ],
  }),
  collection({
    name: names.tags,
    title: msg('Tags'),
    description: msg('Words that products have in common.'),
    titleField: 'name',
    fields: [keyField('name', msg('Name')), field('color', 'color', msg('Color'))],
  }),
  collection({
    name: names.products,
    title: msg('Products'),
    description: msg('What can be ordered, with price and stock.'),
    titleField: 'name',
    fields: [
      field('name', 'input', msg('Name'), { allowNull: false }),
      keyField('sku', msg('Article number')),
      relation('category', 'm2o', msg('Category'), {
        target: names.categories,
        label: 'name',
        foreignKey: 'categoryId',
        onDelete: 'SET NULL',
        reverse: { name: 'products', title: msg('Products'), kind: 'o2m', label: 'name' },
      }),
      field('price', 'number', msg('Price (SEK)')),
      field('vat', 'percent', msg('VAT')),
      field('stock', 'integer', msg('In stock')),
      field('state', 'select', msg('State'), {
        options: [
          option('current', msg('In the range'), 'green'),
          option('coming', msg('Coming'), 'blue'),
          option('ending', msg('Last chance'), 'orange'),
          option('gone', msg('Discontinued'), 'default'),
        ],
      }),
      relation('tags', 'm2m', msg('Tags'), {
        target: names.tags,
        label: 'name',
        foreignKey: 'productId',
        through: { name: names.productTags, otherKey: 'tagId' },
      }),
      field('materials', 'multipleSelect', msg('Materials'), {
        options: [
          option('ash', msg('Ash'), 'gold'),
          option('cotton', msg('Cotton'), 'cyan'),
          option('linen', msg('Linen'), 'lime'),
          option('steel', msg('Steel'), 'geekblue'),
          option('stoneware', msg('Stoneware'), 'volcano'),
          option('glass', msg('Glass'), 'purple'),
          option('paper', msg('Paper'), 'magenta'),
        ],
      }),
      field('isFeatured', 'checkbox', msg('In the shop window')),
      field('launchedOn', 'dateOnly', msg('In the range since')),
      field('measures', 'json', msg('Measures')),
      field('text', 'markdown', msg('Text')),
    ],
  }),
  collection({
    name: names.addresses,
    title: msg('Addresses'),
    description: msg('Where parcels go.'),
    titleField: 'street',
    fields: [
      field('street', 'input', msg('Street')),
      field('postalCode', 'input', msg('Postal code')),
      field('city', 'input', msg('City')),
      field('country', 'select', msg('Country'), {
        options: [
          option('SE', msg('Sweden'), 'blue'),
          option('NO', msg('Norway'), 'red'),
          option('DK', msg('Denmark'), 'volcano'),
          option('FI', msg('Finland'), 'cyan'),
          option('DE', msg('Germany'), 'gold'),
        ],
      }),
    ],
  }),
  collection({
    name: names.customers,
    title: msg('Customers'),
    description: msg('Who orders: people and companies.'),
    titleField: 'name',
    fields: [
      field('name', 'input', msg('Name'), { allowNull: false }),
      keyField('number', msg('Customer number')),
      field('kind', 'radioGroup', msg('Kind'), {
        options: [option('person', msg('Person'), 'blue'), option('company', msg('Company'), 'purple')],
      }),
      field('email', 'email', msg('Email')),
      field('phone', 'phone', msg('Phone')),
      relation('address', 'oho', msg('Address'), {
        target: names.addresses,
        label: 'street',
        foreignKey: 'customerId',
        onDelete: 'CASCADE',
        reverse: { name: 'customer', title: msg('Customer'), kind: 'obo', label: 'name' },
      }),
      field('website', 'url', msg('Website')),
      field('discount', 'percent', msg('Discount')),
      field('since', 'dateOnly', msg('Customer since')),
      field('wants', 'checkboxGroup', msg('Wants to hear about'), {
        options: [
          option('news', msg('News'), 'green'),
          option('sale', msg('Sales'), 'orange'),
          option('events', msg('Events in the shop'), 'purple'),
        ],
      }),
      field('notes', 'textarea', msg('Notes')),
    ],
  }),
  collection({
    name: names.orders,
    title: msg('Orders'),
    description: msg('What was ordered by whom, and how far it has come.'),
    titleField: 'number',
    fields: [
      keyField('number', msg('Order number')),
      relation('customer', 'm2o', msg('Customer'), {
        target: names.customers,
        label: 'name',
        foreignKey: 'customerId',
        onDelete: 'RESTRICT',
        reverse: { name: 'orders', title: msg('Orders'), kind: 'o2m', label: 'number' },
      }),
      field('orderedAt', 'datetime', msg('Ordered at')),
      field('status', 'select', msg('Status'), {
        options: [
          option('new', msg('New'), 'blue'),
          option('packed', msg('Packed'), 'gold'),
          option('shipped', msg('On its way'), 'purple'),
          option('delivered', msg('Delivered'), 'green'),
          option('returned', msg('Returned'), 'orange'),
          option('cancelled', msg('Cancelled'), 'default'),
        ],
      }),
      field('total', 'number', msg('Total (SEK)')),
      field('shipping', 'radioGroup', msg('Shipping'), {
        options: [
          option('parcel', msg('Parcel'), 'default'),
          option('pickup', msg('Picked up in the shop'), 'cyan'),
          option('courier', msg('Courier'), 'magenta'),
        ],
      }),
      field('deliverOn', 'dateOnly', msg('Deliver on')),
      field('deliverAt', 'time', msg('Deliver at')),
      field('isGift', 'checkbox', msg('Gift')),
      field('note', 'textarea', msg('Note')),
    ],
  }),
  collection({
    name: names.lines,
    title: msg('Order lines'),
    description: msg('The products of every order.'),
    titleField: 'text',
    fields: [
      field('text', 'input', msg('Line')),
      relation('order', 'm2o', msg('Order'), {
        target: names.orders,
        label: 'number',
        foreignKey: 'orderId',
        onDelete: 'CASCADE',
        reverse: { name: 'lines', title: msg('Order lines'), kind: 'o2m', label: 'text' },
      }),
      relation('product', 'm2o', msg('Product'), {
        target: names.products,
        label: 'name',
        foreignKey: 'productId',
        onDelete: 'SET NULL',
      }),
      field('quantity', 'integer', msg('Quantity')),
      field('price', 'number', msg('Price (SEK)')),
      field('amount', 'number', msg('Amount (SEK)')),
    ],
  }),
];
