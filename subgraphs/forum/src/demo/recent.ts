/** Comments that are made when the demo data is loaded: the demo accounts are told of them. */
export const RECENT_COMMENTS: readonly { readonly post: string; readonly by: string; readonly body: string }[] = [
  {
    post: 'blue-batch',
    by: 'seller',
    body: 'You see right: the cobalt comes from another mine since June, and it fires a shade deeper. We like it too, so we kept it.',
  },
  {
    post: 'kettle-switch',
    by: 'volta',
    body: 'Not the switch: it waits for steam that does not reach it. Look whether the small hole behind the lid is closed by scale. Vinegar, and a needle.',
  },
  {
    post: 'sharp-knife',
    by: 'aisha',
    body: 'When it slides on the skin of an onion. For me that is twice a year on the stone and every evening on the steel.',
  },
  {
    post: 'chilli-names',
    by: 'camille',
    body: 'Purple first and upright could be Bolivian Rainbow or an ornamental cross of it. Are the flowers purple too?',
  },
];
