import type { Sentence } from '@agora/platform/input/sentence';
import type { Rejection } from './model/media.ts';

export const sentences = {
  noSuchMedia: {
    en: 'You have no such file.',
    es: 'No tienes ese archivo.',
    pt: 'Você não tem esse arquivo.',
  },
  typeNotOffered: (types: string) => ({
    en: `Give a file of one of these types: ${types}.`,
    es: `Elige un archivo de uno de estos tipos: ${types}.`,
    pt: `Escolha um arquivo de um destes tipos: ${types}.`,
  }),
  tooManyBytes: (maxMb: number) => ({
    en: `This file may have at most ${maxMb} MB.`,
    es: `Este archivo puede tener como máximo ${maxMb} MB.`,
    pt: `Este arquivo pode ter no máximo ${maxMb} MB.`,
  }),
  tooManyUnused: (max: number) => ({
    en: `You have ${max} files that are used nowhere: use them, or remove some.`,
    es: `Tienes ${max} archivos que no se usan en ninguna parte: úsalos o elimina algunos.`,
    pt: `Você tem ${max} arquivos que não são usados em lugar nenhum: use-os ou remova alguns.`,
  }),
  tooManyBytesKept: (maxMb: number) => ({
    en: `Your files together may have at most ${maxMb} MB: remove some first.`,
    es: `Tus archivos juntos pueden tener como máximo ${maxMb} MB: elimina algunos primero.`,
    pt: `Seus arquivos juntos podem ter no máximo ${maxMb} MB: remova alguns primeiro.`,
  }),
  tooManyUsed: (max: number) => ({
    en: `At most ${max} files can be shown here.`,
    es: `Aquí se pueden mostrar como máximo ${max} archivos.`,
    pt: `Aqui podem ser mostrados no máximo ${max} arquivos.`,
  }),
  bytesMissing: {
    en: 'The file has not been uploaded yet.',
    es: 'El archivo todavía no se ha subido.',
    pt: 'O arquivo ainda não foi enviado.',
  },
  uploadEnded: {
    en: 'The time for this upload is over: begin it again.',
    es: 'El plazo de esta subida ha terminado: empieza de nuevo.',
    pt: 'O prazo deste envio terminou: comece de novo.',
  },
  notReady: {
    en: 'This file is not ready yet.',
    es: 'Este archivo todavía no está listo.',
    pt: 'Este arquivo ainda não está pronto.',
  },
  notFor: {
    en: 'This file was uploaded for something else.',
    es: 'Este archivo se subió para otra cosa.',
    pt: 'Este arquivo foi enviado para outra coisa.',
  },
  noneOfItsPictures: {
    en: 'The product shows no such picture.',
    es: 'El producto no muestra esa imagen.',
    pt: 'O produto não mostra essa imagem.',
  },
  languageTwice: {
    en: 'Give each language once.',
    es: 'Indica cada idioma una sola vez.',
    pt: 'Indique cada idioma uma só vez.',
  },
} satisfies Record<string, Sentence | ((...facts: never[]) => Sentence)>;

/** Why a file was turned down. */
export const REJECTION_SENTENCES: Readonly<Record<Rejection, Sentence>> = {
  TYPE_MISMATCH: {
    en: 'This file is not of the type that its name or program says.',
    es: 'Este archivo no es del tipo que dice su nombre o su programa.',
    pt: 'Este arquivo não é do tipo que o seu nome ou programa diz.',
  },
  TOO_LARGE: {
    en: 'This file has too many pixels, of which 50 million are allowed, or lasts too long.',
    es: 'Este archivo tiene demasiados píxeles, de los que se permiten 50 millones, o dura demasiado.',
    pt: 'Este arquivo tem pixels demais, dos quais 50 milhões são permitidos, ou dura demais.',
  },
  DAMAGED: {
    en: 'This file is damaged: it cannot be read to its end.',
    es: 'Este archivo está dañado: no se puede leer hasta el final.',
    pt: 'Este arquivo está danificado: não pode ser lido até o fim.',
  },
  UNSAFE: {
    en: 'This file holds something that could do harm.',
    es: 'Este archivo contiene algo que podría causar daño.',
    pt: 'Este arquivo contém algo que pode causar danos.',
  },
};
