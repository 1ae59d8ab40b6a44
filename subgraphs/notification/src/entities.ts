import { Notification } from './notifications/model/notification.ts';
import { OrderNotice } from './notifications/model/order-notice.ts';
import { Recipient } from './recipients/model.ts';

/** Every entity of this service. */
export const entities = [Recipient, Notification, OrderNotice];
