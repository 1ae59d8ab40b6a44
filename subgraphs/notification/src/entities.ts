import { EmailAttempt } from './email/model/email-attempt.ts';
import { Email } from './email/model/email.ts';
import { Notification } from './notifications/model/notification.ts';
import { OrderNotice } from './notifications/model/order-notice.ts';
import { Aversion } from '@agora/platform/relations/aversion';
import { Recipient } from './recipients/model.ts';

/** Every entity of this service. */
export const entities = [Aversion, Recipient, Email, EmailAttempt, Notification, OrderNotice];
