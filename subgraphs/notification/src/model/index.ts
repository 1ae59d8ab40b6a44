import { Notification } from './notification.ts';
import { OrderNotice } from './order-notice.ts';
import { Recipient } from './recipient.ts';

/** Every entity of this service. */
export const entities = [Recipient, Notification, OrderNotice];
