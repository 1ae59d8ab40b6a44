import type { DemoPost } from '../post.ts';

export const ceramics: readonly DemoPost[] = [
  {
    key: 'first-mug',
    author: 'diego',
    daysAgo: 142,
    title: 'My first mug survived the kiln',
    body: 'Third try. The handle is a little crooked, but it holds coffee and nothing drips. Any advice on keeping the wall even near the foot?',
    comments: [
      {
        by: 'seller',
        hoursLater: 3,
        body: 'Congratulations! Leave the foot thicker than feels right and trim it when it is leather-hard. You cannot add clay, but you can always take it away.',
        replies: [{ by: 'diego', hoursLater: 2, body: 'So that is what the trimming tools are for. ¡Gracias!' }],
      },
      { by: 'buyer', hoursLater: 26, body: 'Crooked handles have character. Mine broke off, so you are ahead of me.' },
    ],
  },
  {
    key: 'crawling-glaze',
    author: 'aisha',
    daysAgo: 117,
    title: 'Why does my white glaze crawl away from the rim?',
    body: 'Bare patches along the rim of every bowl, always on the same side. I wipe the bisque with a damp sponge first. Is it dust, oil from my hands or the glaze itself?',
    comments: [
      {
        by: 'seller',
        hoursLater: 5,
        body: 'Always on the same side sounds like fingers: you hold the bowl there when you dip it. Tongs, or gloves, and see whether it goes away.',
        replies: [
          { by: 'aisha', hoursLater: 170, body: 'It was my hand cream. Fired a batch with gloves and not one bare patch.' },
          { by: 'moderator', hoursLater: 180, body: 'Pinning this one: we get the question every month.' },
        ],
      },
      {
        by: 'diego',
        hoursLater: 9,
        body: 'Also check that the glaze is not too thick at the rim. Mine cracked while drying and then crawled.',
      },
    ],
  },
  {
    key: 'cone-six-tableware',
    author: 'seller',
    daysAgo: 88,
    title: 'How we test that a plate is safe for food',
    body: 'People ask us this at every market. We leave a slice of lemon on the glaze overnight, run a plate through fifty dishwasher cycles, and send one of each glaze to a laboratory every year. If the lemon leaves a mark, the glaze is for vases.',
    comments: [
      {
        by: 'buyer',
        hoursLater: 7,
        body: 'The lemon test at home told me a lot about a plate I bought on holiday. It is now a plant saucer.',
      },
      {
        by: 'camille',
        hoursLater: 30,
        body: 'Would you share which laboratory? I paint pots for herbs and people keep asking me the same.',
      },
    ],
  },
  {
    key: 'kiln-in-a-flat',
    author: 'buyer',
    daysAgo: 53,
    title: 'Does anybody have a small kiln in a flat?',
    body: 'I share a studio kiln that is booked for weeks. A small one runs on a normal socket, says the seller. My landlord has not said no yet.',
    comments: [
      {
        by: 'diego',
        hoursLater: 4,
        body: 'Ask about the insurance before you ask about the socket. My building wanted a certificate and a smoke alarm in the room.',
        replies: [{ by: 'buyer', hoursLater: 1, body: 'Good point, I will write to them before I order anything.' }],
      },
      {
        by: 'volta',
        hoursLater: 12,
        body: 'Measure the line too: a kiln at full power for eight hours is not a kettle. An old 16 A circuit with the fridge on it will not like it.',
      },
    ],
  },
  {
    key: 'stacking-cups',
    author: 'camille',
    daysAgo: 21,
    product: 'espresso-cup-pair',
    title: 'Do the espresso cups stack?',
    body: 'My shelf is 14 cm high and I would love to have six. Can the owners say whether two fit on top of each other without wobbling?',
    comments: [
      { by: 'buyer', hoursLater: 2, body: 'Two do, three are brave.' },
      {
        by: 'seller',
        hoursLater: 6,
        body: 'Two is what they are made for: the foot sits inside the rim of the one below. We measured 11 cm for two.',
        replies: [{ by: 'camille', hoursLater: 1, body: 'Then six it is.' }],
      },
    ],
  },
  {
    key: 'blue-batch',
    author: 'buyer',
    daysAgo: 6,
    product: 'glaze-sampler',
    title: 'Is the cobalt of the new batch darker?',
    body: 'I bought a sampler in spring and another last week. Side by side on a test tile the new blue is clearly deeper. I like both, but is that on purpose?',
    comments: [],
  },
];
