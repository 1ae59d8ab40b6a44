import type { Sentence } from '@agora/platform/input/sentence';

/** What is said of imports and exports, and of the lines of files. */
export const sentences = {
  noSuchJob: {
    en: 'You have no such import or export.',
    es: 'No tienes esa importación o exportación.',
    pt: 'Você não tem essa importação ou exportação.',
  },
  oneImport: {
    en: 'Another import of yours is under way: wait for its end, or stop it.',
    es: 'Otra importación tuya está en curso: espera a que termine o detenla.',
    pt: 'Outra importação sua está em andamento: espere que termine ou pare-a.',
  },
  oneExport: {
    en: 'Another export of yours is under way: wait for its end, or stop it.',
    es: 'Otra exportación tuya está en curso: espera a que termine o detenla.',
    pt: 'Outra exportação sua está em andamento: espere que termine ou pare-a.',
  },
  tooManyJobs: (max: number) => ({
    en: `You can begin ${max} of these in 24 hours.`,
    es: `Puedes empezar ${max} de estas en 24 horas.`,
    pt: `Você pode começar ${max} destas em 24 horas.`,
  }),
  hasEnded: {
    en: 'It has ended.',
    es: 'Ya terminó.',
    pt: 'Já terminou.',
  },
  cannotResume: {
    en: 'Only an import that was stopped or failed goes on, and only while its file is there.',
    es: 'Solo continúa una importación detenida o fallida, y solo mientras exista su archivo.',
    pt: 'Só continua uma importação parada ou que falhou, e só enquanto o seu arquivo existir.',
  },
  notUtf8: {
    en: 'This file is no text in UTF-8: save it as "CSV UTF-8".',
    es: 'Este archivo no es texto en UTF-8: guárdalo como «CSV UTF-8».',
    pt: 'Este arquivo não é texto em UTF-8: salve-o como "CSV UTF-8".',
  },
  lineTooLong: (max: number) => ({
    en: `A line may have at most ${max} characters; a quotation mark may not be closed before it.`,
    es: `Una línea puede tener como máximo ${max} caracteres; quizá falte cerrar unas comillas antes.`,
    pt: `Uma linha pode ter no máximo ${max} caracteres; talvez falte fechar aspas antes dela.`,
  }),
  quoteNotClosed: {
    en: 'A quotation mark opens here and is never closed.',
    es: 'Aquí se abren unas comillas que nunca se cierran.',
    pt: 'Aqui abrem-se aspas que nunca se fecham.',
  },
  noHeader: {
    en: 'The first line has to name the columns.',
    es: 'La primera línea debe nombrar las columnas.',
    pt: 'A primeira linha deve dar nome às colunas.',
  },
  tooManyColumns: (max: number) => ({
    en: `A line has at most ${max} columns.`,
    es: `Una línea tiene como máximo ${max} columnas.`,
    pt: `Uma linha tem no máximo ${max} colunas.`,
  }),
  tooManyRows: (max: number) => ({
    en: `An import takes at most ${max} lines: divide the file.`,
    es: `Una importación admite como máximo ${max} líneas: divide el archivo.`,
    pt: `Uma importação aceita no máximo ${max} linhas: divida o arquivo.`,
  }),
  noRows: {
    en: 'There are no lines in this file.',
    es: 'Este archivo no tiene líneas.',
    pt: 'Este arquivo não tem linhas.',
  },
  columnTwice: {
    en: 'Two columns have this name.',
    es: 'Dos columnas tienen este nombre.',
    pt: 'Duas colunas têm este nome.',
  },
  columnMissing: {
    en: 'This column is needed.',
    es: 'Hace falta esta columna.',
    pt: 'Esta coluna é necessária.',
  },
  noSuchColumn: {
    en: 'There is no column of this name.',
    es: 'No existe una columna con este nombre.',
    pt: 'Não existe uma coluna com este nome.',
  },
  moreCells: (count: number) => ({
    en: `This line has more cells than the ${count} columns.`,
    es: `Esta línea tiene más celdas que las ${count} columnas.`,
    pt: `Esta linha tem mais células do que as ${count} colunas.`,
  }),
  noJsonObject: {
    en: 'This line is no JSON object of texts, numbers, yes or no, and lists.',
    es: 'Esta línea no es un objeto JSON de textos, números, sí o no y listas.',
    pt: 'Esta linha não é um objeto JSON de textos, números, sim ou não e listas.',
  },
  missing: {
    en: 'Something has to stand here.',
    es: 'Aquí tiene que haber algo.',
    pt: 'É preciso haver algo aqui.',
  },
  handleAgain: {
    en: 'The lines of one product stand together: this handle came before.',
    es: 'Las líneas de un producto van juntas: este identificador ya apareció antes.',
    pt: 'As linhas de um produto ficam juntas: este identificador já apareceu antes.',
  },
  skuAgain: {
    en: 'Another line of this file has this SKU.',
    es: 'Otra línea de este archivo tiene este SKU.',
    pt: 'Outra linha deste arquivo tem este SKU.',
  },
  otherThanFirst: {
    en: 'The first line of this product says something else here.',
    es: 'La primera línea de este producto dice otra cosa aquí.',
    pt: 'A primeira linha deste produto diz outra coisa aqui.',
  },
  severalProducts: {
    en: 'The lines of this handle belong to different products of yours.',
    es: 'Las líneas de este identificador pertenecen a distintos productos tuyos.',
    pt: 'As linhas deste identificador pertencem a produtos seus diferentes.',
  },
  existsAlready: {
    en: 'You have this SKU already, and this import only makes new products.',
    es: 'Ya tienes este SKU y esta importación solo crea productos nuevos.',
    pt: 'Você já tem este SKU, e esta importação só cria produtos novos.',
  },
  existsNot: {
    en: 'You have no such SKU, and this import only changes what is there.',
    es: 'No tienes este SKU y esta importación solo cambia lo que ya existe.',
    pt: 'Você não tem este SKU, e esta importação só muda o que já existe.',
  },
  noWholeNumber: {
    en: 'This is no whole number.',
    es: 'Esto no es un número entero.',
    pt: 'Isto não é um número inteiro.',
  },
  noNumber: {
    en: 'This is no number such as 12.50.',
    es: 'Esto no es un número como 12.50.',
    pt: 'Isto não é um número como 12.50.',
  },
  noYesOrNo: {
    en: 'Write true or false.',
    es: 'Escribe true o false.',
    pt: 'Escreva true ou false.',
  },
  noDay: {
    en: 'This is no day such as 2026-11-22.',
    es: 'Esto no es un día como 2026-11-22.',
    pt: 'Isto não é um dia como 2026-11-22.',
  },
  noCurrency: {
    en: 'This is no code of a currency, such as COP.',
    es: 'Esto no es el código de una moneda, como COP.',
    pt: 'Isto não é o código de uma moeda, como COP.',
  },
  noPriceBeside: {
    en: 'A price before a reduction needs the price beside it.',
    es: 'Un precio antes de una rebaja necesita el precio al lado.',
    pt: 'Um preço antes de uma redução precisa do preço ao lado.',
  },
  stays: {
    en: 'An import cannot change this of a product that is there.',
    es: 'Una importación no puede cambiar esto de un producto que ya existe.',
    pt: 'Uma importação não pode mudar isto de um produto que já existe.',
  },
  suspended: {
    en: 'Your account is suspended; the import can go on once it is restored.',
    es: 'Tu cuenta está suspendida; la importación podrá continuar cuando se restablezca.',
    pt: 'A sua conta está suspensa; a importação poderá continuar quando ela for restabelecida.',
  },
  fileGone: {
    en: 'The file is not there any more.',
    es: 'El archivo ya no está.',
    pt: 'O arquivo já não está lá.',
  },
  gaveUp: {
    en: 'It failed several times through no fault of the file; let it go on later.',
    es: 'Falló varias veces sin culpa del archivo; déjala continuar más tarde.',
    pt: 'Falhou várias vezes sem culpa do arquivo; deixe-a continuar mais tarde.',
  },
} satisfies Record<string, Sentence | ((...facts: never[]) => Sentence)>;
