import type { DemoPost } from '../post.ts';

export const balcony: readonly DemoPost[] = [
  {
    key: 'tomatoes-in-wind',
    author: 'buyer',
    daysAgo: 131,
    title: 'Tomatoes on a windy balcony, sixth floor',
    body: 'They grow well until July and then the wind snaps them. I tie them to the railing and to bamboo. Is there a variety that stays low and still tastes of something?',
    comments: [
      {
        by: 'camille',
        hoursLater: 5,
        body: 'Look for determinate ones: they stop at 60 cm by themselves. And put a mesh on the railing: half of the wind is enough, a closed wall only makes whirls.',
        replies: [
          { by: 'buyer', hoursLater: 20, body: 'Mesh ordered. I had thought of a closed one, thank you for the warning.' },
          {
            by: 'finca',
            hoursLater: 22,
            body: 'De acuerdo con Camille. We grow a bush type from our own seed at 1,800 m, where it always blows.',
          },
        ],
      },
      { by: 'moderator', hoursLater: 40, body: 'Mine stand behind the bicycle. Not pretty, but they stand.' },
    ],
  },
  {
    key: 'soil-twice',
    author: 'diego',
    daysAgo: 109,
    title: 'Can I use the soil of last year again?',
    body: 'Twelve boxes full of it, four floors without a lift. I would rather not carry it down and new soil up.',
    comments: [
      {
        by: 'camille',
        hoursLater: 3,
        body: 'Yes. Sieve out the roots, mix in a third of compost and do not plant the same family in it twice running.',
      },
      { by: 'finca', hoursLater: 8, body: 'And let beans have it for a season. They give back what tomatoes took.' },
    ],
  },
  {
    key: 'seeds-from-the-market',
    author: 'finca',
    daysAgo: 96,
    title: 'How we keep seeds alive over the rainy season',
    body: 'Dry them until a bean breaks instead of bending, then a glass jar with a spoon of toasted rice at the bottom. We lost a whole year of chilli seeds to a plastic bag.',
    comments: [
      { by: 'buyer', hoursLater: 11, body: 'Toasted rice! I have been saving the little bags from shoe boxes.' },
      { by: 'camille', hoursLater: 14, body: 'Write the year on the jar. Everybody thinks they will remember it.' },
    ],
  },
  {
    key: 'aphids-again',
    author: 'aisha',
    daysAgo: 64,
    title: 'Aphids, every single year, only on the peppers',
    body: 'The basil next to them is clean. I wash them off with water and they are back in four days. What do you do that does not involve poison?',
    comments: [
      {
        by: 'camille',
        hoursLater: 2,
        body: 'Look for ants. They carry the aphids back and keep them like cattle. A ring of sticky tape around the pot solves half of it.',
        replies: [{ by: 'aisha', hoursLater: 60, body: 'There were ants. There are no ants now, and no aphids either.' }],
      },
    ],
  },
  {
    key: 'watering-holiday',
    author: 'moderator',
    daysAgo: 37,
    product: 'soil-moisture-sensor',
    title: 'Two weeks away, fourteen pots and one moisture sensor',
    body: 'South side, no tap on the balcony. The sensor tells me when, but somebody has to water: I would run a drip line from a barrel. Has anybody left theirs alone for two weeks in August?',
    comments: [
      {
        by: 'buyer',
        hoursLater: 6,
        body: 'Ten days, from a 60 litre barrel, eight pots. The one at the end of the line was thirsty, all the others were fine.',
      },
      {
        by: 'camille',
        hoursLater: 9,
        body: 'Raise the barrel by half a metre and put the thirstiest pot first on the line.',
        replies: [{ by: 'moderator', hoursLater: 400, body: 'Did exactly that. Came home to tomatoes.' }],
      },
    ],
  },
  {
    key: 'bees-on-the-third-floor',
    author: 'camille',
    daysAgo: 17,
    title: 'What flowers for bees in September?',
    body: 'Most balconies are green by then and nothing else. I plant sedum, borage for a second time, and let some of the basil flower. What works for you?',
    comments: [
      { by: 'finca', hoursLater: 4, body: 'Flowering coriander. Our hives go mad for it, and so does my mother for the seeds.' },
      { by: 'diego', hoursLater: 15, body: 'Ivy, if the neighbours let you.' },
    ],
  },
  {
    key: 'chilli-names',
    author: 'buyer',
    daysAgo: 4,
    title: 'Which chilli did I grow?',
    body: 'The label washed off. Small, upright, purple first and then red, hot enough to end conversations. The seeds came in a mixed bag from a market in Oaxaca.',
    comments: [],
  },
];
