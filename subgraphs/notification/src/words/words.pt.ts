import { reasonsFor, withMessage } from './product-words.ts';
import type { CancellationReason, LineTold, ModerationReason, Obstacle, Voice, Words } from './vocabulary.ts';

const BECAUSE: Readonly<Record<CancellationReason, string>> = {
  OUT_OF_STOCK: 'Algo do que você pediu esgotou antes que pudéssemos separá-lo para você.',
  PAYMENT_DECLINED: 'O pagamento foi recusado.',
  PAYMENT_TIMED_OUT: 'O provedor de pagamentos não respondeu a tempo.',
  CUSTOMER_INVALID: 'A sua conta não pode comprar no momento.',
  BUYER_REQUEST: 'Você nos pediu que o cancelássemos.',
  SAGA_TIMED_OUT: 'Não conseguimos concluí-lo a tempo.',
  OTHER: 'Não foi possível concluí-lo.',
};

const TAKEN_DOWN: Readonly<Record<ModerationReason, string>> = {
  SPAM: 'A moderação o considerou propaganda ou ruído.',
  OFFENSIVE: 'A moderação o achou ofensivo ou cheio de ódio.',
  ILLEGAL: 'Não pode ser vendido aqui.',
  COUNTERFEIT: 'A moderação o considerou uma falsificação.',
  MISLEADING: 'O que diz não é verdade, ou é sobre outra coisa.',
  PERSONAL_DATA: 'Revela coisas privadas de alguém.',
  CONFLICT_OF_INTEREST: 'Foi escrito para uma parte interessada, ou pago por ela.',
  OTHER: 'Desrespeita as regras do mercado.',
};

const OBSTACLES: Readonly<Record<Exclude<Obstacle, 'ATTRIBUTE_MISSING'>, string>> = {
  SELLER_NOT_VERIFIED: 'A sua conta de vendas não está verificada.',
  SELLER_SUSPENDED: 'A sua conta está suspensa.',
  TAKEN_DOWN: 'A moderação o retirou de venda.',
  VARIANT_MISSING: 'Nenhuma das suas variantes está ativada.',
  OTHER: 'Veja o que falta corrigir.',
};

const product = (name: string | null) => (name === null ? 'Um dos seus produtos' : `“${name}”`);

/** Of a review. */
const TURNED_DOWN: Readonly<Record<ModerationReason, string>> = {
  SPAM: 'Parece publicidade ou ruído.',
  OFFENSIVE: 'Insulta alguém.',
  ILLEGAL: 'Diz algo que não pode ser dito.',
  COUNTERFEIT: 'Trata de uma falsificação.',
  MISLEADING: 'Não é verdadeira ou trata de outra coisa.',
  PERSONAL_DATA: 'Conta coisas privadas de alguém.',
  CONFLICT_OF_INTEREST: 'Foi escrita ou paga por alguém interessado.',
  OTHER: 'Viola as regras do mercado.',
};

export function portuguese({ money, list }: Voice): Words {
  const products = (lines: readonly LineTold[]) => list(lines.map(({ quantity, productName }) => `${quantity} × ${productName}`));
  return {
    orderConfirmed: ({ number, lines, total }) => ({
      title: `Pedido ${number} confirmado`,
      body: `${products(lines)} por ${money(total)} no total. Obrigado pela compra.`,
    }),
    orderCancelled: ({ number, reason, total }) => ({
      title: `O pedido ${number} foi cancelado`,
      body: `${BECAUSE[reason]} Você não deve os ${money(total)}; o que já foi cobrado volta para você.`,
    }),
    productSold: ({ number, lines, total }) => ({
      title: `Você vendeu ${products(lines)}`,
      body: `O pedido ${number} está pago: ${money(total)} são seus.`,
    }),
    stockLow: ({ productName, sku, available }) => ({
      title: `“${productName}” está acabando`,
      body: available === 1 ? `Resta uma unidade de ${sku}.` : `Restam ${available} unidades de ${sku}.`,
    }),
    soldOut: ({ productName, sku }) => ({
      title: `“${productName}” esgotou`,
      body: `Não resta nenhuma unidade de ${sku}.`,
    }),
    productTakenDown: ({ productName, reason, message }) => ({
      title: `${product(productName)} foi retirado de venda`,
      body: withMessage(TAKEN_DOWN[reason], message),
    }),
    productReinstated: ({ productName, message }) => ({
      title: `${product(productName)} pode voltar à venda`,
      body: withMessage('A moderação o restabeleceu: publique-o quando quiser.', message),
    }),
    publicationFailed: ({ productName, problems }) => ({
      title: `${product(productName)} não entrou à venda`,
      body: `Continua sendo um rascunho. ${reasonsFor(problems, OBSTACLES, (names) => `Ele tem de indicar: ${list(names)}.`, 'pt')}`,
    }),
    importDone: ({ isDryRun, created, updated, wrong }) => ({
      title: isDryRun ? 'O seu arquivo de produtos foi verificado' : 'A sua importação de produtos terminou',
      body: `Produtos criados: ${created}. Alterados: ${updated}. Linhas com erros: ${wrong}.`,
    }),
    exportDone: ({ lines }) => ({ title: 'A sua exportação de produtos está pronta', body: `Linhas do arquivo: ${lines}.` }),
    importFailed: () => ({ title: 'A sua importação de produtos falhou', body: 'Veja o que falhou e deixe-a continuar ou comece outra.' }),
    exportFailed: () => ({ title: 'A sua exportação de produtos falhou', body: 'Comece outra um pouco mais tarde.' }),
    reviewReceived: ({ productName, author, rating, excerpt }) => ({
      title: `${author ?? 'Alguém'} deu ${rating} de 5 estrelas a “${productName}”`,
      body: excerpt === '' ? 'Não há palavras ao lado das estrelas.' : excerpt,
    }),
    reviewWanted: ({ productName }) => ({
      title: `Que tal “${productName}”?`,
      body: 'Conte aos outros o que achou do que comprou.',
    }),
    reviewWaits: ({ productName }) => ({
      title: productName === null ? 'Uma avaliação espera' : `Uma avaliação de “${productName}” espera`,
      body: 'Aprove-a ou recuse-a.',
    }),
    reviewApproved: ({ productName }) => ({
      title: `A sua avaliação de “${productName}” foi aprovada`,
      body: 'A partir de agora todos podem lê-la.',
    }),
    reviewRejected: ({ productName, reason, message }) => ({
      title: `A sua avaliação de “${productName}” não foi aprovada`,
      body: withMessage(TURNED_DOWN[reason], message),
    }),
    reviewAnswered: ({ productName, excerpt }) => ({
      title: `Quem vende “${productName}” respondeu à sua avaliação`,
      body: excerpt,
    }),
    priceDropped: ({ productName, priceBefore, price }) => ({
      title: `“${productName}” ficou mais barato`,
      body: `Agora custa ${money(price)}. Custava ${money(priceBefore)} quando você o pôs na sua lista de desejos.`,
    }),
    backInStock: ({ productName }) => ({
      title: `“${productName}” voltou`,
      body: 'Já é possível comprar de novo o que está na sua lista de desejos.',
    }),
    postCommented: ({ author, postTitle, excerpt }) => ({
      title: `${author ?? 'Alguém'} comentou em “${postTitle}”`,
      body: excerpt,
    }),
    commentAnswered: ({ author, postTitle, excerpt }) => ({
      title: `${author ?? 'Alguém'} respondeu a você em “${postTitle}”`,
      body: excerpt,
    }),
  };
}
