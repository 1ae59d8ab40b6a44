import { Notification } from './model/notification.ts';
import { OrderNotice } from './model/order-notice.ts';
import { Recipient } from './model/recipient.ts';

/** Every entity of this service. */
export const entities = [Recipient, Notification, OrderNotice];
