import { Comment } from './comments/model.ts';
import { Community } from './communities/model.ts';
import { Post } from './posts/model.ts';
import { Aversion } from '@agora/platform/relations/aversion';

/** Every entity of this service. */
export const entities = [Aversion, Community, Post, Comment];
