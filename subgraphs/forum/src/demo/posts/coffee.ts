import type { DemoPost } from '../post.ts';

export const coffee: readonly DemoPost[] = [
  {
    key: 'grind-by-ear',
    author: 'finca',
    daysAgo: 127,
    title: 'Why the same coffee tastes different every week',
    body: 'It is not the same: beans lose their gas for a month after roasting. Grind a little finer each week and the cup stays where it was. Escribe la fecha en la bolsa, always.',
    comments: [
      { by: 'buyer', hoursLater: 5, body: 'I blamed the water for two years.' },
      {
        by: 'moderator',
        hoursLater: 8,
        body: 'Is there a point after which finer does not help?',
        replies: [{ by: 'finca', hoursLater: 4, body: 'Six weeks, roughly. After that, make it cold: cold coffee forgives an old bean.' }],
      },
    ],
  },
  {
    key: 'cast-iron-rust',
    author: 'aisha',
    daysAgo: 101,
    title: 'Somebody put my iron pan in the dishwasher',
    body: 'I am not angry any more. It is orange all over. Steel wool and start again, or is it gone?',
    comments: [
      {
        by: 'nordic',
        hoursLater: 3,
        body: 'It is never gone. Steel wool, dry it on the hob, a film of linseed oil, an hour at 230 °C upside down. Three times.',
        replies: [{ by: 'aisha', hoursLater: 50, body: 'Eggs slide again. Peace in the house.' }],
      },
    ],
  },
  {
    key: 'honey-crystals',
    author: 'buyer',
    daysAgo: 74,
    product: 'miel-de-romero',
    title: 'My honey turned solid. Did I do something wrong?',
    body: 'Half a jar of rosemary honey, bought in spring, now as hard as butter. Is it still good?',
    comments: [
      {
        by: 'finca',
        hoursLater: 2,
        body: 'It is better than good: that is what real honey does when it gets cold. Put the jar in water as warm as your hand and wait. Never the microwave.',
        replies: [{ by: 'buyer', hoursLater: 22, body: 'Gold again by breakfast. Gracias!' }],
      },
      { by: 'diego', hoursLater: 13, body: 'I let it be. On bread it stays where you put it.' },
    ],
  },
  {
    key: 'moka-pot',
    author: 'diego',
    daysAgo: 46,
    title: 'Moka pot: hot water in, or cold?',
    body: 'My family has two parties on this and Christmas is coming.',
    comments: [
      { by: 'finca', hoursLater: 3, body: 'Hot. The grounds sit over the flame for a shorter time and do not burn.' },
      {
        by: 'moderator',
        hoursLater: 6,
        body: 'Cold, and a small flame. My grandmother would not have it otherwise, and I am not going to argue with her here.',
      },
      {
        by: 'aisha',
        hoursLater: 30,
        body: 'Both, side by side, with the eyes closed. We did it: hot won by four to three.',
        replies: [{ by: 'diego', hoursLater: 5, body: 'Four to three will not settle it. But thank you.' }],
      },
    ],
  },
  {
    key: 'house-rules',
    author: 'admin',
    daysAgo: 160,
    title: 'Welcome, and three small rules',
    body: 'Be kind, say where you are from when you recommend something that is sold only there, and say so when you sell what you recommend. Jonas keeps an eye on the discussions; write to him when something is wrong.',
    comments: [
      { by: 'moderator', hoursLater: 1, body: 'Hello, everybody. I read everything, I delete nearly nothing.' },
      { by: 'finca', hoursLater: 20, body: '¡Hola! We sell coffee and honey, so read our advice with that in mind.' },
    ],
  },
  {
    key: 'single-origin',
    author: 'moderator',
    daysAgo: 14,
    product: 'cafe-de-altura',
    title: 'The café de altura: filter or espresso?',
    body: 'I have two bags and one machine of each kind. As filter it tastes of oranges to me. Has anybody pulled it as espresso?',
    comments: [
      { by: 'buyer', hoursLater: 5, body: 'Filter. As espresso it was a little sour, though my machine is older than I am.' },
      {
        by: 'finca',
        hoursLater: 9,
        body: 'We roast it for filter. For espresso give it ten more days of rest and two degrees less.',
        replies: [{ by: 'moderator', hoursLater: 260, body: 'Ten days it was. Now it is oranges and chocolate.' }],
      },
    ],
  },
  {
    key: 'sharp-knife',
    author: 'buyer',
    daysAgo: 5,
    title: 'How often do you sharpen a kitchen knife?',
    body: 'I steel it before I cook and take it to the stone when tomatoes resist. A friend says every week, another says once a year. What is true?',
    comments: [],
  },
];
