import { reasonsFor, withMessage } from './product-words.ts';
import type { CancellationReason, LineTold, ModerationReason, Obstacle, Voice, Words } from './vocabulary.ts';

const BECAUSE: Readonly<Record<CancellationReason, string>> = {
  OUT_OF_STOCK: 'Algo de lo que pediste se agotó antes de que pudiéramos apartarlo para ti.',
  PAYMENT_DECLINED: 'El pago fue rechazado.',
  PAYMENT_TIMED_OUT: 'El proveedor de pagos no respondió a tiempo.',
  CUSTOMER_INVALID: 'Tu cuenta no puede comprar en este momento.',
  BUYER_REQUEST: 'Nos pediste que lo canceláramos.',
  SAGA_TIMED_OUT: 'No pudimos completarlo a tiempo.',
  OTHER: 'No se pudo completar.',
};

const TAKEN_DOWN: Readonly<Record<ModerationReason, string>> = {
  SPAM: 'La moderación lo consideró publicidad o ruido.',
  OFFENSIVE: 'La moderación lo encontró insultante o lleno de odio.',
  ILLEGAL: 'Aquí no se puede vender.',
  COUNTERFEIT: 'La moderación lo consideró una falsificación.',
  MISLEADING: 'Lo que dice no es cierto, o trata de otra cosa.',
  PERSONAL_DATA: 'Revela cosas privadas de alguien.',
  CONFLICT_OF_INTEREST: 'Se escribió para una parte interesada, o la pagó ella.',
  OTHER: 'Incumple las normas del mercado.',
};

const OBSTACLES: Readonly<Record<Exclude<Obstacle, 'ATTRIBUTE_MISSING'>, string>> = {
  SELLER_NOT_VERIFIED: 'Tu cuenta de venta no está verificada.',
  SELLER_SUSPENDED: 'Tu cuenta está suspendida.',
  TAKEN_DOWN: 'La moderación lo retiró de la venta.',
  VARIANT_MISSING: 'Ninguna de sus variantes está activada.',
  OTHER: 'Míralo para ver qué hay que arreglar.',
};

const product = (name: string | null) => (name === null ? 'Uno de tus productos' : `«${name}»`);

/** Of a review. */
const TURNED_DOWN: Readonly<Record<ModerationReason, string>> = {
  SPAM: 'Parece publicidad o ruido.',
  OFFENSIVE: 'Insulta a alguien.',
  ILLEGAL: 'Dice algo que no se puede decir.',
  COUNTERFEIT: 'Trata de una falsificación.',
  MISLEADING: 'No es cierta o trata de otra cosa.',
  PERSONAL_DATA: 'Cuenta cosas privadas de alguien.',
  CONFLICT_OF_INTEREST: 'La escribió o la pagó alguien interesado.',
  OTHER: 'Incumple las normas del mercado.',
};

export function spanish({ money, list }: Voice): Words {
  const products = (lines: readonly LineTold[]) => list(lines.map(({ quantity, productName }) => `${quantity} × ${productName}`));
  return {
    orderConfirmed: ({ number, lines, total }) => ({
      title: `Pedido ${number} confirmado`,
      body: `${products(lines)}, ${money(total)} en total. Gracias por tu compra.`,
    }),
    orderCancelled: ({ number, reason, total }) => ({
      title: `Pedido ${number} cancelado`,
      body: `${BECAUSE[reason]} No debes los ${money(total)}; si ya se cobraron, te los devolvemos.`,
    }),
    productSold: ({ number, lines, total }) => ({
      title: `Vendiste ${products(lines)}`,
      body: `El pedido ${number} está pagado: ${money(total)} son tuyos.`,
    }),
    stockLow: ({ productName, sku, available }) => ({
      title: `«${productName}» se está agotando`,
      body: available === 1 ? `Queda una unidad de ${sku}.` : `Quedan ${available} unidades de ${sku}.`,
    }),
    soldOut: ({ productName, sku }) => ({
      title: `«${productName}» se agotó`,
      body: `No queda ninguna unidad de ${sku}.`,
    }),
    productTakenDown: ({ productName, reason, message }) => ({
      title: `${product(productName)} se retiró de la venta`,
      body: withMessage(TAKEN_DOWN[reason], message),
    }),
    productReinstated: ({ productName, message }) => ({
      title: `${product(productName)} puede volver a la venta`,
      body: withMessage('La moderación lo ha restablecido: publícalo cuando quieras.', message),
    }),
    publicationFailed: ({ productName, problems }) => ({
      title: `${product(productName)} no salió a la venta`,
      body: `Sigue siendo un borrador. ${reasonsFor(problems, OBSTACLES, (names) => `Tiene que indicar: ${list(names)}.`, 'es')}`,
    }),
    importDone: ({ isDryRun, created, updated, wrong }) => ({
      title: isDryRun ? 'Se revisó tu archivo de productos' : 'Tu importación de productos terminó',
      body: `Productos creados: ${created}. Modificados: ${updated}. Líneas con errores: ${wrong}.`,
    }),
    exportDone: ({ lines }) => ({ title: 'Tu exportación de productos está lista', body: `Líneas del archivo: ${lines}.` }),
    importFailed: () => ({ title: 'Tu importación de productos falló', body: 'Mira qué falló y deja que continúe o empieza otra.' }),
    exportFailed: () => ({ title: 'Tu exportación de productos falló', body: 'Empieza otra un poco más tarde.' }),
    reviewReceived: ({ productName, author, rating, excerpt }) => ({
      title: `${author ?? 'Alguien'} dio ${rating} de 5 estrellas a «${productName}»`,
      body: excerpt === '' ? 'No hay palabras junto a las estrellas.' : excerpt,
    }),
    reviewWanted: ({ productName }) => ({
      title: `¿Qué tal «${productName}»?`,
      body: 'Cuenta a los demás qué te parece lo que compraste.',
    }),
    reviewWaits: ({ productName }) => ({
      title: productName === null ? 'Una reseña espera' : `Una reseña de «${productName}» espera`,
      body: 'Apruébala o recházala.',
    }),
    reviewApproved: ({ productName }) => ({
      title: `Tu reseña de «${productName}» fue aprobada`,
      body: 'Desde ahora la puede leer todo el mundo.',
    }),
    reviewRejected: ({ productName, reason, message }) => ({
      title: `Tu reseña de «${productName}» no fue aprobada`,
      body: withMessage(TURNED_DOWN[reason], message),
    }),
    reviewAnswered: ({ productName, excerpt }) => ({
      title: `Quien vende «${productName}» respondió a tu reseña`,
      body: excerpt,
    }),
    priceDropped: ({ productName, priceBefore, price }) => ({
      title: `«${productName}» bajó de precio`,
      body: `Ahora cuesta ${money(price)}. Costaba ${money(priceBefore)} cuando lo añadiste a tu lista de deseos.`,
    }),
    backInStock: ({ productName }) => ({
      title: `«${productName}» vuelve a estar disponible`,
      body: 'Ya puedes comprar otra vez lo que tenías en tu lista de deseos.',
    }),
    postCommented: ({ author, postTitle, excerpt }) => ({
      title: `${author ?? 'Alguien'} comentó en «${postTitle}»`,
      body: excerpt,
    }),
    commentAnswered: ({ author, postTitle, excerpt }) => ({
      title: `${author ?? 'Alguien'} te respondió en «${postTitle}»`,
      body: excerpt,
    }),
  };
}
