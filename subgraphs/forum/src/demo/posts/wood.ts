import type { DemoPost } from '../post.ts';

export const wood: readonly DemoPost[] = [
  {
    key: 'cane-seat',
    author: 'aisha',
    daysAgo: 150,
    title: 'Six cane seats later: what I would tell myself',
    body: 'Soak the cane for twenty minutes, no longer. Count the holes twice. Never start on a Sunday evening, because you will not stop. And take a picture of the old pattern before you cut it out.',
    comments: [
      {
        by: 'nordic',
        hoursLater: 6,
        body: 'The picture! We restored a set of eight and the seventh is a mirror image of the others to this day.',
      },
      {
        by: 'buyer',
        hoursLater: 30,
        body: 'How long does one seat take you now?',
        replies: [{ by: 'aisha', hoursLater: 3, body: 'About nine hours over three evenings. The first took me a month.' }],
      },
    ],
  },
  {
    key: 'oil-or-wax',
    author: 'moderator',
    daysAgo: 121,
    title: 'Oil or wax for a kitchen table that is really used?',
    body: 'Two children, hot pans, red wine. The ash is bare at the moment and drinks everything.',
    comments: [
      {
        by: 'nordic',
        hoursLater: 4,
        body: 'Hard wax oil, two thin coats, a day between them. You can repair one spot without sanding the whole table, which with children is the only thing that counts.',
        replies: [
          { by: 'moderator', hoursLater: 100, body: 'Two coats on. The wine test happened on the first evening and left nothing.' },
        ],
      },
      {
        by: 'aisha',
        hoursLater: 10,
        body: 'And put the oily rags in water before you throw them away. They can catch fire by themselves.',
      },
    ],
  },
  {
    key: 'old-glue',
    author: 'diego',
    daysAgo: 92,
    title: 'How do I open a joint that somebody glued with the wrong glue?',
    body: 'My grandfather’s chair. It has hide glue in every joint but one, and that one is white glue from the eighties. Steam does nothing.',
    comments: [
      {
        by: 'aisha',
        hoursLater: 2,
        body: 'Warm vinegar with a syringe, a day of patience, and a rubber mallet. White glue gives up in the end.',
      },
      {
        by: 'nordic',
        hoursLater: 5,
        body: 'Agreed. If it does not, saw the tenon flush and drill it out: a new loose tenon is stronger than a split rail.',
      },
    ],
  },
  {
    key: 'certified-oak',
    author: 'nordic',
    daysAgo: 70,
    title: 'What the stamp on a board says, and what it does not',
    body: 'Certified means that the forest is checked, not that the board is dry, straight or local. Ask for all three. We write the forest on the invoice, because otherwise nobody does.',
    comments: [
      { by: 'aisha', hoursLater: 8, body: 'I asked for the moisture at three shops. Two laughed, one measured. I know where I will buy.' },
      { by: 'buyer', hoursLater: 20, body: 'I never knew that those were different things. Thank you.' },
    ],
  },
  {
    key: 'bench-height',
    author: 'camille',
    daysAgo: 33,
    product: 'folding-work-bench',
    title: 'Is the folding bench high enough to pot plants on?',
    body: 'I would stand at it for an hour at a time, with wet gloves, and my back has opinions.',
    comments: [
      {
        by: 'nordic',
        hoursLater: 3,
        body: 'It is 78 cm, made for planing. To pot plants you want 90 to 92. Write to us: we cut longer legs for the same price.',
        replies: [{ by: 'camille', hoursLater: 2, body: 'Longer legs, please! I have sent you the measure.' }],
      },
      { by: 'aisha', hoursLater: 9, body: 'Wet gloves and oiled beech are fine, by the way. Wipe it once a week.' },
    ],
  },
  {
    key: 'first-dovetail',
    author: 'buyer',
    daysAgo: 9,
    title: 'I cut a dovetail and it closed',
    body: 'One corner of one drawer, four hours, and I have been opening and closing it ever since.',
    comments: [],
  },
];
