import type { DemoPost } from '../post.ts';

export const repair: readonly DemoPost[] = [
  {
    key: 'radio-hum',
    author: 'diego',
    daysAgo: 138,
    title: 'Old kitchen radio hums louder than the music',
    body: 'A valve radio from my aunt in Medellín. It plays, but the hum is there even at volume zero. I can solder, I cannot read the diagram.',
    comments: [
      {
        by: 'volta',
        hoursLater: 4,
        body: 'Hum that ignores the volume is nearly always the big filter capacitors. Replace them as a pair. Unplug it, wait, and discharge them before you touch anything: they hold 300 V.',
        replies: [
          {
            by: 'diego',
            hoursLater: 120,
            body: 'Done, with a resistor and one hand in my pocket. It is so quiet now that I thought I had broken it.',
          },
          { by: 'moderator', hoursLater: 125, body: 'One hand in the pocket should be printed on every repair manual.' },
        ],
      },
    ],
  },
  {
    key: 'screws-in-the-lid',
    author: 'moderator',
    daysAgo: 104,
    title: 'How do you keep the screws apart?',
    body: 'I open something, have eleven screws of five lengths, and the next morning I have ten.',
    comments: [
      {
        by: 'volta',
        hoursLater: 2,
        body: 'A sheet of paper with the outline of the device drawn on it, and each screw pushed through where it came from.',
      },
      { by: 'aisha', hoursLater: 5, body: 'An egg box, filled in order. Works for chairs as well.' },
      { by: 'buyer', hoursLater: 28, body: 'I put them all in a cup and hope. I now see where I went wrong.' },
    ],
  },
  {
    key: 'battery-swap',
    author: 'aisha',
    daysAgo: 79,
    title: 'The battery is glued in. Is it worth it?',
    body: 'A tablet from 2019 that is fine but for the battery. Every film I watch about it says that the glue is evil.',
    comments: [
      {
        by: 'volta',
        hoursLater: 3,
        body: 'Worth it. Warm the back to 60 °C, pull the strips slowly and flat, and never lever against the cell itself. Budget an hour, most of it patience.',
        replies: [{ by: 'aisha', hoursLater: 90, body: 'An hour and a half, one torn strip, nothing bent. It lasts two days again.' }],
      },
    ],
  },
  {
    key: 'why-spares',
    author: 'volta',
    daysAgo: 58,
    title: 'Why we sell the screws too',
    body: 'We were asked why a shop sells a bag of eight screws for less than the postage. Because otherwise somebody throws away a lamp for the want of one. Tell us what you could not find and we will try to stock it.',
    comments: [
      { by: 'moderator', hoursLater: 4, body: 'Rubber feet. Every device I own lacks one.' },
      { by: 'diego', hoursLater: 9, body: 'Belts for cassette players, please. The old ones turn to tar.' },
      { by: 'buyer', hoursLater: 33, body: 'The little plastic clip that holds a vacuum cleaner shut.' },
    ],
  },
  {
    key: 'lamp-flicker',
    author: 'buyer',
    daysAgo: 26,
    product: 'oak-floor-lamp',
    title: 'Does your floor lamp flicker when it is dimmed low?',
    body: 'Only at the very bottom, and only in the evening. On a picture taken with the phone it shows as bands.',
    comments: [
      {
        by: 'nordic',
        hoursLater: 2,
        body: 'That is the dimmer meeting a low mains voltage. Those made before March have a driver that we replace for free: write to us with the number on the cable.',
        replies: [
          { by: 'buyer', hoursLater: 70, body: 'The new driver came in an envelope with a picture of how to fit it. Steady light now.' },
        ],
      },
      { by: 'camille', hoursLater: 12, body: 'Mine is from May and steady.' },
    ],
  },
  {
    key: 'repair-cafe',
    author: 'moderator',
    daysAgo: 11,
    title: 'Repair evening on the first Thursday of the month',
    body: 'Bring one thing that is broken and, if you can, the part. There is coffee, there are six soldering irons, and nobody laughs. Last time we mended nineteen of twenty-six things.',
    comments: [
      { by: 'volta', hoursLater: 3, body: 'We bring two meters and a box of fuses.' },
      { by: 'aisha', hoursLater: 7, body: 'I bring glue and a chair.' },
    ],
  },
  {
    key: 'kettle-switch',
    author: 'buyer',
    daysAgo: 3,
    title: 'The kettle no longer turns itself off',
    body: 'It boils and goes on boiling until I notice. The switch clicks as it always did. Where do I look first?',
    comments: [],
  },
];
