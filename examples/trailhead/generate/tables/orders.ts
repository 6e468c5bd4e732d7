// Orders in the customer's currency, with what is charged and taken off once per order.
import { moneyText } from '../cells.js';
import { instantText } from '../days.js';
import type { Table } from '../table.js';
import { digitsOf } from '../vocabulary.js';

export const orders: Table = {
  name: 'orders',
  header: [
    'order_id',
    'customer_id',
    'ordered_at',
    'channel',
    'campaign_id',
    'status',
    'currency',
    'amount',
    'shipping',
    'coupon',
    'billing_address_id',
    'shipping_address_id',
  ],
  rows: (world) =>
    world.orders.map((o) => {
      const digits = digitsOf[o.currency];
      return [
        o.id,
        o.customer.id,
        instantText(o.orderedAt),
        o.channel,
        o.campaignId,
        o.status,
        o.currency,
        moneyText(o.goods + o.shipping, digits),
        moneyText(o.shipping, digits),
        o.coupon === null ? null : moneyText(o.coupon, digits),
        o.customer.home.id,
        o.customer.parcels.id,
      ];
    }),
};
