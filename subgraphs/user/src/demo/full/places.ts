/** A country of the people that `seed full` makes: how its people are called, what they speak, and where they live. */
export interface Country {
  readonly code: string;
  readonly locale: string;
  readonly languages: readonly string[];
  readonly timeZone: string;
  readonly currencyCode: string;
  /** How many of a hundred people live there. */
  readonly share: number;
  readonly firstNames: readonly string[];
  readonly lastNames: readonly string[];
  /** Whether people have two of them. */
  readonly hasTwoLastNames: boolean;
  readonly streets: readonly string[];
  readonly cities: readonly City[];
}

export interface City {
  readonly name: string;
  readonly region: string;
  readonly postalCode: string;
  /** Thousands of people who live there. */
  readonly population: number;
}

const words = (text: string): readonly string[] => text.split(' ');

const SPANISH_FIRST =
  'Lucía María Paula Valentina Camila Sofía Daniela Carmen Laura Ana Marta Elena Irene Julia Alba Andrés Mateo Diego Santiago Javier Pablo Carlos Miguel Álvaro Sergio Iván Óscar Rubén Tomás Joaquín';
const SPANISH_LAST =
  'García Rodríguez Martínez López González Pérez Sánchez Ramírez Torres Flórez Gómez Díaz Vargas Castro Ortiz Rojas Moreno Muñoz Jiménez Navarro Herrera Medina Suárez Delgado Peña Cárdenas Rincón Salazar Quintero Acosta';

export const COUNTRIES: readonly Country[] = [
  {
    code: 'CO',
    locale: 'es-CO',
    languages: ['es-CO', 'en'],
    timeZone: 'America/Bogota',
    currencyCode: 'COP',
    share: 40,
    firstNames: words(SPANISH_FIRST),
    lastNames: words(SPANISH_LAST),
    hasTwoLastNames: true,
    streets: ['Carrera 7', 'Calle 45', 'Avenida 68', 'Carrera 43A', 'Calle 10'],
    cities: [
      { name: 'Bogotá', region: 'Bogotá, D. C.', postalCode: '110311', population: 7_900 },
      { name: 'Medellín', region: 'Antioquia', postalCode: '050021', population: 2_600 },
      { name: 'Cali', region: 'Valle del Cauca', postalCode: '760042', population: 2_280 },
      { name: 'Barranquilla', region: 'Atlántico', postalCode: '080001', population: 1_300 },
      { name: 'Bucaramanga', region: 'Santander', postalCode: '680001', population: 610 },
    ],
  },
  {
    code: 'ES',
    locale: 'es-ES',
    languages: ['es', 'ca'],
    timeZone: 'Europe/Madrid',
    currencyCode: 'EUR',
    share: 20,
    firstNames: words(SPANISH_FIRST),
    lastNames: words(SPANISH_LAST),
    hasTwoLastNames: true,
    streets: ['Calle Mayor', 'Calle del Olmo', 'Gran Vía', 'Calle de Alcalá', 'Avenida de la Paz'],
    cities: [
      { name: 'Madrid', region: 'Madrid', postalCode: '28012', population: 3_330 },
      { name: 'Barcelona', region: 'Barcelona', postalCode: '08001', population: 1_660 },
      { name: 'Valencia', region: 'Valencia', postalCode: '46002', population: 807 },
      { name: 'Sevilla', region: 'Sevilla', postalCode: '41004', population: 684 },
    ],
  },
  {
    code: 'BR',
    locale: 'pt-BR',
    languages: ['pt-BR', 'es'],
    timeZone: 'America/Sao_Paulo',
    currencyCode: 'BRL',
    share: 25,
    firstNames: words(
      'Ana Beatriz Camila Juliana Fernanda Larissa Mariana Letícia Isabela Luana Gabriel João Lucas Pedro Rafael Bruno Thiago Felipe Gustavo Caio Vinícius Renata Patrícia Débora Otávio',
    ),
    lastNames: words(
      'Silva Santos Oliveira Souza Rodrigues Ferreira Alves Pereira Lima Gomes Costa Ribeiro Martins Carvalho Almeida Lopes Soares Fernandes Vieira Barbosa Rocha Dias Nascimento Andrade Moreira',
    ),
    hasTwoLastNames: true,
    streets: ['Rua Augusta', 'Avenida Paulista', 'Rua das Flores', 'Rua XV de Novembro', 'Avenida Brasil'],
    cities: [
      { name: 'São Paulo', region: 'SP', postalCode: '01310-100', population: 11_450 },
      { name: 'Rio de Janeiro', region: 'RJ', postalCode: '20040-002', population: 6_210 },
      { name: 'Salvador', region: 'BA', postalCode: '40020-000', population: 2_420 },
      { name: 'Curitiba', region: 'PR', postalCode: '80010-000', population: 1_770 },
    ],
  },
  {
    code: 'US',
    locale: 'en-US',
    languages: ['en-US', 'es'],
    timeZone: 'America/New_York',
    currencyCode: 'USD',
    share: 15,
    firstNames: words(
      'Emma Olivia Ava Sophia Amelia Grace Hannah Zoe Maya Naomi Liam Noah Ethan Lucas Mason Owen Caleb Isaac Julian Aaron Priya Wei Fatima Omar Kenji',
    ),
    lastNames: words(
      'Smith Johnson Williams Brown Jones Miller Davis Wilson Anderson Taylor Thomas Moore Jackson White Harris Clark Lewis Walker Young King Patel Nguyen Kim Cohen Rossi',
    ),
    hasTwoLastNames: false,
    streets: ['Maple Street', 'Oak Avenue', 'Washington Street', 'Lincoln Avenue', 'River Road'],
    cities: [
      { name: 'New York', region: 'NY', postalCode: '10001', population: 8_340 },
      { name: 'Chicago', region: 'IL', postalCode: '60601', population: 2_700 },
      { name: 'Houston', region: 'TX', postalCode: '77002', population: 2_300 },
      { name: 'Portland', region: 'OR', postalCode: '97201', population: 650 },
    ],
  },
];
