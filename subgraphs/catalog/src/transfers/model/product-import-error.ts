import { impersonal, personal } from '@agora/platform/database/personal-data';
import type { Problem } from '@agora/platform/errors';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { ProductJob } from './product-job.ts';

const ProductImportErrorSchema = defineEntity({
  name: 'ProductImportError',
  properties: {
    ...impersonal({
      job: () => p.manyToOne(ProductJob).primary().updateRule('no action').deleteRule('cascade'),
      /** Of the file, from 1. */
      row: p.integer().primary(),
      /** Among what is wrong with this line. */
      position: p.integer().primary(),
      columnName: p.text().nullable(),
      code: p.text(),
      message: p.json().$type<Exclude<Problem['message'], string>>(),
    }),
    ...personal('job.requestedBy', { value: p.text().nullable() }),
  },
});

/** What is wrong with a line of an import. */
export class ProductImportError extends ProductImportErrorSchema.class {}
ProductImportErrorSchema.setClass(ProductImportError);
