import { countByKey, idOf } from '@agora/platform/reading/by-key';
import { rowsOf } from '@agora/platform/reading/columns';
import { RecoveryCode } from './model/recovery-code.ts';

export const twoFactorReads = {
  /** For the account itself and administrators. */
  recoveryCodesLeft: countByKey({
    rows: rowsOf(RecoveryCode, 'account'),
    key: 'accountId',
    asKey: idOf('usr'),
    visible: ({ id, isAdmin }) => `recovery_code.account_id = ${id} or ${isAdmin}`,
  }),
};
